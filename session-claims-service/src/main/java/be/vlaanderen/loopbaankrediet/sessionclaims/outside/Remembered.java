package be.vlaanderen.loopbaankrediet.sessionclaims.outside;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** Answers about tokens, for a minute, of the 10,000 last seen. Holds digests: a token in memory could be stolen. */
final class Remembered<T> {

    private final Cache<String, T> answers = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    Optional<T> get(String token) {
        return Optional.ofNullable(answers.getIfPresent(DigestUtils.sha256Hex(token)));
    }

    void put(String token, T value) {
        answers.put(DigestUtils.sha256Hex(token), value);
    }
}
