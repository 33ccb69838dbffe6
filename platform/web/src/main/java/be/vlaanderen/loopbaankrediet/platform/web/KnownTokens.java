package be.vlaanderen.loopbaankrediet.platform.web;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Recent;
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

    private static final int MOST = 50_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final MpJwtValidator validator;
    private final Recent<String, Known> known = new Recent<>(MOST);

    private record Known(SecurityIdentity who, Instant until) {}

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
        Known before = known.get(token);
        return before != null && Instant.now().isBefore(before.until())
                ? Uni.createFrom().item(before.who())
                : validator.authenticate(request, context).onItem().ifNotNull().transform(checked -> {
                    Known now = known((JsonWebToken) checked.getPrincipal());
                    known.put(token, now);
                    return now.who();
                });
    }

    private static Known known(JsonWebToken token) {
        Login login = Login.of(token);
        // the login's time, also where the clock of a demonstration was moved
        Instant longest = Instant.now().plus(LONGEST);
        return new Known(identity(login, token), login.ends().isBefore(longest) ? login.ends() : longest);
    }

    /** Without what belongs to the request alone. */
    private static SecurityIdentity identity(Login login, JsonWebToken token) {
        QuarkusSecurityIdentity.Builder identity =
                QuarkusSecurityIdentity.builder().setPrincipal(login);
        String role = RolesFromClaims.role(token);
        if (role != null) {
            identity.addRole(role);
        }
        return identity.build();
    }
}
