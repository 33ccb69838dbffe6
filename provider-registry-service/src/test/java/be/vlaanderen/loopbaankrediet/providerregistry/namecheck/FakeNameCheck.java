package be.vlaanderen.loopbaankrediet.providerregistry.namecheck;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows the names behind accounts: every account is in the right name, unless a test says otherwise. */
public class FakeNameCheck implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();

    private HttpServer server;

    /** Says what is answered for an account from now on; anything else than a result is no answer. */
    public static void answer(String iban, String result) {
        ANSWERS.put(iban, result);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/names", FakeNameCheck::answer);
        server.start();
        return Map.of(
                "NAME_CHECK_URL",
                "http://localhost:" + server.getAddress().getPort() + "/names",
                "name-check.pause",
                "500ms");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var question = EventStore.json().readTree(exchange.getRequestBody().readAllBytes());
            boolean asked = question.path("name").asText().equals("Nele Peeters");
            String result = ANSWERS.getOrDefault(question.path("iban").asText(), "MATCH");
            byte[] reply = ("{\"result\": \"" + result + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(asked ? 200 : 400, reply.length);
            exchange.getResponseBody().write(reply);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
