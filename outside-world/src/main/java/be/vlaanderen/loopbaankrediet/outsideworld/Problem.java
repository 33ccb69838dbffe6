package be.vlaanderen.loopbaankrediet.outsideworld;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * What is wrong with a request (RFC 9457).
 *
 * @param detail Dutch: what is wrong and how to mend it
 * @param issues one for each part of the input that is wrong
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<Issue> issues) {

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String PREFIX = "urn:problem-type:loopbaankrediet:";

    /**
     * @param in {@code body}, {@code path}, {@code query} or {@code header}
     * @param name of the field: {@code region}, {@code periods[0].from}
     */
    public record Issue(String type, String in, String name, String detail) {

        public static Issue of(String in, String name, String detail) {
            return new Issue(PREFIX + "invalid-value", in, name, detail);
        }
    }

    public static Problem of(String name, int status, String detail) {
        return new Problem(PREFIX + name, title(name), status, detail, List.of());
    }

    public static Problem badRequest(List<Issue> issues) {
        return new Problem(
                PREFIX + "bad-request",
                title("bad-request"),
                400,
                "Sommige gegevens kloppen niet. Verbeter wat hieronder staat en probeer opnieuw.",
                issues);
    }

    public static Problem badRequest(String in, String name, String detail) {
        return badRequest(List.of(Issue.of(in, name, detail)));
    }

    public Response response() {
        return Response.status(status)
                .entity(this)
                .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .build();
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    private static String title(String name) {
        String words = name.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
