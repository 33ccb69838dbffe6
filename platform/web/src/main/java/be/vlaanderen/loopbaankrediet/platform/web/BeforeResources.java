package be.vlaanderen.loopbaankrediet.platform.web;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the web server answers by itself, before any resource: problem documents there too, {@code GET /health}, and {@code GET /q/openapi}, which is
 * the file of {@code contracts/http} as it is (the description that the code gives is compared with it by tests, and no part of the service). Only
 * an address that is no URI (400) and headers that are too large (431) are refused before this, without a word.
 */
@Singleton
class BeforeResources {

    private static final ObjectMapper JSON = EventStore.json();
    private static final int BEFORE_QUARKUS_LOOKS_AT_THE_SIZE = -3;

    void mount(
            @Observes Router router,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
        router.get("/health").handler(context -> context.reroute("/q/health"));
        Buffer contract = contract(service);
        router.route("/q/openapi")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(context -> context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml;charset=UTF-8")
                        .end(contract));
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

    /**
     * A token is checked before the resource is looked for, so who is refused may have asked for anything: each path as it was sent would be a
     * series of its own among the metrics.
     */
    @Produces
    @Singleton
    static MeterFilter pathsOfWhoIsRefused() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals("http.server.requests") && "401".equals(id.getTag("status"))
                        ? id.replaceTags(Tags.concat(id.getTags(), "uri", "UNAUTHORIZED"))
                        : id;
            }
        };
    }

    private static Buffer contract(String service) {
        String file = "contract/" + service + ".openapi.yaml";
        try (InputStream contract =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (contract == null) {
                throw new IllegalStateException("no " + file + " among the resources; it stands in contracts/http");
            }
            return Buffer.buffer(contract.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
