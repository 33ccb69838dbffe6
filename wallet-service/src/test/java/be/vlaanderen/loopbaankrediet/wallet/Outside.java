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
import java.nio.file.Files;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final Map<String, JsonNode> mollie = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final List<JsonNode> dossiers = new CopyOnWriteArrayList<>();
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
        server.createContext(
                "/login/token",
                exchange -> answer(
                        exchange,
                        200,
                        json.createObjectNode().put("access_token", "own").put("expires_in", 3600)));
        server.createContext("/eligibility/v1/citizens", this::contact);
        server.createContext("/silent", exchange -> {
            silent.add(last(exchange));
            answer(exchange, 200, json.createObjectNode());
        });
        server.createContext("/mollie", exchange -> {
            mollie.put(last(exchange), json.readTree(exchange.getRequestBody()));
            answer(exchange, 200, json.createObjectNode());
        });
        server.createContext("/v2/payments", exchange -> {
            JsonNode payment = mollie.get(last(exchange));
            boolean failing = trouble.equals("mollie");
            answer(
                    exchange,
                    failing ? 503 : payment == null ? 404 : 200,
                    payment == null ? json.createObjectNode() : payment);
        });
        server.createContext("/api/v2/dosis/dossiers", exchange -> {
            JsonNode dossier = json.readTree(exchange.getRequestBody());
            if (trouble.equals("dosis")) {
                answer(exchange, 503, json.createObjectNode());
            } else {
                dossiers.add(dossier);
                answer(exchange, 202, json.createObjectNode());
            }
        });
        server.createContext("/books", this::books);
        server.createContext("/settled", this::settle);
        server.createContext("/trouble", exchange -> {
            trouble = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer(exchange, 200, json.createObjectNode());
        });
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.ofEntries(
                Map.entry("ELIGIBILITY_URL", url),
                Map.entry("PAYMENT_PROVIDER_URL", url),
                Map.entry("PAYMENT_API_KEY", API_KEY),
                Map.entry("PAYMENT_WEBHOOK_SECRET", WEBHOOK_SECRET),
                Map.entry("MOLLIE_URL", url),
                Map.entry("MOLLIE_API_KEY", API_KEY),
                Map.entry("LOGIN_TOKEN_URL", url + "/login/token"),
                Map.entry("WALLET_CLIENT_ID", "wallet"),
                Map.entry("WALLET_CLIENT_SECRET", "secret"),
                Map.entry("MAIL_FOLDER", mailFolder()),
                Map.entry("DOSIS_URL", url),
                Map.entry("DOSIS_TOKEN", "token"),
                Map.entry("WALLET_PUBLIC_URL", "http://wallet.test"),
                Map.entry("CITIZEN_PAGE_URL", "http://front-ends.test/mijn-loopbaankrediet/"),
                Map.entry("outside.url", url));
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

    private void contact(HttpExchange exchange) throws IOException {
        String citizen = exchange.getRequestURI().getPath().split("/", -1)[4];
        if (trouble.equals("contact")) {
            answer(exchange, 503, json.createObjectNode());
            return;
        }
        answer(
                exchange,
                200,
                json.createObjectNode()
                        .put("ssin", "80010100196")
                        .put("email", citizen + "@example.be")
                        .put("notify", !silent.contains(citizen)));
    }

    private static String last(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String mailFolder() {
        try {
            return Files.createTempDirectory("wallet-mail").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        books.putArray("dossiers").addAll(dossiers);
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
