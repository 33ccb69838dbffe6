package be.vlaanderen.loopbaankrediet.platform.web;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the web server answers by itself, before any resource: problem documents there too, and {@code GET /health}. Only an address that is no
 * URI (400) and headers that are too large (431) are refused before this, without a word.
 */
@Singleton
class BeforeResources {

    private static final ObjectMapper JSON = EventStore.json();
    private static final int BEFORE_QUARKUS_LOOKS_AT_THE_SIZE = -3;

    void mount(
            @Observes Router router,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
        router.get("/health").handler(context -> context.reroute("/q/health"));
        router.route().order(BEFORE_QUARKUS_LOOKS_AT_THE_SIZE).handler(context -> {
            if (length(context) > largestBody.asLongValue()) {
                // what is still on its way is not read, so the connection ends with the answer
                context.response().putHeader(HttpHeaders.CONNECTION, "close");
                answer(context, Problems.withStatus(413));
            } else {
                context.next();
            }
        });
        for (int status : new int[] {400, 404, 405}) {
            router.errorHandler(status, context -> answer(context, Problems.withStatus(status)));
        }
    }

    private static long length(RoutingContext context) {
        String header = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException unreadable) {
            return Long.MAX_VALUE;
        }
    }

    private static void answer(RoutingContext context, Problem problem) {
        try {
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(JSON.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
