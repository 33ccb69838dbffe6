package be.vlaanderen.loopbaankrediet.outsideworld.login;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Authorization codes: each is good for one token, for a minute, for who can show the verifier (RFC 7636). */
@Singleton
class Codes {

    private static final long LIFE_NANOS = 60_000_000_000L;
    private static final int MOST = 10_000;

    /**
     * Who logged in, for which client.
     *
     * @param challenge S256 of the verifier
     * @param nonce to be repeated in the id token
     */
    record Login(
            String persona,
            @Nullable String as,
            String client,
            String redirectUri,
            String challenge,
            @Nullable String nonce) {}

    private record Waiting(Login login, long made) {}

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Waiting> waiting = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Waiting> eldest) {
            return size() > MOST;
        }
    };

    synchronized String codeFor(Login login) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        waiting.put(code, new Waiting(login, System.nanoTime()));
        return code;
    }

    /** The login behind the code, which is used up; null when any part is not as it was asked. */
    synchronized @Nullable Login take(
            @Nullable String code, @Nullable String client, @Nullable String redirectUri, @Nullable String verifier) {
        Waiting found = code == null ? null : waiting.remove(code);
        if (found == null || verifier == null || System.nanoTime() - found.made() > LIFE_NANOS) {
            return null;
        }
        Login login = found.login();
        boolean same = login.client().equals(client)
                && login.redirectUri().equals(redirectUri)
                && login.challenge().equals(challenge(verifier));
        return same ? login : null;
    }

    static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
