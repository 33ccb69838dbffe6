package be.vlaanderen.loopbaankrediet.platform.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457) with issues as in the Belgian interoperability guide.
 *
 * @param type {@code urn:problem-type:loopbaankrediet:<name>}
 * @param title short English name of the kind of problem
 * @param detail Dutch: what is wrong and how to mend it
 * @param issues what is wrong with which part of the input
 * @param data further members, for machines
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<Issue> issues,
        @JsonAnyGetter Map<String, Object> data) {

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String PREFIX = "urn:problem-type:loopbaankrediet:";

    /**
     * @param in {@code body}, {@code path}, {@code query} or {@code header}
     * @param name of the field: {@code startedAt}, {@code places[0].municipality}
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Issue(String type, String in, String name, String detail) {

        public static Issue of(String problem, String in, String name, String detail) {
            return new Issue(PREFIX + problem, in, name, detail);
        }
    }

    public static Problem of(String name, int status, String detail) {
        return new Problem(PREFIX + name, title(name), status, detail, List.of(), Map.of());
    }

    public static Problem of(String name, int status, String detail, Map<String, Object> data) {
        return new Problem(PREFIX + name, title(name), status, detail, List.of(), data);
    }

    /** 400 for input that cannot be understood; names each field that is wrong. */
    public static Problem badRequest(List<Issue> issues) {
        return new Problem(
                PREFIX + "bad-request",
                title("bad-request"),
                400,
                "Sommige gegevens kloppen niet. Verbeter wat hieronder staat en probeer opnieuw.",
                issues,
                Map.of());
    }

    public Response response() {
        return response(Map.of());
    }

    public Response response(Map<String, String> headers) {
        Response.ResponseBuilder builder =
                Response.status(status).entity(this).header(HttpHeaders.CONTENT_TYPE, MediaType.valueOf(MEDIA_TYPE));
        headers.forEach(builder::header);
        return builder.build();
    }

    /** For code that is not inside a resource's answer. */
    public ProblemException exception() {
        return new ProblemException(this, null);
    }

    public ProblemException exception(@Nullable Throwable cause) {
        return new ProblemException(this, cause);
    }

    private static String title(String name) {
        String words = name.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
