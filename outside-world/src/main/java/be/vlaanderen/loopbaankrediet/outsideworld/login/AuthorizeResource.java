package be.vlaanderen.loopbaankrediet.outsideworld.login;

import be.vlaanderen.loopbaankrediet.outsideworld.Ssin;
import be.vlaanderen.loopbaankrediet.outsideworld.people.People;
import be.vlaanderen.loopbaankrediet.outsideworld.people.Person;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The page where a person logs in: authorization code with PKCE (OpenID Connect Core 1.0, RFC 7636). Here one chooses who to be. */
@Path("/login/authorize")
@Produces("text/html;charset=UTF-8")
public class AuthorizeResource {

    /** Most people that the page offers by name; anybody else by citizen number. */
    private static final int OFFERED = 12;

    private final Codes codes;
    private final People people;
    private final Template page;
    private final String client;
    private final String clientUrl;

    @Inject
    public AuthorizeResource(
            Codes codes,
            People people,
            @Location("login.html") Template page,
            @ConfigProperty(name = "login.client") String client,
            @ConfigProperty(name = "login.client-url") String clientUrl) {
        this.codes = codes;
        this.people = people;
        this.page = page;
        this.client = client;
        this.clientUrl = clientUrl.replaceAll("/+$", "");
    }

    /** What a client asks. */
    public static final class Question {
        @QueryParam("response_type")
        @Nullable String responseType;

        @QueryParam("client_id")
        @Nullable String clientId;

        @QueryParam("redirect_uri")
        @Nullable String redirectUri;

        @QueryParam("code_challenge")
        @Nullable String challenge;

        @QueryParam("code_challenge_method")
        @Nullable String method;

        @QueryParam("state")
        @Nullable String state;

        @QueryParam("nonce")
        @Nullable String nonce;

        /** As what the person wants to log in: citizen, counsellor or officer. */
        @QueryParam("as")
        @Nullable String as;
    }

    /** Somebody to be. */
    public record Choice(String persona, String name) {}

    @GET
    public Response ask(@BeanParam Question question) {
        return isOurs(question) ? page(200, question, null) : refused();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(
            @BeanParam Question question,
            @FormParam("persona") @Nullable String persona,
            @FormParam("number") @Nullable String number) {
        if (!isOurs(question)) {
            return refused();
        }
        String who = number == null || number.isBlank() ? persona : number.replaceAll("[ .-]", "");
        if (who == null || (people.withPersona(who) == null && !Ssin.isValid(who))) {
            return page(400, question, "Dit rijksregisternummer klopt niet: 11 cijfers met een geldig controlegetal.");
        }
        String code = codes.codeFor(new Codes.Login(
                who, question.as, client, "" + question.redirectUri, "" + question.challenge, question.nonce));
        UriBuilder back = UriBuilder.fromUri("" + question.redirectUri).queryParam("code", code);
        if (question.state != null) {
            back.queryParam("state", "{state}");
            return Response.seeOther(back.build(question.state)).build();
        }
        return Response.seeOther(back.build()).build();
    }

    /** Only our own front end may be sent a code; who asks wrongly is told here and sent nowhere. */
    private boolean isOurs(Question question) {
        return "code".equals(question.responseType)
                && client.equals(question.clientId)
                && question.redirectUri != null
                && question.redirectUri.startsWith(clientUrl + "/")
                && "S256".equals(question.method)
                && question.challenge != null
                && question.challenge.matches("[A-Za-z0-9_-]{43}");
    }

    private Response refused() {
        return html(
                400,
                page.data("choices", List.of())
                        .data("role", "")
                        .data("problem", null)
                        .data("action", "")
                        .render(),
                "'none'");
    }

    private Response page(int status, Question question, @Nullable String problem) {
        String as = question.as == null ? "" : question.as;
        List<Choice> choices = people.all().stream()
                .filter(named -> named.person().persona() != null && suits(named.person(), as))
                .map(named -> new Choice(
                        "" + named.person().persona(),
                        named.person().name() == null
                                ? "" + named.person().persona()
                                : "" + named.person().name()))
                .sorted(Comparator.comparing(Choice::name))
                .limit(OFFERED)
                .toList();
        String action = UriBuilder.fromPath("/login/authorize")
                .queryParam("response_type", "code")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{redirect}")
                .queryParam("code_challenge", "{challenge}")
                .queryParam("code_challenge_method", "S256")
                .queryParam("state", "{state}")
                .queryParam("nonce", "{nonce}")
                .queryParam("as", "{as}")
                .build(
                        client,
                        "" + question.redirectUri,
                        "" + question.challenge,
                        question.state == null ? "" : question.state,
                        question.nonce == null ? "" : question.nonce,
                        as)
                .toString();
        String role = switch (as.toLowerCase(Locale.ROOT)) {
            case "counsellor" -> "als loopbaanbegeleider";
            case "officer" -> "als medewerker";
            default -> "als burger";
        };
        return html(
                status,
                page.data("choices", choices)
                        .data("role", role)
                        .data("problem", problem)
                        .data("action", action)
                        .render(),
                origin("" + question.redirectUri));
    }

    private static boolean suits(Person person, String as) {
        return switch (as.toLowerCase(Locale.ROOT)) {
            case "counsellor" -> person.enterpriseNumber() != null;
            case "officer" -> person.worksForGovernment();
            default -> person.enterpriseNumber() == null && !person.worksForGovernment();
        };
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    /** @param client where the form's answer leads; a browser holds the redirect against the policy too */
    private static Response html(int status, String html, String client) {
        return Response.status(status)
                .entity(html)
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; form-action 'self' " + client
                                + "; frame-ancestors 'none'; base-uri 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
