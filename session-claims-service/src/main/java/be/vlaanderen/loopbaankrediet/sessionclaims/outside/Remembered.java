package be.vlaanderen.loopbaankrediet.sessionclaims.outside;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers about tokens, for a minute, of the 10,000 last seen. Holds digests: a token in memory could be stolen. */
final class Remembered<T> {

    private static final int MOST = 10_000;
    private static final long NANOS = Duration.ofMinutes(1).toNanos();

    private record Answer<T>(T value, long since) {}

    private final Map<String, Answer<T>> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer<T>> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<T> get(String token) {
        Answer<T> answer = answers.get(digest(token));
        return answer == null || System.nanoTime() - answer.since() > NANOS
                ? Optional.empty()
                : Optional.of(answer.value());
    }

    synchronized void put(String token, T value) {
        answers.put(digest(token), new Answer<>(value, System.nanoTime()));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
