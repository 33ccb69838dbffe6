package be.vlaanderen.loopbaankrediet.payout;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Files to the bank, and the officers who let them go or stop them. */
@QuarkusTest
class BatchServiceTest extends PayoutTest {

    @Test
    void a_large_batch_goes_to_the_bank_after_two_officers_released_it() {
        List<String> claims = new ArrayList<>();
        outside.registrySilent(true); // nobody's account can be had, so that these come in one batch
        for (int i = 0; i < 3; i++) {
            claims.add(approvedClaim(booking("2027-01-04T09:00:00Z", true)));
        }
        outside.registrySilent(false);
        String batch = batchOf(claims.getFirst());
        as(Login.officer())
                .get("/batches/" + batch)
                .then()
                .statusCode(200)
                .body("status", equalTo("WAITING"))
                .body("officersNeeded", equalTo(2))
                .body("totalCents", equalTo(65_340))
                .body("payments.amountCents", contains(21_780, 21_780, 21_780))
                .body("steps", contains("RELEASE", "HOLD", "REFUSE"));
        as(Login.officer()).get("/batches?status=WAITING&limit=100").then().body("batches.batch", hasItem(batch));
        for (String wrong : List.of("status=x", "limit=0", "after=x")) {
            problem(as(Login.officer()), "/batches?" + wrong, 400);
        }
        problem(as(Login.officer()), "/batches/" + batch + "?asOf=x", 400);
        problem(as(Login.officer()), "/batches/" + batch + "?asOf=2020-01-01", 404);
        problem(as(Login.officer()), "/batches/" + new UUID(1, 1), 404);

        String key = UUID.randomUUID().toString();
        step(Login.officer(), batch, "release", null, Map.of()).statusCode(400);
        step(Login.officer(), batch, "release", key, Map.of()).statusCode(200).body("status", equalTo("WAITING"));
        step(Login.officer(), batch, "release", Map.of())
                .statusCode(403)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:four-eyes"));
        assertEquals(
                0, topics.published("PayoutSent", "claim", claims.getFirst()).size());
        step(colleague(), batch, "hold", Map.of("reasonCode", "AMOUNT_UNUSUAL", "explanation", "Ik bel Ann even."))
                .statusCode(200)
                .body("status", equalTo("HELD"))
                .body("explanation", equalTo("Ik bel Ann even."))
                .body("approvals", hasSize(0));
        step(Login.officer(), batch, "release", key, Map.of()).statusCode(200); // a repeat after the hold
        as(Login.officer()).get("/batches/" + batch).then().body("status", equalTo("HELD"));
        step(colleague(), batch, "release", Map.of()).statusCode(200);
        step(Login.officer(), batch, "release", Map.of())
                .statusCode(200)
                .body("approvals", hasSize(2))
                .body("approvals.officer", not(hasItem("person-colleague")));
        one("PayoutPaid", "claim", claims.getFirst());
        as(Login.officer())
                .get("/batches/" + batch)
                .then()
                .body("status", equalTo("SENT"))
                .body("steps", hasSize(0));
        await().atMost(PATIENCE)
                .until(() ->
                        as(Login.officer()).get("/batches/" + batch).jsonPath().getLong("paidCents") == 65_340);
        step(Login.officer(), batch, "refusal", Map.of("reasonCode", "MADE_TWICE"))
                .statusCode(409);
        assertEquals(0, count("SELECT count(*) FROM event WHERE payload LIKE '%Ik bel%'"));
    }

