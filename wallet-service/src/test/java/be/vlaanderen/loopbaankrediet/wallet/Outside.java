package be.vlaanderen.loopbaankrediet.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * What the service asks over HTTP: eligibility-service, which knows everyone whose number does not start with 99, and a payment provider,
 * whose books lie open under {@code /books}; {@code PUT /settled/<reference>} makes it pay or cancel without telling. {@code PUT /trouble} with {@code eligibility} or {@code payments} makes that one fail.
 */
public class Outside implements QuarkusTestResourceLifecycleManager {

    static final String API_KEY = "key-for-tests";
    static final String WEBHOOK_SECRET = "secret-for-tests";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, ObjectNode> paymentsByReference = new LinkedHashMap<>();
    private final Map<String, ObjectNode> refundsByReference = new LinkedHashMap<>();
    private HttpServer server;
    private volatile String trouble = "";

    /** The pseudonym that eligibility-service has for a citizen number. */
    static UUID citizen(String citizenNumber) {
        return UUID.nameUUIDFromBytes(("citizen " + citizenNumber).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/eligibility/v1/me", this::eligibility);
        server.createContext("/payments", this::payments);
        server.createContext("/books", this::books);
        server.createContext("/settled", this::settle);
        server.createContext("/trouble", exchange -> {
            trouble = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer(exchange, 200, json.createObjectNode());
        });
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.of(
                "ELIGIBILITY_URL", url,
                "PAYMENT_PROVIDER_URL", url,
                "PAYMENT_API_KEY", API_KEY,
                "PAYMENT_WEBHOOK_SECRET", WEBHOOK_SECRET,
                "WALLET_PUBLIC_URL", "http://wallet.test",
                "outside.url", url);
    }

    private void eligibility(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
        String number = claims.path("rrn").asText();
        if (trouble.equals("eligibility")) {
            answer(exchange, 500, json.createObjectNode());
        } else if (number.startsWith("99")) {
            answer(exchange, 404, json.createObjectNode());
        } else {
            answer(
                    exchange,
                    200,
                    json.createObjectNode()
                            .put("citizen", citizen(number).toString())
                            .put("later", "field"));
        }
    }

    private synchronized void payments(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Authorization");
        if (trouble.equals("payments") || !("Bearer " + API_KEY).equals(key)) {
            answer(exchange, 500, json.createObjectNode());
            return;
        }
        if (exchange.getRequestMethod().equals("GET")) {
            String id = exchange.getRequestURI().getPath().substring("/payments/".length());
            for (ObjectNode payment : paymentsByReference.values()) {
                if (payment.path("id").asText().equals(id)) {
                    answer(exchange, 200, payment);
                    return;
                }
            }
            answer(exchange, 404, json.createObjectNode());
            return;
        }
        ObjectNode order = (ObjectNode) json.readTree(exchange.getRequestBody());
        String reference = order.path("reference").asText();
        String path = exchange.getRequestURI().getPath();
        Map<String, ObjectNode> book = path.endsWith("/refunds") ? refundsByReference : paymentsByReference;
        ObjectNode entry = book.computeIfAbsent(reference, ignored -> {
            String id = path.endsWith("/refunds") ? path.split("/", -1)[2] : "pay_" + UUID.randomUUID();
            return order.put("id", id)
                    .put("status", "OPEN")
                    .put("checkoutUrl", "https://pay.example/checkout/" + id)
                    .put("calls", 0);
        });
        entry.put("calls", entry.path("calls").asInt() + 1);
        answer(exchange, 201, entry);
    }

    /** {@code PUT /settled/<reference>} with the status that the payment has from now on, without a notification. */
    private synchronized void settle(HttpExchange exchange) throws IOException {
        String reference = exchange.getRequestURI().getPath().substring("/settled/".length());
        String status = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        paymentsByReference.get(reference).put("status", status);
        answer(exchange, 200, json.createObjectNode());
    }

    private synchronized void books(HttpExchange exchange) throws IOException {
        ObjectNode books = json.createObjectNode();
        books.putArray("payments").addAll(paymentsByReference.values());
        books.putArray("refunds").addAll(refundsByReference.values());
        answer(exchange, 200, books);
    }

    private void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
