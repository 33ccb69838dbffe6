package be.vlaanderen.loopbaankrediet.platform.web;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.MpJwtValidator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Checking a token may ask the login for its keys, so it is done on a thread that may wait. A token that was checked a moment ago
 * ({@link VerifiedTokens}) needs none, which spares every further call of a person two changes of thread.
 */
@ApplicationScoped
class KnownTokens implements IdentityProvider<TokenAuthenticationRequest> {

    private static final AuthenticationRequestContext AT_ONCE =
            check -> Uni.createFrom().item(check);

    private final VerifiedTokens verified;
    private final MpJwtValidator validator;

    @Inject
    KnownTokens(VerifiedTokens verified, MpJwtValidator validator) {
        this.verified = verified;
        this.validator = validator;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public int priority() {
        return SYSTEM_FIRST;
    }

    /** No identity for an unknown token: the validator is asked next, with time to wait. */
    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return verified.knows(request.getToken().getToken())
                ? validator.authenticate(request, AT_ONCE)
                : Uni.createFrom().nullItem();
    }
}
