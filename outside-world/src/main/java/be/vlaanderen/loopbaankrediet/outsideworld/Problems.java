package be.vlaanderen.loopbaankrediet.outsideworld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every way a request can go wrong, as a problem document; nothing of the inside leaks out. */
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return e.problem().response();
    }

    @ServerExceptionMapper
    @Priority(1)
    Response unreadable(MismatchedInputException e) {
        String detail = switch (e) {
            case UnrecognizedPropertyException unknown ->
                "Dit veld bestaat niet. Wel: "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ".";
            case InvalidFormatException wrong
            when wrong.getTargetType() != null && wrong.getTargetType().isEnum() ->
                "Deze waarde bestaat niet. Kies uit: "
                        + Arrays.stream(wrong.getTargetType().getEnumConstants())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))
                        + ".";
            default -> "Deze waarde heeft niet de juiste vorm.";
        };
        return Problem.badRequest("body", path(e), detail).response();
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException e) {
        return Problem.badRequest("body", "", "Dit is geen geldige JSON.").response();
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof MismatchedInputException mismatched) {
                return unreadable(mismatched);
            }
            if (cause instanceof JsonProcessingException json) {
                return unreadable(json);
            }
        }
        if (!(e instanceof ClientErrorException)) {
            LOG.error("a request failed", e);
        }
        int status = e.getResponse().getStatus();
        Problem problem = switch (status) {
            case 400 -> Problem.of("bad-request", 400, "Dit verzoek is niet leesbaar.");
            case 404 -> Problem.of("not-found", 404, "Dit bestaat niet.");
            case 405 -> Problem.of("method-not-allowed", 405, "Dit kan op deze plaats niet met deze methode.");
            case 406 -> Problem.of("not-acceptable", 406, "In deze vorm wordt hier niet geantwoord.");
            case 413 -> Problem.of("too-large", 413, "Dit verzoek is te groot.");
            case 415 ->
                Problem.of("unsupported-media-type", 415, "Deze inhoud (Content-Type) wordt hier niet gelezen.");
            default ->
                Problem.of(
                        status >= 500 ? "unavailable" : "request-refused",
                        status,
                        "Dit verzoek kan nu niet verwerkt worden.");
        };
        return problem.response();
    }

    @ServerExceptionMapper
    Response unforeseen(Exception e) {
        LOG.error("a request failed", e);
        return Problem.of("internal-error", 500, "Er ging iets mis. Probeer het later opnieuw.")
                .response();
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
