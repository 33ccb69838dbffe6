package be.vlaanderen.loopbaankrediet.wallet.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.wallet.outside.Payments.Page;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.TakePaymentNotification.News;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a small fake that speaks Mollie's REST API v2. */
class MollieGatewayTest {

    private static final UUID BOOKING = UUID.fromString("5f0a7a52-3c1e-4b0f-8a35-2a016f1b7f6f");

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, ObjectNode> payments = new LinkedHashMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final List<ObjectNode> refunds = new ArrayList<>();
    private HttpServer server;
    private MollieGateway mollie;
    private int failWith;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v2/payments", this::answer);
        server.start();
        mollie = gateway("live_key");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_payment_is_asked_with_its_amount_as_text_and_its_references() {
        Page page = mollie.request(order());
        assertEquals("https://www.mollie.com/checkout/" + page.payment(), page.checkoutUrl());
        ObjectNode asked = payments.get(page.payment());
        assertEquals(
                "{\"currency\":\"EUR\",\"value\":\"50.05\"}",
                asked.path("amount").toString());
        assertEquals(BOOKING.toString(), asked.path("metadata").path("booking").asText());
        assertTrue(asked.path("description").asText().endsWith("+++123/4567/89002+++"));
        assertEquals(
                "http://wallet.test/wallet/v1/payment-notifications/mollie",
                asked.path("webhookUrl").asText());
        assertEquals(
                "http://front-ends.test/mijn-loopbaankrediet/#/boekingen/" + BOOKING,
                asked.path("redirectUrl").asText());
    }

    @Test
    void the_same_reference_is_the_same_payment() {
        assertEquals(mollie.request(order()), mollie.request(order()));
        assertEquals(1, payments.size());
    }

    @Test
    void what_became_of_a_payment_is_asked_and_only_an_end_is_news() {
        String id = mollie.request(order()).payment();
        for (String status : List.of("open", "pending", "authorized", "something-new")) {
            payments.get(id).put("status", status);
            assertEquals(Optional.empty(), mollie.ask(id), status);
        }
        payments.get(id).put("status", "paid");
        assertEquals(Optional.of(new Payments.Told(News.PAID, 5_005)), mollie.ask(id));
        for (String status : List.of("canceled", "expired", "failed")) {
            payments.get(id).put("status", status);
            assertEquals(News.CANCELLED, mollie.ask(id).orElseThrow().news(), status);
        }
    }

    @Test
    void money_that_was_given_back_by_hand_does_not_count_as_paid() {
        String id = mollie.request(order()).payment();
        payments.get(id).put("status", "paid").set("amountRefunded", amount("20.00"));
        assertEquals(3_005, mollie.ask(id).orElseThrow().amountCents());
    }

    @Test
    void an_amount_in_another_currency_is_no_payment_of_ours() {
        String id = mollie.request(order()).payment();
        payments.get(id).put("status", "paid").set("amount", amount("50.05").put("currency", "USD"));
        assertThrows(IllegalStateException.class, () -> mollie.ask(id));
    }

    @Test
    void a_refund_is_made_once_also_when_the_key_of_repetition_has_expired() {
        String id = mollie.request(order()).payment();
        mollie.refund(id, "refund-1", 2_000);
        keys.clear();
        mollie.refund(id, "refund-1", 2_000);
        mollie.refund(id, "refund-2", 3_005);
        assertEquals(2, refunds.size());
        assertEquals("20.00", refunds.getFirst().path("amount").path("value").asText());
        refunds.getFirst().put("status", "failed");
        mollie.refund(id, "refund-1", 2_000);
        assertEquals(3, refunds.size());
    }

    @Test
    void an_unknown_or_foreign_payment_is_not_found_as_one_of_ours() {
        assertEquals(Optional.empty(), mollie.find("tr_unknown"));
        ObjectNode foreign = json.createObjectNode().put("id", "tr_foreign").put("status", "paid");
        foreign.set("amount", amount("9.99"));
        foreign.putObject("metadata").put("booking", "order 12");
        payments.put("tr_foreign", foreign);
        assertEquals(null, mollie.find("tr_foreign").orElseThrow().booking());
        foreign.remove("metadata");
        assertEquals(null, mollie.find("tr_foreign").orElseThrow().booking());
    }

    @Test
    void too_many_requests_or_no_service_is_a_failure_to_repeat_later() {
        String id = mollie.request(order()).payment();
        for (int status : new int[] {400, 401, 422, 429, 500, 503}) {
            failWith = status;
            IllegalStateException failure = assertThrows(IllegalStateException.class, () -> mollie.ask(id));
            assertTrue(failure.getMessage().contains(String.valueOf(status)), failure.getMessage());
            assertThrows(IllegalStateException.class, () -> mollie.request(order()));
            assertThrows(IllegalStateException.class, () -> mollie.refund(id, "refund-1", 1));
            assertThrows(IllegalStateException.class, () -> mollie.find(id));
        }
        assertEquals(List.of(), refunds);
    }

    @Test
    void without_a_key_nothing_is_asked() {
        assertFalse(assertThrows(IllegalStateException.class, () -> gateway("").request(order()))
                .getMessage()
                .isEmpty());
        assertEquals(Map.of(), payments);
    }

    private MollieGateway gateway(String key) {
        return new MollieGateway(
                new HttpCalls(),
                "http://localhost:" + server.getAddress().getPort(),
                Optional.of(key),
                "http://wallet.test",
                "http://front-ends.test/mijn-loopbaankrediet/");
    }

    private static Gateway.Order order() {
        return new Gateway.Order(BOOKING, BOOKING.toString(), 5_005, "+++123/4567/89002+++");
    }

    private ObjectNode amount(String value) {
        return json.createObjectNode().put("currency", "EUR").put("value", value);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        if (failWith != 0) {
            reply(
                    exchange,
                    failWith,
                    json.createObjectNode().put("status", failWith).put("title", "No"));
        } else if (!"Bearer live_key".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            reply(exchange, 401, json.createObjectNode().put("title", "Unauthorized Request"));
        } else if (exchange.getRequestMethod().equals("POST")) {
            reply(exchange, 201, path.length == 3 ? pay(exchange) : refund(exchange, path[3]));
        } else if (path.length == 5) {
            ObjectNode list = json.createObjectNode();
            list.putObject("_embedded").putArray("refunds").addAll(refunds);
            reply(exchange, 200, list);
        } else if (payments.containsKey(path[3])) {
            reply(exchange, 200, payments.get(path[3]));
        } else {
            reply(exchange, 404, json.createObjectNode().put("title", "Not Found"));
        }
    }

    private ObjectNode pay(HttpExchange exchange) throws IOException {
        JsonNode order = json.readTree(exchange.getRequestBody());
        String id = keys.computeIfAbsent(
                exchange.getRequestHeaders().getFirst("Idempotency-Key"), key -> "tr_" + payments.size());
        return payments.computeIfAbsent(id, ignored -> {
            ObjectNode payment = ((ObjectNode) order).put("id", id).put("status", "open");
            payment.putObject("_links").putObject("checkout").put("href", "https://www.mollie.com/checkout/" + id);
            return payment;
        });
    }

    private ObjectNode refund(HttpExchange exchange, String payment) throws IOException {
        ObjectNode refund = (ObjectNode) json.readTree(exchange.getRequestBody());
        refund.put("paymentId", payment).put("status", "pending");
        if (keys.putIfAbsent(exchange.getRequestHeaders().getFirst("Idempotency-Key"), "refund") == null) {
            refunds.add(refund);
        }
        return refund;
    }

    private void reply(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/hal+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
