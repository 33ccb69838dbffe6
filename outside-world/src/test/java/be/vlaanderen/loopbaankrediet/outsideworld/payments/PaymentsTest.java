package be.vlaanderen.loopbaankrediet.outsideworld.payments;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.outsideworld.Secret;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaymentsTest {

    /** What the merchant received. */
    private record Received(String signature, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusalsLeft = new AtomicInteger();
    private HttpServer merchant;
    private final String reference = UUID.randomUUID().toString();

    @BeforeEach
    void openMerchant() throws IOException {
        merchant = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        merchant.createContext("/notifications", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(exchange.getRequestHeaders().getFirst("Signature"), body));
            exchange.sendResponseHeaders(refusalsLeft.getAndDecrement() > 0 ? 503 : 204, -1);
            exchange.close();
        });
        merchant.start();
    }

    @AfterEach
    void close() {
        merchant.stop(0);
        switchPayment("{\"refuse\": false, \"delaySeconds\": 0, \"repeat\": 0}");
    }

    private static void switchPayment(String switches) {
        given().contentType("application/json")
                .body("{\"payment\": " + switches + "}")
                .put("/switches")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification merchant() {
        return given().header("Authorization", "Bearer test-api-key").contentType("application/json");
    }

    private ValidatableResponse order(long cents) {
        return merchant()
                .body("""
                        {"reference": "%s", "amountCents": %d, "description": "Blok <2 uur>",
                         "redirectUrl": "http://localhost:8080/terug", "webhookUrl": "http://localhost:%d/notifications"}""".formatted(reference, cents, merchant.getAddress().getPort()))
                .post("/payments")
                .then();
    }

    private String open(long cents) {
        return order(cents)
                .statusCode(201)
                .body("status", equalTo("OPEN"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse press(String id, String action) {
        return given().formParam("action", action).post("/checkout/" + id).then();
    }

    private static ValidatableResponse refund(String id, String reference, long cents) {
        return merchant()
                .body("{\"reference\": \"%s\", \"amountCents\": %d}".formatted(reference, cents))
                .post("/payments/" + id + "/refunds")
                .then();
    }

    private JsonNode told(int index) throws IOException {
        await().until(() -> received.size() > index);
        return new ObjectMapper().readTree(received.get(index).body());
    }

    @Test
    void who_pays_sees_that_and_the_merchant_hears_it_signed() throws Exception {
        String id = open(5000);
        given().get("/checkout/" + id)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", notNullValue())
                .body(containsString("50,00"))
                .body(not(containsString(">Betaald<")))
                .body(containsString("Blok &lt;2 uur&gt;"))
                .body(containsString("Betalen"))
                .body(containsString("Annuleren"));
        press(id, "pay")
                .statusCode(200)
                .body(containsString(">Betaald<"))
                .body(containsString("http://localhost:8080/terug"));
        JsonNode notification = told(0);
        assertEquals(id, notification.path("id").asText());
        assertEquals(reference, notification.path("reference").asText());
        assertEquals("PAID", notification.path("status").asText());
        assertEquals(5000, notification.path("amountCents").asLong());
        assertEquals(5, notification.size());
        assertEquals(
                Secret.of(Optional.of("test-webhook-secret"))
                        .signature(received.getFirst().body()),
                received.getFirst().signature());
        merchant().get("/payments/" + id).then().statusCode(200).body("status", equalTo("PAID"));
    }

    @Test
    void the_signature_is_the_hmac_that_everyone_computes() {
        assertEquals(
                "sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
                Secret.of(Optional.of("key")).signature("The quick brown fox jumps over the lazy dog"));
    }

    @Test
    void who_cancels_pays_nothing_and_cannot_pay_after_all() throws Exception {
        String id = open(3000);
        press(id, "cancel").statusCode(200).body(containsString(">Geannuleerd<"));
        assertEquals("CANCELLED", told(0).path("status").asText());
        press(id, "pay").statusCode(409).body(containsString(">Geannuleerd<"));
        press(id, "cancel").statusCode(200);
        assertEquals(1, received.size());
    }

    @Test
    void the_same_reference_is_the_same_payment() {
        String id = open(3000);
        order(3000).statusCode(201).body("id", equalTo(id));
        order(3001).statusCode(409);
    }

    @Test
    void a_notification_is_sent_until_it_is_accepted() throws Exception {
        refusalsLeft.set(2);
        press(open(3000), "pay").statusCode(200);
        told(2);
        assertEquals(1, received.stream().distinct().count());
    }

    @Test
    void a_notification_is_given_up_after_ten_attempts() {
        refusalsLeft.set(1000);
        press(open(3000), "pay").statusCode(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> received.size() == Notifications.MOST_ATTEMPTS);
    }

    @Test
    void a_notification_can_be_repeated_and_a_payment_refused() throws Exception {
        switchPayment("{\"refuse\": true, \"repeat\": 2}");
        press(open(3000), "pay").statusCode(200).body(containsString(">Geannuleerd<"));
        told(2);
        assertEquals(1, received.stream().distinct().count());
        assertEquals("CANCELLED", told(0).path("status").asText());
    }

    @Test
    void a_notification_can_be_late() {
        switchPayment("{\"delaySeconds\": 1}");
        long start = System.nanoTime();
        press(open(3000), "pay").statusCode(200);
        await().until(() -> received.size() == 1);
        assertEquals(true, System.nanoTime() - start >= 1_000_000_000L);
    }

    @Test
    void money_goes_back_once_and_never_more_than_was_paid() throws Exception {
        String id = open(5000);
        refund(id, "t1", 2500).statusCode(409);
        press(id, "pay").statusCode(200);
        refund(id, "t1", 2500)
                .statusCode(201)
                .body("amountCents", equalTo(2500))
                .body("status", equalTo("REFUNDED"));
        refund(id, "t1", 2500).statusCode(201);
        refund(id, "t1", 2400).statusCode(409);
        merchant().get("/payments/" + id).then().body("status", equalTo("PAID")).body("refundedCents", equalTo(2500));
        refund(id, "t2", 2501).statusCode(409);
        refund(id, "t2", 2500).statusCode(201);
        merchant().get("/payments/" + id).then().body("status", equalTo("REFUNDED"));
        told(2);
        assertEquals(
                2,
                received.stream()
                        .filter(each -> each.body().contains("\"REFUNDED\""))
                        .count());
        given().get("/checkout/" + id)
                .then()
                .body(containsString("Terugbetaald"))
                .body(not(containsString("<button")));
    }

    @Test
    void a_merchant_needs_the_key() {
        given().contentType("application/json")
                .body("{}")
                .post("/payments")
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer wrong")
                .get("/payments/x")
                .then()
                .statusCode(401);
        given().header("Authorization", "Basic test-api-key")
                .get("/payments/x")
                .then()
                .statusCode(401);
    }

    @Test
    void an_order_that_is_not_complete_is_refused() {
        merchant()
                .body("{\"amountCents\": 0, \"redirectUrl\": \"javascript:alert(1)\", \"webhookUrl\": \"/x\"}")
                .post("/payments")
                .then()
                .statusCode(400)
                .body("issues.name", hasItems("reference", "amountCents", "description", "redirectUrl", "webhookUrl"));
    }

    @Test
    void a_payment_that_does_not_exist_is_not_found() {
        merchant().get("/payments/x").then().statusCode(404);
        refund("x", "t1", 1).statusCode(404);
        given().get("/checkout/x")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("bestaat niet"));
        press("x", "pay").statusCode(404);
        press(open(3000), "steal").statusCode(400);
    }

    @Test
    void amounts_are_written_as_people_here_write_them() {
        assertEquals("0,05", CheckoutResource.euros(5));
        assertEquals("1.234,56", CheckoutResource.euros(123456));
    }
}