    @Test
    void a_refused_batch_never_goes_and_its_payouts_go_in_another_that_an_officer_releases() {
        outside.registrySilent(true);
        List<String> claims = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            claims.add(approvedClaim(booking("2027-01-04T09:00:00Z", true)));
        }
        outside.registrySilent(false);
        String claim = claims.getFirst();
        String batch = batchOf(claim);
        for (int i = 0; i < 2; i++) {
            step(Login.officer(), batch, "refusal", Map.of("reasonCode", "ACCOUNT_DOUBTFUL"))
                    .statusCode(200)
                    .body("status", equalTo("REFUSED"));
        }
        await().atMost(PATIENCE).until(() -> !batchOf(claim).equals(batch));
        String next = batchOf(claim);
        step(Login.officer(), next, "release", Map.of()).statusCode(200);
        step(colleague(), next, "release", Map.of()).statusCode(200);
        JsonNode paid = one("PayoutPaid", "claim", claim);
        assertTrue(paid.get("endToEndId").asText().endsWith("2"));
        assertEquals(33, paid.get("endToEndId").asText().length());
        assertEquals(1, topics.published("PayoutSent", "claim", claim).size());
        assertTrue(ledger().getBoolean("balanced"));
    }

    @Test
    void a_rejected_payment_is_paid_once_more_to_the_account_that_is_valid_now() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        outside.payee(booking.counsellor(), "Gesloten", CLOSED);
        String claim = approvedClaim(booking);
        String rejected =
                one("PayoutRejected", "claim", claim).get("endToEndId").asText();
        outside.payee(booking.counsellor(), "Open", BELGIAN);
        for (int i = 0; i < 2; i++) {
            post(Login.officer(), "/payouts/" + rejected + "/payment", null, Map.of())
                    .statusCode(200)
                    .body("claim", equalTo(claim));
        }
        await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM payment WHERE claim = '" + claim + "'") == 2);
        String batch = batchOf(claim);
        step(Login.officer(), batch, "release", Map.of()).statusCode(200).body("approvals", hasSize(1));
        String paid = one("PayoutPaid", "claim", claim).get("endToEndId").asText();
        assertEquals(rejected + "2", paid);
        post(Login.officer(), "/payouts/" + paid + "/payment", null, Map.of()).statusCode(409);
        post(Login.officer(), "/payouts/unknown/payment", null, Map.of()).statusCode(404);
        // the bank contradicts itself about the first payment: for a person
        outside.answer(
                "pain.002",
                "<Document><CstmrPmtStsRpt><OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>" + rejected
                        + "</OrgnlEndToEndId><TxSts>RJCT</TxSts></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>");
        await().atMost(PATIENCE)
                .until(() -> count("SELECT count(*) FROM work_list WHERE reference = '" + rejected + "'") == 1);
        assertEquals(1, topics.published("PayoutPaid", "claim", claim).size());
        List<String> kinds =
                as(Login.officer()).get("/reconciliation").jsonPath().getList("differences.kind");
        assertTrue(!kinds.contains("FILES_AND_PAYOUTS") && !kinds.contains("LEDGER_AND_ANSWERS"), kinds::toString);
    }

    private String approvedClaim(Booking booking) {
        reserve(booking, 5_000);
        pay(booking, 5_000);
        String claim = claim(booking, 4);
        one("PayoutApproved", "claim", claim);
        return claim;
    }

    /** Waits for the batch that the claim is in now. */
    private String batchOf(String claim) {
        String sql = "SELECT count(*) FROM payout WHERE batch IS NOT NULL AND claim = '" + claim + "'";
        await().atMost(PATIENCE).until(() -> count(sql) == 1);
        return transactions.in(connection -> {
            try (var rows = connection
                    .createStatement()
                    .executeQuery("SELECT batch FROM payout WHERE claim = '" + claim + "'")) {
                rows.next();
                return rows.getString(1);
            }
        });
    }

    private io.restassured.response.ValidatableResponse step(
            String token, String batch, String step, Map<String, ?> body) {
        return step(token, batch, step, UUID.randomUUID().toString(), body);
    }

    private io.restassured.response.ValidatableResponse step(
            String token, String batch, String step, @Nullable String key, Map<String, ?> body) {
        return post(token, "/batches/" + batch + "/" + step, key, body);
    }
}
