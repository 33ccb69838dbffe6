package be.vlaanderen.loopbaankrediet.frontends;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jose4j.lang.HashUtil;
import org.jspecify.annotations.Nullable;

/**
 * Logging in by authorization code with PKCE (OpenID Connect Core 1.0, 3.1; RFC 7636). Each front end has a login of its own, and the token
 * stays in a cookie that no script can read.
 */
@Path("/{front : mijn-loopbaankrediet|begeleider|beheer}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LoginResource {

    private static final Logger LOG = Logger.getLogger(LoginResource.class);
    private static final String PENDING_COOKIE = "aanmelding";
    private static final int PENDING_SECONDS = 600;
    private static final int RANDOM_BYTES = 32;

    private final Seal seal;
    private final Login login;
    private final JWTParser tokens;
    private final String client;
    private final String authorizeUrl;
    private final String publicUrl;
    private final SecureRandom random = new SecureRandom();

    /** A token ends by the machine's time, also where the clock of a demonstration was moved. */
    private final Clock clock = Clock.systemUTC();

    @Inject
    LoginResource(
            Seal seal,
            @RestClient Login login,
            JWTParser tokens,
            @ConfigProperty(name = "login.client") String client,
            @ConfigProperty(name = "login.authorize-url") String authorizeUrl,
            @ConfigProperty(name = "public-url") String publicUrl) {
        this.seal = seal;
        this.login = login;
        this.tokens = tokens;
        this.client = client;
        this.authorizeUrl = authorizeUrl;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** A login that began and is not finished. */
    record Pending(String verifier, String state, String nonce, String to) {}

    /** Who is logged in. */
    public record Who(@Nullable String name, Instant until) {}

    /** @param to where to go on afterwards, within this front end: {@code #/boekingen} */
    @GET
    @Path("aanmelden")
    public Response begin(@PathParam("front") String path, @QueryParam("naar") @Nullable String to) {
        FrontEnd front = front(path);
        Pending pending = new Pending(random(), random(), random(), within(to));
        URI page = UriBuilder.fromUri(authorizeUrl)
                .queryParam("response_type", "code")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{back}")
                .queryParam("scope", "openid")
                .queryParam("code_challenge", challenge(pending.verifier()))
                .queryParam("code_challenge_method", "S256")
                .queryParam("state", pending.state())
                .queryParam("nonce", pending.nonce())
                .queryParam("as", front.as())
                .build(client, back(front));
        return Response.seeOther(page)
                .cookie(cookie(PENDING_COOKIE, seal.seal(pending), "/" + path, PENDING_SECONDS))
                .build();
    }

    @GET
    @Path("terug")
    public Response back(
            @PathParam("front") String path,
            @QueryParam("code") @Nullable String code,
            @QueryParam("state") @Nullable String state,
            @CookieParam(PENDING_COOKIE) @Nullable String cookie) {
        FrontEnd front = front(path);
        Pending pending = seal.open(cookie, Pending.class).orElse(null);
        if (pending == null || code == null || !pending.state().equals(state)) {
            return failed(front);
        }
        return redeem(front, code, pending)
                .map(session -> Response.seeOther(URI.create(home(front) + pending.to()))
                        .cookie(cookie(Session.COOKIE, seal.seal(session), "/" + path, (int)
                                (session.until().getEpochSecond()
                                        - clock.instant().getEpochSecond())))
                        .cookie(cookie(PENDING_COOKIE, "", "/" + path, 0))
                        .build())
                .orElseGet(() -> failed(front));
    }

    @GET
    @Path("wie")
    public Response who(@CookieParam(Session.COOKIE) @Nullable String cookie) {
        return seal.open(cookie, Session.class)
                .filter(session -> session.until().isAfter(clock.instant()))
                .map(session -> Response.ok(new Who(session.name(), session.until())))
                .orElseGet(Response::noContent)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("afmelden")
    public Response end(@PathParam("front") String path, @HeaderParam("Origin") @Nullable String origin) {
        if (!publicUrl.equals(origin)) {
            return Response.status(Response.Status.FORBIDDEN).build();
        }
        return Response.noContent()
                .cookie(cookie(Session.COOKIE, "", "/" + path, 0))
                .build();
    }

    private Optional<Session> redeem(FrontEnd front, String code, Pending pending) {
        try {
            Login.Tokens answer = login.redeem("authorization_code", code, back(front), pending.verifier(), client);
            JsonWebToken who = tokens.parse(answer.idToken());
            if (!pending.nonce().equals(who.getClaim("nonce"))) {
                LOG.warn("the login answered with another nonce than was asked");
                return Optional.empty();
            }
            String name = who.getClaim("name");
            return Optional.of(
                    new Session(answer.accessToken(), name, clock.instant().plusSeconds(answer.expiresIn())));
        } catch (WebApplicationException | ProcessingException | ParseException e) {
            LOG.warnf("no login: %s", e.toString());
            return Optional.empty();
        }
    }

    private Response failed(FrontEnd front) {
        return Response.seeOther(URI.create(home(front) + "#/aanmelden-mislukt"))
                .cookie(cookie(PENDING_COOKIE, "", "/" + front.path(), 0))
                .build();
    }

    private NewCookie cookie(String name, String value, String path, int seconds) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(path)
                .maxAge(seconds)
                .httpOnly(true)
                .secure(publicUrl.startsWith("https:"))
                .sameSite(NewCookie.SameSite.LAX) // the login sends the browser back from another site
                .build();
    }

    private String home(FrontEnd front) {
        return publicUrl + "/" + front.path() + "/";
    }

    private String back(FrontEnd front) {
        return home(front) + "terug";
    }

    private String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(HashUtil.getMessageDigest(HashUtil.SHA_256)
                        .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Only a place in the same page: nobody is sent elsewhere by a link to our login. */
    private static String within(@Nullable String to) {
        return to != null && to.matches("#/[A-Za-z0-9/?=&._~-]{0,200}") ? to : "";
    }

    private static FrontEnd front(String path) {
        return FrontEnd.at(path).orElseThrow(NotFoundException::new);
    }
}
