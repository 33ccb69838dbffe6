package be.vlaanderen.loopbaankrediet.platform.web;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * The clock of a development platform: the machine's clock plus an offset that a clock server tells. Follows the server on one thread, so
 * that fourteen days can pass in a demo. Never used where no {@code clock.url} is set.
 */
final class MovableClock extends Clock implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(MovableClock.class);
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final URI url;
    private final String service;
    private final Clock machine = Clock.systemUTC();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final List<Runnable> moved = new CopyOnWriteArrayList<>();
    private volatile Duration offset = Duration.ZERO;
    private volatile boolean running = true;
    private long version = -1;

    MovableClock(URI url, String service) {
        this.url = url;
        this.service = service;
        follow(); // the first answer comes at once: no service starts on another day than the platform
        Thread.ofPlatform().name("movable-clock").daemon().start(() -> {
            while (running) {
                follow();
            }
        });
    }

    /** Runs after each move, before the server is asked again. */
    void onMove(Runnable action) {
        moved.add(action);
    }

    private void follow() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "?after=" + version + "&as=" + service))
                    .timeout(WAIT)
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = EventStore.json().readTree(response.body());
            if (response.statusCode() == 200 && answer.path("version").asLong() != version) {
                version = answer.path("version").asLong();
                offset = Duration.between(
                        machine.instant(), Instant.parse(answer.path("now").asText()));
                LOG.infof("the clock stands at %s", instant());
                moved.forEach(Runnable::run);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("the clock server does not answer", e);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("days are those of Brussels: use Days");
    }

    @Override
    public void close() {
        running = false;
    }
}
