package be.vlaanderen.loopbaankrediet.outsideworld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says in a problem document that a body is too large; the server itself would only hang up. */
@Singleton
class LargestBody {

    private final long largest;
    private final String problem;

    @Inject
    LargestBody(@ConfigProperty(name = "largest-body-bytes") long largest, ObjectMapper json)
            throws JsonProcessingException {
        this.largest = largest;
        this.problem = json.writeValueAsString(Problem.of("too-large", 413, "Dit verzoek is te groot."));
    }

    void watch(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::check);
    }

    private void check(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.matches("[0-9]{1,18}") && Long.parseLong(length) > largest) {
            context.response()
                    .setStatusCode(413)
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .end(problem);
        } else {
            context.next();
        }
    }
}
