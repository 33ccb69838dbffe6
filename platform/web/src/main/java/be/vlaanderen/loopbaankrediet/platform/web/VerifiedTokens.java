package be.vlaanderen.loopbaankrediet.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;

/**
 * Remembers for five minutes, and never longer than a token lives, that its signature was right: one person's calls come close together, and
 * checking the signature is the dearest part of a short answer. A key that the login withdraws is trusted so much longer than the ten minutes
 * for which the login's keys are kept.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class VerifiedTokens extends JWTCallerPrincipalFactory {

    private static final int MOST = 25_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final JWTCallerPrincipalFactory verify = new DefaultJWTCallerPrincipalFactory();
    private final Cache<String, JWTCallerPrincipal> verified = Caffeine.newBuilder()
            .maximumSize(MOST)
            .executor(Runnable::run) // its upkeep is less work than waking a thread for it
            .expireAfter(Expiry.<String, JWTCallerPrincipal>creating((token, caller) -> trusted(caller)))
            .build();

    boolean knows(String token) {
        return verified.getIfPresent(token) != null;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
        JWTCallerPrincipal known = verified.getIfPresent(token);
        if (known != null) {
            return known;
        }
        JWTCallerPrincipal caller = verify.parse(token, settings);
        verified.put(token, caller);
        return caller;
    }

    private static Duration trusted(JWTCallerPrincipal caller) {
        // the login's time, also where the clock of a demonstration was moved
        Duration left = Duration.between(Instant.now(), Instant.ofEpochSecond(caller.getExpirationTime()));
        return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }
}
