package be.vlaanderen.loopbaankrediet.payout;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.payout.desk.Retention;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Undue half hours, from announcement to set-off. */
@QuarkusTest
class ClawbackServiceTest extends PayoutTest {

    @Inject
    Retention retention;

    @Test
    void undue_half_hours_are_answered_decided_and_set_off_against_later_payouts() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        String number = "85020300" + (100 + Math.floorMod(booking.id().hashCode(), 900));
        outside.person(number, booking.counsellor());
        String counsellor = Login.counsellor(number, "0123456749");
        reserve(booking, 5_000);
        pay(booking, 5_000);
        String payout =
                one("PayoutPaid", "claim", claim(booking, 2)).get("payout").asText();
        Map<String, Object> body = Map.of(
                "payout",
                payout,
                "halfHours",
                2,
                "reasonCode",
                "SHORTER_THAN_CLAIMED",
                "explanation",
                "Jan zag u maar even.");
        String key = UUID.randomUUID().toString();
        String clawback = post(Login.officer(), "/clawbacks", key, body)
                .statusCode(201)
                .body("status", equalTo("ANNOUNCED"))
                .body("amountCents", equalTo(10_890))
                .extract()
                .path("clawback");
        post(Login.officer(), "/clawbacks", key, body).statusCode(201).body("clawback", equalTo(clawback));
        post(Login.officer(), "/clawbacks", UUID.randomUUID().toString(), body)
                .statusCode(422)
                .body("halfHoursLeft", equalTo(0));
        assertEquals(
                10_890,
                one("ClawbackAnnounced", "clawback", clawback)
                        .get("amountCents")
                        .asLong());

