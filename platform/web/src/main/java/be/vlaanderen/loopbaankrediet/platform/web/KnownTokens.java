package be.vlaanderen.loopbaankrediet.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.smallrye.jwt.runtime.auth.MpJwtValidator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is behind a token. Checking it may ask the login for its keys, so that is done on a thread that may wait; what came of it is remembered for
 * five minutes, and never longer than the token lives: one person's calls come close together, and checking the signature is the dearest part of a
 * short answer. A key that the login withdraws is trusted so much longer than the ten minutes for which the login's keys are kept.
 */
@ApplicationScoped
class KnownTokens implements IdentityProvider<TokenAuthenticationRequest> {

    private static final int MOST = 25_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final MpJwtValidator validator;
    private final Cache<String, SecurityIdentity> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .executor(Runnable::run) // its upkeep is less work than waking a thread for it
            .expireAfter(Expiry.<String, SecurityIdentity>creating((token, who) -> trusted(who)))
            .build();

    @Inject
    KnownTokens(MpJwtValidator validator) {
        this.validator = validator;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Who has the highest number is asked first; the validator, which needs time to wait, has the one that is given here. */
    @Override
    public int priority() {
        return IdentityProvider.super.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        String token = request.getToken().getToken();
        SecurityIdentity before = known.getIfPresent(token);
        return before != null
                ? Uni.createFrom().item(before)
                : validator.authenticate(request, context).onItem().ifNotNull().transform(checked -> {
                    SecurityIdentity who = identity((JsonWebToken) checked.getPrincipal());
                    known.put(token, who);
                    return who;
                });
    }

    /** Without what belongs to the request alone. */
    private static SecurityIdentity identity(JsonWebToken token) {
        QuarkusSecurityIdentity.Builder identity =
                QuarkusSecurityIdentity.builder().setPrincipal(Login.of(token));
        String role = RolesFromClaims.role(token);
        if (role != null) {
            identity.addRole(role);
        }
        return identity.build();
    }

    private static Duration trusted(SecurityIdentity who) {
        // the login's time, also where the clock of a demonstration was moved
        Duration left = Duration.between(Instant.now(), ((Login) who.getPrincipal()).ends());
        return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }
}
