package be.vlaanderen.loopbaankrediet.payout;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From reservation to payment, with everything a bank and the order of messages can do to it. */
@QuarkusTest
class PaymentTest extends PayoutTest {

    @Test
    void a_block_is_committed_claimed_approved_sent_paid_and_in_the_ledger() {
        JsonPath before = ledger();
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        JsonNode committed = one("BudgetCommitted", "booking", booking.id());
        assertEquals(16_780, committed.get("amountCents").asLong());
        assertEquals(2027, committed.get("year").asInt());
        pay(booking, 5_000);
        String claim = claim(booking, 4);

        JsonNode approved = one("PayoutApproved", "claim", claim);
        assertEquals(21_780, approved.get("totalCents").asLong());
        assertEquals(3_780, approved.get("vatCents").asLong());
        JsonNode paid = one("PayoutPaid", "claim", claim);
        assertEquals(16_780, paid.get("governmentShareCents").asLong());
        JsonNode sent = one("PayoutSent", "claim", claim);
        String endToEndId = sent.get("endToEndId").asText();
        assertEquals(endToEndId, paid.get("endToEndId").asText());
        assertEquals(1, outside.filesWith(endToEndId));

        as(Login.officer())
                .get("/payouts/" + endToEndId)
                .then()
                .statusCode(200)
                .body("claim", equalTo(claim))
                .body("booking", equalTo(booking.id()))
                .body("status", equalTo("PAID"))
                .body("totalCents", equalTo(21_780));
        String today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Brussels"))
                .toString();
        as(Login.officer())
                .get("/payouts/" + endToEndId + "?asOf=" + today)
                .then()
                .statusCode(200)
                .body("status", equalTo("PAID"))
                .body("endToEndId", equalTo(endToEndId));
        problem(as(Login.officer()), "/payouts/" + endToEndId + "?asOf=2020-01-01", 404);
        problem(as(Login.officer()), "/payouts/" + endToEndId + "?asOf=x", 400);
        JsonPath after = ledger();
        assertTrue(after.getBoolean("balanced"));
        assertTrue(after.getLong("paidCents") - before.getLong("paidCents") >= 21_780);
        assertEquals(
                after.getLong("coPaymentCents") + after.getLong("governmentShareCents"),
                after.getLong("paidCents") + after.getLong("payableCents"));
        // the name and account were in the file only, and the file is gone
        assertEquals(0, count("SELECT count(*) FROM payment_file_vault WHERE content LIKE '%" + endToEndId + "%'"));
        assertEquals(0, count("SELECT count(*) FROM event WHERE payload LIKE '%" + BELGIAN + "%'"));
        assertTrue(outside.tokenForms().getFirst().contains("client_secret=a%2Bb%26c"), "the secret is encoded");
    }

    @Test
    void what_an_exempt_counsellor_leaves_over_is_released_when_all_parts_are_claimed() {
        Booking booking = booking("2027-01-04T09:00:00Z", false);
        reserve(booking, 3_000);
        pay(booking, 3_000);
        String first = claim(booking, 1);
        assertEquals(
                3_750,
                one("PayoutApproved", "claim", first)
                        .get("governmentShareCents")
                        .asLong());
        String second = claim(booking, 3);
        assertEquals(
                11_250,
                one("PayoutApproved", "claim", second)
                        .get("governmentShareCents")
                        .asLong());
        assertEquals(
                18_780 - 15_000,
                one("BudgetReleased", "booking", booking.id())
                        .get("amountCents")
                        .asLong());
    }

    @Test
    void messages_of_other_topics_may_come_in_any_order() {
        Booking booking = booking("2027-01-04T09:00:00Z", null);
        String claim = claim(booking, 4);
        reserve(booking, 5_000);
        one("BudgetCommitted", "booking", booking.id());
        pay(booking, 5_000);
        register(booking.counsellor(), true);
        assertEquals(
                21_780, one("PayoutApproved", "claim", claim).get("totalCents").asLong());
    }

    @Test
    void a_claim_whose_facts_never_come_stands_in_the_work_list_and_is_then_refused_with_everything_that_fails() {
        Booking booking = booking("2027-01-04T09:00:00Z", null);
        reserve(booking, 5_000);
        String claim = claim(booking, 5);
        await().atMost(PATIENCE).until(() -> late().contains(claim));
        JsonNode refused = one("PayoutRefused", "claim", claim);
        assertEquals(
                "[\"CO_PAYMENT_NOT_RECEIVED\",\"COUNSELLOR_NOT_REGISTERED\",\"MORE_THAN_THE_BLOCK\"]",
                refused.get("failed").toString());
        await().atMost(PATIENCE).until(() -> !late().contains(claim));
    }

