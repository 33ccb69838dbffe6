package be.vlaanderen.loopbaankrediet.platform.web;

import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions.ConflictException;
import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
    Response refused(RefusedException e) {
        return Problem.of(e.reason().problem(), e.reason().status(), e.reason().detail(), e.data())
                .response();
    }

    @ServerExceptionMapper
    Response conflict(ConflictException e) {
        return Problem.of("busy", 409, "Iemand anders wijzigde dit op hetzelfde moment. Probeer het opnieuw.")
                .response(Map.of(HttpHeaders.RETRY_AFTER, "1"));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    @Priority(1)
    Response unauthorized(Exception e) {
        return unauthorized();
    }

    static Response unauthorized() {
        return Problem.of("unauthorized", 401, "Meld u aan: er is geen geldig toegangsbewijs meegestuurd.")
                .response(Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    }

    @ServerExceptionMapper
    @Priority(1)
    Response forbidden(ForbiddenException e) {
        return Problem.of("forbidden", 403, "U bent aangemeld, maar dit mag u met deze rol niet doen.")
                .response();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e) {
        List<Issue> issues = new ArrayList<>();
        for (ConstraintViolation<?> violation : e.getConstraintViolations()) {
            // first two steps are the method and its parameter
            String[] steps = violation.getPropertyPath().toString().split("\\.", -1);
            boolean inBody = steps.length > 2;
            String name =
                    inBody ? Arrays.stream(steps).skip(2).collect(Collectors.joining(".")) : steps[steps.length - 1];
            issues.add(Issue.of(
                    "invalid-value", inBody || "body".equals(name) ? "body" : "request", name, violation.getMessage()));
        }
        return Problem.badRequest(issues).response();
    }

    @ServerExceptionMapper
    @Priority(1)
    Response unreadable(MismatchedInputException e) {
        String name = path(e);
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
        return Problem.badRequest(List.of(Issue.of("invalid-value", "body", name, detail)))
                .response();
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException e) {
        return Problem.badRequest(List.of(Issue.of("invalid-json", "body", "", "Dit is geen geldige JSON.")))
                .response();
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
        return withStatus(e.getResponse().getStatus()).response();
    }

    /** For what the web server itself refuses. */
    static Problem withStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of("bad-request", 400, "Dit verzoek is niet leesbaar.");
            case 401 -> Problem.of("unauthorized", 401, "Meld u aan.");
            case 403 -> Problem.of("forbidden", 403, "Dit mag u met deze rol niet doen.");
            case 404 -> Problem.of("not-found", 404, "Dit bestaat niet, of het is niet van u.");
            case 405 -> Problem.of("method-not-allowed", 405, "Dit kan op deze plaats niet met deze methode.");
            case 406 -> Problem.of("not-acceptable", 406, "Deze dienst antwoordt in JSON.");
            case 413 -> Problem.of("too-large", 413, "Dit verzoek is te groot.");
            case 415 -> Problem.of("unsupported-media-type", 415, "Stuur JSON (Content-Type: application/json).");
            default ->
                Problem.of(
                        status >= 500 ? "unavailable" : "request-refused",
                        status,
                        "Dit verzoek kan nu niet verwerkt worden.");
        };
    }

    @ServerExceptionMapper
    Response unforeseen(Exception e) {
        if (databaseAway(e)) {
            LOG.warnf("a request found no database in time: %s", e.getClass().getSimpleName());
            return Problem.of(
                            "busy",
                            503,
                            "Het is nu te druk, of er wordt even aan het systeem gewerkt. Er is niets gewijzigd. Probeer het over enkele seconden opnieuw.")
                    .response(Map.of(HttpHeaders.RETRY_AFTER, "5"));
        }
        LOG.error("a request failed", e);
        return Problem.of("internal-error", 500, "Er ging iets mis aan onze kant. Probeer het later opnieuw.")
                .response();
    }

    /** Passes by itself: no connection to be had in time, the server going down or starting, or a lock held too long. */
    private static boolean databaseAway(Throwable e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                // the pool gives no state, the server and its driver always do
                return state == null
                        || state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P")
                        || "55P03".equals(state);
            }
        }
        return false;
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