        Map<String, Object> decision =
                Map.of("halfHours", 2, "reasonCode", "ANSWER_NOT_ACCEPTED", "explanation", "Niet overtuigend");
        post(colleague(), "/clawbacks/" + clawback + "/decision", null, decision)
                .statusCode(409)
                .body("answerUntil", notNullValue());
        String stranger = Login.counsellor("85020300999999", "0123456749");
        outside.person("85020300999999", UUID.randomUUID().toString());
        String path = "/me/clawbacks/" + clawback;
        problem(as(stranger), path, 404);
        post(stranger, path + "/answer", UUID.randomUUID().toString(), Map.of("text", "x"))
                .statusCode(404);
        String answerKey = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            post(counsellor, path + "/answer", answerKey, Map.of("text", "Ik was er wel, vraag het aan An."))
                    .statusCode(200)
                    .body("status", equalTo("ANSWERED"));
        }
        post(counsellor, path + "/answer", UUID.randomUUID().toString(), Map.of("text", "Nog iets"))
                .statusCode(409);
        as(counsellor).get("/me/clawbacks").then().body("clawbacks.clawback", contains(clawback));
        for (int i = 0; i < 2; i++) {
            post(colleague(), "/clawbacks/" + clawback + "/decision", null, decision)
                    .statusCode(200)
                    .body("status", equalTo("DECIDED"))
                    .body("leftCents", equalTo(10_890));
        }
        post(colleague(), "/clawbacks/" + clawback + "/write-off", null, Map.of("reasonCode", "BANKRUPTCY"))
                .statusCode(403)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:four-eyes"));
        assertEquals(
                10_890,
                one("ClawbackDecided", "clawback", clawback).get("amountCents").asLong());

        // 54.45 is less than what is owed: all of it goes to the debt; of the next 54.45 likewise
        String first = claim(booking, 1);
        await().atMost(PATIENCE)
                .until(() -> as(counsellor)
                        .get("/me/payouts")
                        .jsonPath()
                        .getList("payouts.status")
                        .contains("SET_OFF"));
        String second = claim(booking, 1);
        JsonNode settled = one("ClawbackSettled", "clawback", clawback);
        assertEquals(10_890, settled.get("setOffCents").asLong());
        assertEquals(0, topics.published("PayoutSent", "claim", first).size());
        assertEquals(0, topics.published("PayoutSent", "claim", second).size());
        as(Login.officer())
                .get("/clawbacks/" + clawback)
                .then()
                .body("status", equalTo("SETTLED"))
                .body("setOffCents", equalTo(10_890))
                .body("answer", equalTo("Ik was er wel, vraag het aan An."))
                .body("decidedBy", not(containsString("person")));
        assertTrue(ledger().getBoolean("balanced"));
        assertTrue(ledger().getLong("setOffCents") >= 10_890);
        assertTrue(verification().getBoolean("intact"));
        assertEquals(0, count("SELECT count(*) FROM event WHERE payload LIKE '%An.%' OR payload LIKE '%Jan%'"));

        // what is left of a payout after a set-off is paid by the bank
        Booking next = new Booking(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                booking.counsellor(),
                "2027-01-04T09:00:00Z");
        reserve(next, 5_000);
        pay(next, 5_000);
        String again = post(
                        Login.officer(),
                        "/clawbacks",
                        UUID.randomUUID().toString(),
                        Map.of("payout", payoutOf(second), "halfHours", 1, "reasonCode", "NO_AGREEMENT"))
                .statusCode(201)
                .extract()
                .path("clawback");
        post(counsellor, "/me/clawbacks/" + again + "/answer", UUID.randomUUID().toString(), Map.of("text", "Goed"))
                .statusCode(200);
        post(
                        colleague(),
                        "/clawbacks/" + again + "/decision",
                        null,
                        Map.of("halfHours", 1, "reasonCode", "ANSWER_NOT_ACCEPTED"))
                .statusCode(200);
        JsonNode paid = one("PayoutPaid", "claim", claim(next, 4));
        assertEquals(21_780 - 5_445, paid.get("amountCents").asLong());
        assertTrue(ledger().getBoolean("balanced"));
    }

    /** D-103. */
    @Test
    void words_about_a_settled_clawback_are_deleted_after_five_years_and_those_of_an_open_one_stay() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        String payout =
                one("PayoutPaid", "claim", claim(booking, 4)).get("payout").asText();
        List<String> clawbacks = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            clawbacks.add(post(
                            Login.officer(),
                            "/clawbacks",
                            UUID.randomUUID().toString(),
                            Map.of(
                                    "payout",
                                    payout,
                                    "halfHours",
                                    1,
                                    "reasonCode",
                                    "NOT_DELIVERED",
                                    "explanation",
                                    "Niemand was daar."))
                    .statusCode(201)
                    .extract()
                    .path("clawback"));
        }
        transactions.run(connection -> Sql.run(
                connection,
                "UPDATE clawback SET status = 'SETTLED' WHERE clawback = ?",
                UUID.fromString(clawbacks.getFirst())));
        LocalDate today = Days.of(clock.instant());
        retention.deleteWhatIsOld(today.plusYears(5));
        assertEquals(List.of("Niemand was daar.", "Niemand was daar."), explanations(clawbacks));
        retention.deleteWhatIsOld(today.plusYears(5).plusDays(1));
        assertEquals(Arrays.asList(null, "Niemand was daar."), explanations(clawbacks));
        transactions.run(connection -> Sql.run(
                connection,
                "UPDATE clawback SET status = 'ANNOUNCED' WHERE clawback = ?",
                UUID.fromString(clawbacks.getFirst())));
    }

    private List<String> explanations(List<String> clawbacks) {
        return clawbacks.stream()
                .map(each -> as(Login.officer()).get("/clawbacks/" + each).<String>path("explanation"))
                .toList();
    }

    @Test
    void every_wrong_clawback_is_a_problem_document() {
        String officer = Login.officer();
        UUID unknown = UUID.randomUUID();
        post(
                        officer,
                        "/clawbacks",
                        UUID.randomUUID().toString(),
                        Map.of("payout", unknown, "halfHours", 1, "reasonCode", "NOT_DELIVERED"))
                .statusCode(409);
        post(officer, "/clawbacks", null, Map.of("payout", unknown, "halfHours", 1, "reasonCode", "NOT_DELIVERED"))
                .statusCode(400);
        for (String body : List.of(
                "",
                "{",
                "null",
                "[]",
                "{}",
                "{\"payout\":\"x\",\"halfHours\":1,\"reasonCode\":\"NOT_DELIVERED\"}",
                "{\"payout\":\"" + unknown + "\",\"halfHours\":0,\"reasonCode\":\"NOT_DELIVERED\"}",
                "{\"payout\":\"" + unknown + "\",\"halfHours\":1,\"reasonCode\":\"x\"}",
                "{\"payout\":\"" + unknown
                        + "\",\"halfHours\":1,\"reasonCode\":\"NOT_DELIVERED\",\"explanation\":\"a\\u0000\"}",
                "{\"payout\":\"" + unknown + "\",\"halfHours\":1,\"reasonCode\":\"NOT_DELIVERED\",\"other\":1}")) {
            as(officer)
                    .contentType("application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(body)
                    .post("/clawbacks")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        post(
                        officer,
                        "/clawbacks/" + unknown + "/decision",
                        null,
                        Map.of("halfHours", 0, "reasonCode", "ANSWER_ACCEPTED"))
                .statusCode(404);
        post(officer, "/clawbacks/" + unknown + "/write-off", null, Map.of("reasonCode", "BANKRUPTCY"))
                .statusCode(404);
        problem(as(officer), "/clawbacks/" + unknown, 404);
        for (String query : List.of("limit=0", "status=x", "counsellor=x", "after=x")) {
            problem(as(officer), "/clawbacks?" + query, 400);
        }
    }

    /** MR 4.7. */
    @Test
    void what_a_review_found_undue_is_announced_once_its_claim_is_paid() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        outside.registrySilent(true);
        String claim = claim(booking, 4);
        one("PayoutApproved", "claim", claim);
        String review = UUID.randomUUID().toString();
        topics.send(
                "session-claims",
                "SessionFoundUndue",
                booking.id(),
                Map.of(
                        "session",
                        UUID.randomUUID().toString(),
                        "booking",
                        booking.id(),
                        "wallet",
                        booking.wallet(),
                        "counsellor",
                        booking.counsellor(),
                        "claim",
                        claim,
                        "halfHours",
                        2,
                        "hoursReturn",
                        false,
                        "origin",
                        "COMPLAINT",
                        "review",
                        review,
                        "reasonCode",
                        "RUDE"));
        await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM undue WHERE review = '" + review + "'") == 1);
        assertEquals(0, topics.published("ClawbackAnnounced", "claim", claim).size());
        outside.registrySilent(false);
        JsonNode announced = one("ClawbackAnnounced", "claim", claim);
        assertEquals("COMPLAINT_FOUNDED", announced.get("reasonCode").asText());
        assertFalse(announced.get("hoursReturn").asBoolean());
        assertEquals(10_890, announced.get("amountCents").asLong());
        assertEquals(0, count("SELECT count(*) FROM undue WHERE review = '" + review + "'"));
        // and such a claim can no longer be corrected
        topics.send("session-claims", "ClaimWithdrawalAsked", booking.id(), withdrawal(booking, claim));
        assertEquals(
                "CLAWED_BACK",
                one("ClaimKept", "claim", claim).get("reasonCode").asText());
    }

    /** Keys are kept for a while only. */
    @Test
    void a_late_repeat_about_another_payout_is_another_clawback_with_an_answer_of_its_own() {
        String key = UUID.randomUUID().toString();
        Booking first = booking("2027-01-04T09:00:00Z", true);
        String number = "85020600" + (100 + Math.floorMod(first.id().hashCode(), 900));
        outside.person(number, first.counsellor());
        String counsellor = Login.counsellor(number, "0123456749");
        Booking second = new Booking(
                UUID.randomUUID().toString(), UUID.randomUUID().toString(), first.counsellor(), "2027-01-04T09:00:00Z");
        List<String> clawbacks = new ArrayList<>();
        for (Booking booking : List.of(first, second)) {
            reserve(booking, 5_000);
            pay(booking, 5_000);
            String payout =
                    one("PayoutPaid", "claim", claim(booking, 4)).get("payout").asText();
            Map<String, Object> undue = Map.of("payout", payout, "halfHours", 4, "reasonCode", "NOT_DELIVERED");
            clawbacks.add(post(Login.officer(), "/clawbacks", key, undue)
                    .statusCode(201)
                    .body("payout", equalTo(payout))
                    .extract()
                    .path("clawback"));
            forgetKey(key);
        }
        assertEquals(2, Set.copyOf(clawbacks).size());
        for (String clawback : clawbacks) {
            post(counsellor, "/me/clawbacks/" + clawback + "/answer", key, Map.of("text", "Over " + clawback))
                    .statusCode(200);
            forgetKey(key);
            as(Login.officer()).get("/clawbacks/" + clawback).then().body("answer", equalTo("Over " + clawback));
        }
    }

    /** The answer is kept a moment after it was given. */
    private void forgetKey(String key) {
        await().until(() -> transactions.in(
                connection -> Sql.run(connection, "DELETE FROM idempotency_key WHERE key = ?", key) == 1));
    }

    /** MR 4.7. */
    @Test
    void what_is_asked_back_by_an_invoice_is_recognised_when_it_comes_in() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        String number = "85020400" + (100 + Math.floorMod(booking.id().hashCode(), 900));
        outside.person(number, booking.counsellor());
        String counsellor = Login.counsellor(number, "0123456749");
        reserve(booking, 5_000);
        pay(booking, 5_000);
        String payout =
                one("PayoutPaid", "claim", claim(booking, 4)).get("payout").asText();
        Map<String, Object> undue = Map.of("payout", payout, "halfHours", 4, "reasonCode", "NOT_DELIVERED");
        String clawback = post(Login.officer(), "/clawbacks", UUID.randomUUID().toString(), undue)
                .statusCode(201)
                .body("steps", hasSize(0))
                .extract()
                .path("clawback");
        String path = "/clawbacks/" + clawback;
        as(counsellor).get("/me" + path).then().body("steps", contains("ANSWER"));
        post(counsellor, "/me" + path + "/answer", UUID.randomUUID().toString(), Map.of("text", "Goed"))
                .statusCode(200)
                .body("steps", hasSize(0));
        as(colleague()).get(path).then().body("steps", contains("DECIDE"));
        post(colleague(), path + "/repayment-request", null, Map.of()).statusCode(409);
        post(colleague(), path + "/decision", null, Map.of("halfHours", 4, "reasonCode", "ANSWER_NOT_ACCEPTED"))
                .statusCode(200)
                .body("steps", contains("ASK_REPAYMENT"));
        String reference = post(colleague(), path + "/repayment-request", null, Map.of())
                .statusCode(200)
                .body("leftCents", equalTo(21_780))
                .body("dueCents", equalTo(0))
                .body("repayment.iban", equalTo("BE68539007547034"))
                .body("repayment.payee", notNullValue())
                .extract()
                .path("repayment.reference");
        assertTrue(reference.matches("[+]{3}[0-9]{3}/[0-9]{4}/[0-9]{5}[+]{3}"), reference);
        Map<String, Object> plan = Map.of(
                "instalments",
                List.of(
                        Map.of("dueOn", "2098-04-30", "amountCents", 10_000),
                        Map.of("dueOn", "2098-05-31", "amountCents", 11_780)));
        post(colleague(), path + "/instalments", null, plan).statusCode(400);
        post(colleague(), path + "/instalments", UUID.randomUUID().toString(), plan)
                .statusCode(200)
                .body("repayment.instalments", hasSize(2));
        post(
                        colleague(),
                        path + "/instalments",
                        UUID.randomUUID().toString(),
                        Map.of("instalments", List.of(Map.of("dueOn", "2098-04-30", "amountCents", 1))))
                .statusCode(422)
                .body("leftCents", equalTo(21_780));
        for (Map<String, Object> wrong :
                List.<Map<String, Object>>of(Map.of(), Map.of("instalments", List.of()), Map.of("instalments", "x"))) {
            post(colleague(), path + "/instalments", UUID.randomUUID().toString(), wrong)
                    .statusCode(400);
        }
        post(colleague(), path + "/repayments", UUID.randomUUID().toString(), Map.of("amountCents", 0))
                .statusCode(400);
        post(colleague(), path + "/repayments", null, Map.of("amountCents", 1)).statusCode(400);

        String entry = UUID.randomUUID().toString().replace("-", "");
        for (int i = 0; i < 2; i++) {
            outside.answer("camt.054", Outside.credit("Terugbetaling " + reference, "100.00", entry));
        }
        outside.answer("camt.054", Outside.credit("+++000/0000/00097+++", "1.00", entry + "x"));
        outside.answer("camt.054", Outside.credit("zonder mededeling", "1.00", entry + "y"));
        await().atMost(PATIENCE)
                .until(() -> count("SELECT count(*) FROM work_list WHERE reference = '000000000097'") == 1);
        as(colleague())
                .get(path)
                .then()
                .body("repaidCents", equalTo(10_000))
                .body("leftCents", equalTo(11_780))
                .body("steps", contains("AGREE_INSTALMENTS", "NOTE_REPAYMENT"));
        post(colleague(), path + "/repayments", UUID.randomUUID().toString(), Map.of("amountCents", 1_780))
                .statusCode(200)
                .body("leftCents", equalTo(10_000));
        outside.answer("camt.054", Outside.credit(reference, "100.01", entry + "z"));
        await().atMost(PATIENCE)
                .until(() -> count("SELECT count(*) FROM work_list WHERE kind = 'REPAID_TOO_MUCH' AND reference = '"
                                + reference.replaceAll("[+/]", "") + "'")
                        == 1);
        as(colleague()).get(path).then().body("status", equalTo("SETTLED"));
        assertEquals(
                21_780,
                one("ClawbackSettled", "clawback", clawback).get("repaidCents").asLong());
        assertTrue(ledger().getBoolean("balanced"));
        assertTrue(ledger().getLong("repaidCents") >= 21_780);
        as(colleague()).get(path + "?asOf=2099-01-01").then().statusCode(200);
        problem(as(colleague()), path + "?asOf=2020-01-01", 404);
        problem(as(colleague()), path + "?asOf=x", 400);
    }
}