    private List<String> late() {
        return as(Login.officer())
                .get("/work-list?kind=FACTS_LATE")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.reference", String.class);
    }

    /** D-95. */
    @Test
    void for_days_on_which_the_counsellor_is_not_registered_nothing_is_paid_and_budget_and_co_payment_are_free_again() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        topics.send(
                "provider-registry",
                "CounsellorSuspended",
                booking.counsellor(),
                Map.of(
                        "counsellor", booking.counsellor(),
                        "from", "2027-01-20",
                        "reasonCode", "FRAUD",
                        "suspendedAt", "2027-01-20T09:00:00Z"));
        one("PayoutPaid", "claim", claim(registered(), 1)); // so that the suspension was heard of as well
        String claim = claim(booking, 4);
        JsonNode refused = one("PayoutRefused", "claim", claim);
        assertEquals("[\"COUNSELLOR_NOT_REGISTERED\"]", refused.get("failed").toString());
        assertEquals(4, refused.get("neverPaid").get(0).get("halfHours").asInt());
        assertEquals(
                16_780,
                one("BudgetReleased", "booking", booking.id())
                        .get("amountCents")
                        .asLong());
        topics.send(
                "wallet",
                "HoursRestored",
                booking.wallet(),
                Map.of(
                        "wallet",
                        booking.wallet(),
                        "booking",
                        booking.id(),
                        "clawback",
                        claim,
                        "halfHours",
                        4,
                        "refundCents",
                        5_000,
                        "claimRefused",
                        true,
                        "restoredAt",
                        "2027-02-20T09:00:05Z"));
        topics.send(
                "session-claims",
                "ClaimWithdrawalAsked",
                booking.id(),
                Map.of(
                        "claim", claim,
                        "booking", booking.id(),
                        "wallet", booking.wallet(),
                        "counsellor", booking.counsellor(),
                        "session", UUID.randomUUID().toString(),
                        "askedAt", "2027-02-20T09:00:06Z"));
        assertEquals(
                "REFUSED", one("ClaimKept", "claim", claim).get("reasonCode").asText());
        await().atMost(PATIENCE)
                .until(() -> count(
                                "SELECT coalesce(sum(debit_cents), 0) FROM ledger_line WHERE account = 'CO_PAYMENTS_REFUNDED'"
                                        + " AND booking = '" + booking.id() + "'")
                        == 5_000);
    }

    /** Paid, with a counsellor who is registered. */
    private Booking registered() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        return booking;
    }

    @Test
    void a_claim_that_comes_again_is_not_paid_again() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        String claim = UUID.randomUUID().toString();
        Map<String, ?> message = claimMessage(booking, claim, UUID.randomUUID().toString(), 4);
        String id = topics.send("session-claims", "ClaimSubmitted", booking.id(), message);
        one("PayoutPaid", "claim", claim);
        topics.send(id, "session-claims", "ClaimSubmitted", booking.id(), message);
        topics.send("session-claims", "ClaimSubmitted", booking.id(), message);
        // a later claim of the same booking shows that the repeats were seen before it
        String other = claim(booking, 4);
        assertEquals(
                "[\"MORE_THAN_THE_BLOCK\"]",
                one("PayoutRefused", "claim", other).get("failed").toString());
        assertEquals(
                1, topics.published("PayoutApproved", "booking", booking.id()).size());
        assertEquals(1, topics.published("PayoutPaid", "booking", booking.id()).size());
    }

    @Test
    void a_file_whose_answer_is_lost_is_sent_again_as_it_was_and_paid_once() {
        outside.loseNextAnswer();
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        String claim = claim(booking, 4);
        String endToEndId = one("PayoutPaid", "claim", claim).get("endToEndId").asText();
        await().atMost(PATIENCE)
                .until(() -> outside.postsWith(endToEndId).size() >= 2
                        && count("SELECT count(*) FROM payment_file_vault WHERE content LIKE '%" + endToEndId + "%'")
                                == 0);
        assertEquals(1, Set.copyOf(outside.postsWith(endToEndId)).size(), "the same id and the same text");
        assertEquals(1, outside.filesWith(endToEndId));
        assertEquals(1, topics.published("PayoutSent", "claim", claim).size());
        assertEquals(1, topics.published("PayoutPaid", "claim", claim).size());
    }

    @Test
    void a_rejected_payment_is_told_with_its_reason_and_stays_payable() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        outside.payee(booking.counsellor(), "Gesloten", CLOSED);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        String claim = claim(booking, 4);
        assertEquals(
                "AC04", one("PayoutRejected", "claim", claim).get("reasonCode").asText());
        assertTrue(ledger().getLong("payableCents") >= 21_780);
        assertTrue(ledger().getBoolean("balanced"));
    }

    @Test
    void what_the_bank_says_of_unknown_payments_or_with_another_amount_is_for_a_person() {
        outside.silent(true);
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        String claim = claim(booking, 4);
        String endToEndId = one("PayoutSent", "claim", claim).get("endToEndId").asText();
        String file = outside.postsWith(endToEndId).getFirst().body();
        outside.answer("camt.054", Outside.notification(file.replace("217.80", "217.81")));
        outside.answer("camt.054", Outside.notification(file.replace(endToEndId, "c0ffee")));
        outside.answer("pain.002", "<!DOCTYPE x><x/>");
        // the same booking told twice, after what was wrong
        outside.answer("camt.054", Outside.notification(file));
        outside.answer("camt.054", Outside.notification(file));
        one("PayoutPaid", "claim", claim);
        await().atMost(PATIENCE)
                .until(() -> count("SELECT count(*) FROM work_list WHERE kind = 'UNREADABLE_FILE'") == 1);
        assertEquals(
                1,
                count("SELECT count(*) FROM work_list WHERE kind = 'AMOUNT_DIFFERS' AND reference = '" + endToEndId
                        + "'"));
        assertEquals(
                1, count("SELECT count(*) FROM work_list WHERE kind = 'UNKNOWN_REFERENCE' AND reference = 'c0ffee'"));
        assertEquals(1, topics.published("PayoutPaid", "claim", claim).size());
    }

    @Test
    void a_file_that_the_bank_does_not_take_is_shown_to_a_person_and_offered_again() {
        outside.refuseNextFile();
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        String claim = claim(booking, 4);
        String batch = one("PayoutSent", "claim", claim).get("batch").asText();
        assertEquals(
                1, count("SELECT count(*) FROM work_list WHERE kind = 'FILE_REFUSED' AND reference = '" + batch + "'"));
        one("PayoutPaid", "claim", claim);
    }

    @Test
    void a_file_rejected_as_a_whole_rejects_its_payments() {
        outside.silent(true);
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        String claim = claim(booking, 4);
        JsonNode sent = one("PayoutSent", "claim", claim);
        outside.answer(
                "pain.002",
                "<Document><CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>"
                        + sent.get("batch").asText().replace("-", "")
                        + "</OrgnlMsgId><GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>FF01</Cd></Rsn></StsRsnInf>"
                        + "</OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>");
        assertEquals(
                "FF01", one("PayoutRejected", "claim", claim).get("reasonCode").asText());
    }

    @Test
    void payouts_of_who_has_no_payee_wait_and_hold_nobody_up() {
        Booking without = booking("2027-01-04T09:00:00Z", null);
        register(without.counsellor(), true);
        outside.noPayee(without.counsellor());
        Booking with = booking("2027-01-04T09:00:00Z", true);
        reserve(without, 5_000);
        pay(without, 5_000);
        reserve(with, 5_000);
        pay(with, 5_000);
        String waits = claim(without, 4);
        one("PayoutApproved", "claim", waits);
        String goesOn = claim(with, 4);
        one("PayoutPaid", "claim", goesOn);
        assertEquals(0, topics.published("PayoutSent", "claim", waits).size());
        outside.payee(without.counsellor(), "Later", BELGIAN);
        one("PayoutPaid", "claim", waits);
    }

    // --- corrected, sponsored, cheaper ------------------------------------------------------------------------------

    @Test
    void a_claim_that_is_not_sent_yet_is_taken_back_and_claimed_rightly() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        outside.registrySilent(true);
        String claim = claim(booking, 4);
        one("PayoutApproved", "claim", claim);
        topics.send("session-claims", "ClaimWithdrawalAsked", booking.id(), withdrawal(booking, claim));
        one("ClaimReleased", "claim", claim);
        outside.registrySilent(false);
        String unknown = UUID.randomUUID().toString();
        topics.send("session-claims", "ClaimWithdrawalAsked", booking.id(), withdrawal(booking, unknown));
        one("ClaimReleased", "claim", unknown);
        topics.send(
                "session-claims",
                "ClaimSubmitted",
                booking.id(),
                claimMessage(booking, unknown, UUID.randomUUID().toString(), 4));
        String right = claim(booking, 4);
        assertEquals(
                16_780,
                one("PayoutPaid", "claim", right).get("governmentShareCents").asLong());
        assertEquals(0, topics.published("PayoutSent", "claim", claim).size());
        assertEquals(0, topics.published("PayoutApproved", "claim", unknown).size());
        topics.send("session-claims", "ClaimWithdrawalAsked", booking.id(), withdrawal(booking, right));
        assertEquals("PAID", one("ClaimKept", "claim", right).get("reasonCode").asText());
        assertTrue(ledger().getBoolean("balanced"));
        assertTrue(verification().getBoolean("intact"));
    }

    @Test
    void a_sponsor_owes_its_part_until_its_bill_is_paid() {
        JsonPath before = ledger();
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        String sponsor = UUID.randomUUID().toString();
        reserve(booking, 5_000);
        pay(booking, 2_000);
        topics.send(
                "wallet",
                "CoPaymentSponsored",
                booking.wallet(),
                Map.of(
                        "wallet",
                        booking.wallet(),
                        "booking",
                        booking.id(),
                        "sponsor",
                        sponsor,
                        "amountCents",
                        3_000,
                        "sponsoredAt",
                        "2027-01-04T09:10:00Z"));
        one("PayoutPaid", "claim", claim(booking, 4));
        assertEquals(before.getLong("sponsorReceivableCents") + 3_000, ledger().getLong("sponsorReceivableCents"));
        topics.send(
                "wallet",
                "SponsorBillPaid",
                sponsor,
                Map.of(
                        "sponsor",
                        sponsor,
                        "bill",
                        UUID.randomUUID().toString(),
                        "amountCents",
                        3_000,
                        "paidAt",
                        "2027-02-04T09:10:00Z"));
        await().atMost(PATIENCE)
                .until(() -> ledger().getLong("sponsorReceivableCents") == before.getLong("sponsorReceivableCents"));
        topics.send(
                "wallet",
                "HoursRestored",
                booking.wallet(),
                Map.of(
                        "wallet",
                        booking.wallet(),
                        "booking",
                        booking.id(),
                        "clawback",
                        UUID.randomUUID().toString(),
                        "halfHours",
                        2,
                        "refundCents",
                        1_000,
                        "sponsorRefundCents",
                        1_500,
                        "restoredAt",
                        "2027-03-04T09:10:00Z"));
        await().atMost(PATIENCE)
                .until(() -> ledger().getLong("restoredCents") == before.getLong("restoredCents") + 2_500);
        assertEquals(before.getLong("sponsorReceivableCents") - 1_500, ledger().getLong("sponsorReceivableCents"));
        assertTrue(ledger().getBoolean("balanced"));
    }

    /** D-102. */
    @Test
    void a_lower_price_after_the_last_claim_is_settled_by_the_budget_as_the_ledger_books_it() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        one("PayoutApproved", "claim", claim(booking, 4));
        lower(booking, 3_000, 2_000);
        await().atMost(PATIENCE)
                .until(() -> count("SELECT count(*) FROM event WHERE name = 'ShareGrown' AND payload LIKE '%"
                                + booking.id() + "%'")
                        == 1);
        assertEquals(
                18_780, count("SELECT coalesce(sum(cents), 0) FROM settled_in WHERE booking = '" + booking.id() + "'"));
        assertTrue(ledger().getBoolean("balanced"));
    }

    /** D-4, D-64. */
    @Test
    void what_the_citizen_pays_less_government_sets_aside_and_pays() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        lower(booking, 3_000, 2_000);
        await().atMost(PATIENCE)
                .until(() -> count("SELECT count(*) FROM event WHERE name = 'CommitmentRaised' AND payload LIKE '%"
                                + booking.id() + "%'")
                        == 1);
        JsonNode approved = one("PayoutApproved", "claim", claim(booking, 4));
        assertEquals(3_000, approved.get("coPaymentCents").asLong());
        assertEquals(18_780, approved.get("governmentShareCents").asLong());
        assertTrue(ledger().getBoolean("balanced"));
    }
}
