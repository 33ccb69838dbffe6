package be.vlaanderen.loopbaankrediet.outsideworld.login;

import be.vlaanderen.loopbaankrediet.outsideworld.Secret;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** OpenID Connect as far as tokens go; the page where a person logs in is {@link AuthorizeResource}, and tests have a grant without a page. */
@Path("/login")
@Produces(MediaType.APPLICATION_JSON)
public class LoginResource {

    private final Tokens tokens;
    private final Codes codes;
    private final SigningKey key;
    private final Map<String, Secret> clients;

    @Inject
    public LoginResource(
            Tokens tokens,
            Codes codes,
            SigningKey key,
            @ConfigProperty(name = "payout.client.id") Optional<String> payoutId,
            @ConfigProperty(name = "payout.client.secret") Optional<String> payoutSecret,
            @ConfigProperty(name = "wallet.client.id") Optional<String> walletId,
            @ConfigProperty(name = "wallet.client.secret") Optional<String> walletSecret) {
        this.tokens = tokens;
        this.codes = codes;
        this.key = key;
        this.clients = new HashMap<>();
        payoutId.ifPresent(id -> clients.put(id, Secret.of(payoutSecret)));
        walletId.ifPresent(id -> clients.put(id, Secret.of(walletSecret)));
    }

    /** What a client needs to know about this login (OpenID Connect Discovery 1.0). */
    public record Discovery(
            String issuer,
            @JsonProperty("jwks_uri") String jwksUri,
            @JsonProperty("authorization_endpoint") String authorizationEndpoint,
            @JsonProperty("token_endpoint") String tokenEndpoint,
            @JsonProperty("grant_types_supported") List<String> grantTypes,
            @JsonProperty("response_types_supported") List<String> responseTypes,
            @JsonProperty("subject_types_supported") List<String> subjectTypes,

            @JsonProperty("id_token_signing_alg_values_supported")
            List<String> algorithms,

            @JsonProperty("code_challenge_methods_supported")
            List<String> challenges,

            @JsonProperty("token_endpoint_auth_methods_supported")
            List<String> clientAuthentication) {}

    /** A token (RFC 6749, 5.1). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn,
            @JsonProperty("id_token") @Nullable String idToken,
            @Nullable String scope) {}

    /** No token (RFC 6749, 5.2). */
    public record Refusal(
            String error, @JsonProperty("error_description") String description) {}

    @GET
    @Path(".well-known/openid-configuration")
    public Discovery discovery() {
        String issuer = tokens.issuer();
        return new Discovery(
                issuer,
                issuer + "/jwks",
                issuer + "/authorize",
                issuer + "/token",
                List.of("authorization_code", "client_credentials", "persona"),
                List.of("code"),
                List.of("public"),
                List.of("RS256"),
                List.of("S256"),
                List.of("client_secret_post", "client_secret_basic", "none"));
    }

    @GET
    @Path("jwks")
    public SigningKey.Jwks jwks() {
        return key.published();
    }

    @POST
    @Path("token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response token(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @FormParam("grant_type") @Nullable String grant,
            @FormParam("persona") @Nullable String persona,
            @FormParam("as") @Nullable String as,
            @FormParam("code") @Nullable String code,
            @FormParam("redirect_uri") @Nullable String redirectUri,
            @FormParam("code_verifier") @Nullable String verifier,
            @FormParam("client_id") @Nullable String formId,
            @FormParam("client_secret") @Nullable String formSecret) {
        try {
            if (grant == null || grant.isBlank()) {
                throw new Tokens.NoToken("invalid_request", "Geef een grant_type: persona of client_credentials.");
            }
            return switch (grant) {
                case "persona" -> granted(tokens.forPersona(persona, as), null, null);
                case "authorization_code" -> {
                    Codes.Login login = codes.take(code, formId, redirectUri, verifier);
                    if (login == null) {
                        throw new Tokens.NoToken(
                                "invalid_grant", "Deze code is al gebruikt, te oud, of voor iemand anders.");
                    }
                    yield granted(
                            tokens.forPersona(login.persona(), login.as()),
                            tokens.idToken(login.persona(), login.client(), login.nonce()),
                            "openid");
                }
                case "client_credentials" -> {
                    Client client = authorization == null ? new Client(formId, formSecret) : fromBasic(authorization);
                    Secret secret = client.id == null ? null : clients.get(client.id);
                    if (client.id == null || secret == null || !secret.is(client.secret)) {
                        throw new Tokens.NoToken(
                                "invalid_client", "Dit client_id en client_secret horen niet bij elkaar.");
                    }
                    yield granted(tokens.forService(client.id), null, Tokens.SERVICE_SCOPE);
                }
                default ->
                    throw new Tokens.NoToken(
                            "unsupported_grant_type",
                            "Deze grant_type is er niet: kies authorization_code, client_credentials of persona.");
            };
        } catch (Tokens.NoToken e) {
            boolean wrongClient = e.error().equals("invalid_client");
            Response.ResponseBuilder response = Response.status(wrongClient ? 401 : 400)
                    .entity(new Refusal(e.error(), String.valueOf(e.getMessage())))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store");
            return (wrongClient ? response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"login\"") : response)
                    .build();
        }
    }

    private static Response granted(String token, @Nullable String idToken, @Nullable String scope) {
        return Response.ok(new Token(token, "Bearer", Tokens.LIFE.toSeconds(), idToken, scope))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private record Client(@Nullable String id, @Nullable String secret) {}

    /** RFC 6749, 2.3.1: both parts are form-encoded before they are joined. */
    private static Client fromBasic(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return new Client(null, null);
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(authorization.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? new Client(null, null)
                    : new Client(
                            URLDecoder.decode(pair.substring(0, colon), StandardCharsets.UTF_8),
                            URLDecoder.decode(pair.substring(colon + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return new Client(null, null);
        }
    }
}
