package be.vlaanderen.loopbaankrediet.wallet;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.RecordPaymentRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What payment providers tell, and what may be believed of it. */
@QuarkusTest
class PaymentServiceTest extends ServiceTest {

    @Test
    void a_notification_without_the_right_signature_is_not_believed() {
        grant(6);
        String booking = book().statusCode(201).extract().path("booking");
        commitBudget(booking);
        awaitPaymentPage(booking);
        String body = notification(booking, "PAID", 5_000);
        String good = sign(body);
        for (String signature :
                List.of("", "sha256=", "sha256=" + "0".repeat(64), good.substring(7), good + "00", "é")) {
            send(body, signature)
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", is(PROBLEM + "signature-invalid"));
        }
        given().basePath("/wallet/v1")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/payment-notifications")
                .then()
                .statusCode(401);
        send(body.replace("5000", "5001"), good).statusCode(401);
        assertEquals("AWAITING_PAYMENT", get(booking).getString("status"));
    }

    @Test
    void another_amount_or_an_unknown_payment_does_not_book() {
        grant(6);
        String booking = book().statusCode(201).extract().path("booking");
        commitBudget(booking);
        awaitPaymentPage(booking);
        notify(booking, "PAID", 4_999)
                .statusCode(422)
                .body("type", is(PROBLEM + "payment-amount-differs"))
                .body("expectedCents", is(5_000));
        notify(booking, "REFUNDED", 5_000).statusCode(422);
        String id = (String) payment(booking).get("id");
        for (String reference : List.of(UUID.randomUUID().toString(), "", "no-reference", "\\u0000", "x".repeat(500))) {
            signed("{\"id\":\"%s\",\"reference\":\"%s\",\"status\":\"PAID\",\"amountCents\":5000}"
                            .formatted(id, reference))
                    .statusCode(404)
                    .body("type", is(PROBLEM + "payment-unknown"));
        }
        signed("{\"id\":\"another\",\"reference\":\"%s\",\"status\":\"PAID\",\"amountCents\":5000}".formatted(booking))
                .statusCode(404);
        assertEquals("AWAITING_PAYMENT", get(booking).getString("status"));
    }

    @Test
    void a_notification_that_cannot_be_read_is_a_bad_request() {
        for (String body : List.of(
                "",
                "{",
                "null",
                "[]",
                "\"\"",
                "{}",
                "{\"id\":null,\"reference\":null,\"status\":null,\"amountCents\":null}",
                "{\"id\":\"a\",\"reference\":\"b\",\"status\":\"LOST\",\"amountCents\":1}",
                "{\"id\":\"a\",\"reference\":\"b\",\"status\":\"PAID\",\"amountCents\":\"much\"}",
                "{\"id\":\"a\",\"reference\":\"b\",\"status\":\"PAID\",\"amountCents\":1e99}",
                "{\"id\":{\"a\":1},\"reference\":\"b\",\"status\":\"PAID\",\"amountCents\":1}",
                "\u0000\uFFFF💶")) {
            signed(body)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", is(PROBLEM + "bad-request"));
        }
        signed(" ".repeat(10 * 1024 + 1)).statusCode(413);
    }

    @Test
    void who_waits_for_payment_can_pay_by_bank_transfer() {
        grant(6);
        String booking = book().statusCode(201)
                .body("structuredReference", nullValue())
                .extract()
                .path("booking");
        commitBudget(booking);
        awaitPaymentPage(booking);
        String reference = get(booking).getString("structuredReference");
        assertTrue(reference.matches("\\+{3}\\d{3}/\\d{4}/\\d{5}\\+{3}"), reference);
        assertTrue(payment(booking).get("description").toString().endsWith(reference));
        notify(booking, "PAID", 5_000).statusCode(204);
        assertEquals(null, get(booking).getString("structuredReference"));
    }

    @Test
    void what_mollie_is_said_to_tell_is_asked_of_mollie_itself() {
        grant(6);
        trouble("payments");
        String booking = book().statusCode(201).extract().path("booking");
        commitBudget(booking);
        await().until(() -> events(wallet.toString()).contains("BudgetSecured"));
        String id = "tr_" + booking.substring(0, 8);
        mollie(id, booking, "open", "50.00");
        tellOfMollie(id).statusCode(200);
        mollie(id, booking, "paid", "50.00");
        tellOfMollie(id).statusCode(404).body("type", is(PROBLEM + "payment-unknown")); // not noted here yet
        var unused = wallets.handle(
                        wallet.toString(),
                        state -> RecordPaymentRequest.decide(
                                state,
                                new RecordPaymentRequest(
                                        wallet,
                                        UUID.fromString(booking),
                                        id,
                                        "https://www.mollie.com/checkout/" + id,
                                        clock.instant())))
                .orThrow();
        mollie(id, booking, "paid", "49.99");
        tellOfMollie(id).statusCode(422).body("type", is(PROBLEM + "payment-amount-differs"));
        mollie(id, booking, "paid", "50.00");
        for (int twice = 0; twice < 2; twice++) {
            tellOfMollie(id).statusCode(200);
        }
        assertEquals("BOOKED", get(booking).getString("status"));

        mollie("tr_foreign", "order 12", "paid", "50.00");
        tellOfMollie("tr_foreign").statusCode(200);
        tellOfMollie("tr_nobodys").statusCode(200);
        for (String bad : List.of("", "pay_1", "tr_", "tr_../refunds", "tr_" + "x".repeat(65), "tr_\u0000")) {
            tellOfMollie(bad).statusCode(400).contentType("application/problem+json");
        }
        trouble("mollie");
        tellOfMollie(id).statusCode(503).body("type", is(PROBLEM + "payment-provider-unavailable"));
    }

    private void mollie(String id, String booking, String status, String value) {
        given().baseUri(outside)
                .port(RestAssured.UNDEFINED_PORT)
                .body(
                        "{\"id\":\"%s\",\"status\":\"%s\",\"amount\":{\"currency\":\"EUR\",\"value\":\"%s\"},\"metadata\":{\"booking\":\"%s\"}}"
                                .formatted(id, status, value, booking))
                .put("/mollie/" + id)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse tellOfMollie(String id) {
        return given().basePath("/wallet/v1")
                .contentType(ContentType.URLENC)
                .formParam("id", id)
                .post("/payment-notifications/mollie")
                .then();
    }
}
