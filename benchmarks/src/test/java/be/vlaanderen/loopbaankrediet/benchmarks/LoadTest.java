package be.vlaanderen.loopbaankrediet.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        answer("/length", 200, false);
        answer("/chunks", 200, true);
        answer("/no", 409, false);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(String path, int status, boolean chunked) {
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                requests.incrementAndGet();
                byte[] body = "{\"status\":\"QUEUED\"}".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, chunked ? 0 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    @Test
    void every_request_is_made_once_and_counted_by_its_answer() {
        Load.Measured measured = load(3).asFastAsPossible(
                        LONG_ENOUGH, number -> number < 30 ? request(number % 3 == 0 ? "/no" : "/length") : Load.NONE);
        assertEquals(30, requests.get());
        assertEquals(20, measured.answers());
        assertEquals(10, measured.failures());
        assertEquals(30, measured.latency().getTotalCount());
    }

    @Test
    void answers_with_a_length_and_in_chunks_are_read_to_their_end() throws IOException {
        try (HttpConnection connection =
                new HttpConnection("localhost", server.getAddress().getPort(), 10_000)) {
            for (String path : new String[] {"/length", "/chunks", "/length"}) {
                assertEquals(200, connection.send(request(path)));
                assertEquals("{\"status\":\"QUEUED\"}", connection.body());
            }
        }
    }

    @Test
    void at_a_fixed_rate_who_waits_for_a_stalled_service_is_charged_with_the_waiting() {
        CountDownLatch stalled = new CountDownLatch(1);
        server.createContext("/stall", exchange -> {
            try (exchange) {
                if (requests.incrementAndGet() == 1) {
                    stalled.await();
                }
                exchange.sendResponseHeaders(204, -1); // no body
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        // one connection: all others are due while the first is not answered
        Load.Measured measured = load(1).atRate(100, LONG_ENOUGH, number -> {
            if (number == 0) {
                var unused = Executors.newSingleThreadScheduledExecutor(
                                Thread.ofVirtual().factory())
                        .schedule(stalled::countDown, 500, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
            return number < 20 ? request("/stall") : Load.NONE;
        });
        assertEquals(20, measured.answers());
        assertTrue(measured.millis(50) > 200, () -> "half of them waited " + measured.millis(50) + " ms");
    }

    @Test
    void no_load_is_made_at_a_rate_of_nothing() {
        assertThrows(IllegalArgumentException.class, () -> load(1).atRate(0, LONG_ENOUGH, number -> Load.NONE));
    }

    private Load load(int connections) {
        return new Load("localhost", server.getAddress().getPort(), connections);
    }

    private static byte[] request(String path) {
        return HttpConnection.request("GET", path, "", "");
    }
}
