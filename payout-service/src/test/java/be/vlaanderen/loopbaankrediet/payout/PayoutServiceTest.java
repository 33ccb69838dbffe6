package be.vlaanderen.loopbaankrediet.payout;

import static io.restassured.RestAssured.given;
import static java.nio.file.Files.readString;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.vlaanderen.loopbaankrediet.payout.budget.Budget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CommitBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.ReleaseBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions.ConflictException;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.platform.messaging.NotYet;
import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.testkit.RealServers;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service against a real PostgreSQL and Kafka, and stand-ins for bank, login and registry. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(Outside.class)
class PayoutServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BELGIAN = "BE71096123456769";
    private static final String CLOSED = "NL91ABNA0417164300";

    Outside outside;

    @Inject
    AggregateStore<Budget, BudgetEvent> budgets;

    @Inject
    Transactions transactions;

    @Inject
    EventNames names;

    @Inject
    Clock clock;

    @All
    List<InlineView> views;

    @All
    List<MessageHandler> handlers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private Topics topics;

    @BeforeEach
    void connect() {
        topics = new Topics(bootstrapServers);
    }

    @AfterEach
    void disconnect() {
        outside.silent(false);
        outside.registrySilent(false);
        topics.close();
    }

    // --- from reservation to payment -------------------------------------------------------------------------------

    @Test
    void a_block_is_committed_claimed_approved_sent_paid_and_in_the_ledger() {
        JsonPath before = ledger();
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        JsonNode committed = one("BudgetCommitted", "booking", booking.id);
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
                .body("booking", equalTo(booking.id))
                .body("status", equalTo("PAID"))
                .body("totalCents", equalTo(21_780));
        JsonPath after = ledger();
        assertTrue(after.getBoolean("balanced"));
        assertTrue(after.getLong("paidCents") - before.getLong("paidCents") >= 21_780);
        assertEquals(
                after.getLong("coPaymentCents") + after.getLong("governmentShareCents"),
                after.getLong("paidCents") + after.getLong("payableCents"));
        // the name and account were in the file only, and the file is gone
        assertEquals(0, count("SELECT count(*) FROM payment_file_vault"));
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
                one("BudgetReleased", "booking", booking.id).get("amountCents").asLong());
    }

    @Test
    void messages_of_other_topics_may_come_in_any_order() {
        Booking booking = booking("2027-01-04T09:00:00Z", null);
        String claim = claim(booking, 4);
        reserve(booking, 5_000);
        one("BudgetCommitted", "booking", booking.id);
        pay(booking, 5_000);
        register(booking.counsellor, true);
        assertEquals(
                21_780, one("PayoutApproved", "claim", claim).get("totalCents").asLong());
    }

    @Test
    void a_claim_whose_facts_never_come_is_refused_with_everything_that_fails() {
        Booking booking = booking("2027-01-04T09:00:00Z", null);
        reserve(booking, 5_000);
        String claim = claim(booking, 5);
        JsonNode refused = one("PayoutRefused", "claim", claim);
        assertEquals(
                "[\"CO_PAYMENT_NOT_RECEIVED\",\"COUNSELLOR_NOT_REGISTERED\",\"MORE_THAN_THE_BLOCK\"]",
                refused.get("failed").toString());
    }

    @Test
    void a_claim_that_comes_again_is_not_paid_again() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        String claim = UUID.randomUUID().toString();
        Map<String, ?> message = claimMessage(booking, claim, UUID.randomUUID().toString(), 4);
        String id = topics.send("session-claims", "ClaimSubmitted", booking.id, message);
        one("PayoutPaid", "claim", claim);
        topics.send(id, "session-claims", "ClaimSubmitted", booking.id, message);
        topics.send("session-claims", "ClaimSubmitted", booking.id, message);
        // a later claim of the same booking shows that the repeats were seen before it
        String other = claim(booking, 4);
        assertEquals(
                "[\"MORE_THAN_THE_BLOCK\"]",
                one("PayoutRefused", "claim", other).get("failed").toString());
        assertEquals(
                1, topics.published("PayoutApproved", "booking", booking.id).size());
        assertEquals(1, topics.published("PayoutPaid", "booking", booking.id).size());
    }

    // --- the bank ---------------------------------------------------------------------------------------------------

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
                        && count("SELECT count(*) FROM payment_file_vault") == 0);
        assertEquals(1, Set.copyOf(outside.postsWith(endToEndId)).size(), "the same id and the same text");
        assertEquals(1, outside.filesWith(endToEndId));
        assertEquals(1, topics.published("PayoutSent", "claim", claim).size());
        assertEquals(1, topics.published("PayoutPaid", "claim", claim).size());
    }

    @Test
    void a_rejected_payment_is_told_with_its_reason_and_stays_payable() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        outside.payee(booking.counsellor, "Gesloten", CLOSED);
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
        register(without.counsellor, true);
        outside.noPayee(without.counsellor);
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
        outside.payee(without.counsellor, "Later", BELGIAN);
        one("PayoutPaid", "claim", waits);
    }

    // --- the budget -------------------------------------------------------------------------------------------------

    @Test
    void a_full_budget_queues_and_freed_budget_goes_to_the_queue_in_order() {
        List<Booking> bookings = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Booking booking = booking("2031-06-01T09:00:00Z", null);
            bookings.add(booking);
            reserve(booking, 5_000);
            // one key a wallet: wait, so that the order of arrival is the order of the test
            String expected = i < 2 ? "BudgetCommitted" : "BookingQueued";
            one(expected, "booking", booking.id);
        }
        assertEquals(
                1,
                one("BookingQueued", "booking", bookings.get(2).id).get("place").asInt());
        assertEquals(
                2,
                one("BookingQueued", "booking", bookings.get(3).id).get("place").asInt());
        as(Login.officer())
                .get("/budgets/2031")
                .then()
                .statusCode(200)
                .body("totalCents", equalTo(40_000))
                .body("committedCents", equalTo(33_560))
                .body("settledCents", equalTo(0))
                .body("leftCents", equalTo(6_440))
                .body("queue", equalTo(2));
        topics.send(
                "wallet",
                "BlockLapsed",
                bookings.get(0).wallet,
                Map.of(
                        "wallet",
                        bookings.get(0).wallet,
                        "booking",
                        bookings.get(0).id,
                        "lapsedAt",
                        "2031-06-15T09:00:00Z"));
        one("BudgetCommitted", "booking", bookings.get(2).id);
        topics.send(
                "wallet",
                "BlockCancelled",
                bookings.get(1).wallet,
                Map.of(
                        "wallet",
                        bookings.get(1).wallet,
                        "booking",
                        bookings.get(1).id,
                        "refundCents",
                        0,
                        "cancelledAt",
                        "2031-06-15T09:00:00Z"));
        one("BudgetCommitted", "booking", bookings.get(3).id);
        as(Login.officer())
                .get("/budgets/2031")
                .then()
                .body("queue", equalTo(0))
                .body("committedCents", equalTo(33_560));
    }

    @Test
    void the_budget_holds_when_many_book_at_the_same_time_at_two_instances() throws Exception {
        AggregateStore<Budget, BudgetEvent> other =
                new EventStore(transactions, names, views, clock).aggregates(Budget.AGGREGATE);
        List<Callable<UUID>> rush = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            AggregateStore<Budget, BudgetEvent> instance = i % 2 == 0 ? budgets : other;
            UUID booking = UUID.randomUUID();
            rush.add(() -> {
                untilNoConflict(() -> instance.handle(
                        Budget.stream(2032),
                        budget -> budget.decide(new CommitBudget(2032, 167_800, booking, 16_780, Instant.EPOCH))));
                return booking;
            });
        }
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(rush)) {
                done.get();
            }
        }
        Budget budget = other.state(Budget.stream(2032));
        assertEquals(167_800, budget.committedCents());
        assertEquals(10, budget.open().size());
        assertEquals(50, budget.queue().size());
        assertEquals(budget, budgets.state(Budget.stream(2032)), "both instances see the same");
        // an instance that appends nothing also decides on the newest state
        UUID first = budget.open().keySet().iterator().next();
        other.handle(Budget.stream(2032), state -> state.decide(new ReleaseBudget(2032, first, Instant.EPOCH)));
        Set<UUID> seen = new HashSet<>();
        budgets.handle(Budget.stream(2032), state -> {
            seen.clear();
            seen.addAll(state.open().keySet());
            return state.decide(new ReleaseBudget(2032, first, Instant.EPOCH));
        });
        assertFalse(seen.contains(first));
    }

    // --- the ledger --------------------------------------------------------------------------------------------------

    @Test
    void a_line_that_is_changed_removed_or_added_behind_the_ledgers_back_is_found() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        one("PayoutPaid", "claim", claim(booking, 4));
        JsonPath before = verification();
        assertTrue(before.getBoolean("intact"), before::prettify);
        String first = "event_id = (SELECT event_id FROM ledger_seal WHERE position = 1) AND line = 1";

        execute("UPDATE ledger_line SET debit_cents = debit_cents + 1 WHERE " + first);
        JsonPath changed = verification();
        assertFalse(changed.getBoolean("intact"));
        assertEquals("CHANGED", changed.getString("firstDifference.kind"));
        assertEquals(1, changed.getLong("firstDifference.position"));
        execute("UPDATE ledger_line SET debit_cents = debit_cents - 1 WHERE " + first);

        execute("INSERT INTO ledger_line VALUES ('invented', 1, 'BANK', 1, 0, gen_random_uuid(), now())");
        assertEquals("NOT_POSTED", verification().getString("firstDifference.kind"));
        execute("DELETE FROM ledger_line WHERE event_id = 'invented'");

        execute("DELETE FROM ledger_line WHERE " + first);
        assertEquals("MISSING", verification().getString("firstDifference.kind"));
        as(Login.officer()).post("/admin/rebuild").then().statusCode(200);
        JsonPath after = verification();
        assertTrue(after.getBoolean("intact"), "a rebuild gives the lines that are in the chain");
        assertTrue(after.getLong("lines") >= before.getLong("lines"));
    }

    @Test
    void the_ledger_can_be_seen_line_by_line_and_as_it_was_on_a_day() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        one("PayoutPaid", "claim", claim(booking, 4));
        assertTrue(verification().getBoolean("intact"));
        String today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Brussels"))
                .toString();
        JsonPath page = as(Login.officer())
                .queryParam("limit", 2)
                .get("/ledger/lines")
                .then()
                .statusCode(200)
                .body("lines", hasSize(2))
                .body("lines.position", contains(1, 2))
                .extract()
                .jsonPath();
        as(Login.officer())
                .get("/ledger/lines?limit=1&after=" + page.getLong("next"))
                .then()
                .body("lines.position", contains(3));
        as(Login.officer())
                .get("/ledger/lines?account=PAYABLE_TO_COUNSELLORS&on=" + today)
                .then()
                .body("lines.account.unique()", contains("PAYABLE_TO_COUNSELLORS"));
        as(Login.officer()).get("/ledger/lines?on=2020-01-01").then().body("lines", hasSize(0));
        as(Login.officer())
                .get("/ledger?on=2020-01-01")
                .then()
                .statusCode(200)
                .body("approvedCents", equalTo(0))
                .body("balanced", equalTo(true));
        as(Login.officer()).get("/ledger?on=" + today).then().body("paidCents", greaterThanOrEqualTo(21_780));
        for (String wrong : List.of(
                "/ledger?on=x",
                "/ledger?on=2027-02-30",
                "/ledger/lines?account=x",
                "/ledger/lines?after=-1",
                "/ledger/lines?limit=101",
                "/ledger/lines?on=9999-99-99")) {
            problem(as(Login.officer()), wrong, 400);
        }
    }

    // --- the statement -----------------------------------------------------------------------------------------------

    @Test
    void a_counsellor_gets_the_own_statement_as_csv_and_pdf() throws IOException {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        String number = "85020200" + (100 + Math.floorMod(booking.id.hashCode(), 900));
        outside.person(number, booking.counsellor);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        one("PayoutPaid", "claim", claim(booking, 3));
        one("PayoutRefused", "claim", claim(booking, 4));
        String token = Login.counsellor(number, "0123456749");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Brussels"));
        String period = "/me/statements?from=" + today.minusDays(3) + "&to=" + today;
        String csv = as(token)
                .accept("text/csv")
                .get(period)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Cache-Control", "no-store")
                .extract()
                .asString();
        assertEquals(2, csv.lines().count(), csv);
        assertTrue(csv.contains("\"01/02/2027 (3)\";\"3\";\"135,00\";\"28,35\";\"163,35\";\"betaald\""), csv);
        assertTrue(csv.contains("geen factuur") && csv.contains("0123456749"), csv);
        assertTrue(csv.contains(";\"'=x\";"), "what a spreadsheet takes for a formula is text");
        byte[] pdf = as(token)
                .accept("application/pdf")
                .get(period)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("163,35") && text.contains("geen factuur"), text);
        }
        as(token)
                .accept("text/csv")
                .get("/me/statements?from=2020-01-01&to=2020-12-31")
                .then()
                .statusCode(200)
                .body(not(containsString("betaald")));
        for (String wrong : List.of(
                "",
                "?from=2027-01-01",
                "?from=2027-01-02&to=2027-01-01",
                "?from=2027-01-01&to=2028-01-01",
                "?from=x&to=y")) {
            problem(as(token).accept("text/csv"), "/me/statements" + wrong, 400);
        }
        problem(as(token).accept("application/json"), period, 406);
        problem(as(Login.officer()).accept("text/csv"), period, 403);
        assertEquals(0, count("SELECT count(*) FROM event WHERE payload LIKE '%=x%'"));
    }

    // --- clawbacks ---------------------------------------------------------------------------------------------------

    @Test
    void undue_half_hours_are_answered_decided_and_set_off_against_later_payouts() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        String number = "85020300" + (100 + Math.floorMod(booking.id.hashCode(), 900));
        outside.person(number, booking.counsellor);
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
        post(Login.officer(), "/clawbacks/" + clawback + "/decision", null, decision)
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
            post(Login.officer(), "/clawbacks/" + clawback + "/decision", null, decision)
                    .statusCode(200)
                    .body("status", equalTo("DECIDED"))
                    .body("leftCents", equalTo(10_890));
        }
        post(Login.officer(), "/clawbacks/" + clawback + "/write-off", null, Map.of("reasonCode", "BANKRUPTCY"))
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
                UUID.randomUUID().toString(), UUID.randomUUID().toString(), booking.counsellor, "2027-01-04T09:00:00Z");
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
                        Login.officer(),
                        "/clawbacks/" + again + "/decision",
                        null,
                        Map.of("halfHours", 1, "reasonCode", "ANSWER_NOT_ACCEPTED"))
                .statusCode(200);
        JsonNode paid = one("PayoutPaid", "claim", claim(next, 4));
        assertEquals(21_780 - 5_445, paid.get("amountCents").asLong());
        assertTrue(ledger().getBoolean("balanced"));
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

    // --- reconciliation ----------------------------------------------------------------------------------------------

    @Test
    void what_is_approved_sent_and_answered_is_laid_side_by_side() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        one("PayoutPaid", "claim", claim(booking, 4));
        outside.silent(true);
        Booking open = booking("2027-01-04T09:00:00Z", true);
        reserve(open, 5_000);
        pay(open, 5_000);
        one("PayoutSent", "claim", claim(open, 4));
        JsonPath report = as(Login.officer())
                .get("/reconciliation")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(
                report.getLong("sent.cents"),
                report.getLong("paid.cents")
                        + report.getLong("rejected.cents")
                        + report.getLong("differences.find { it.kind == 'SENT_NOT_ANSWERED' }.cents"));
        List<String> kinds = report.getList("differences.kind");
        assertTrue(kinds.contains("SENT_NOT_ANSWERED"), report::prettify);
        assertFalse(kinds.contains("FILES_AND_PAYOUTS"), report::prettify);
        assertFalse(kinds.contains("LEDGER_AND_ANSWERS"), report::prettify);
        as(Login.officer())
                .get("/reconciliation?on=2020-01-01")
                .then()
                .statusCode(200)
                .body("approved.payouts", equalTo(0))
                .body("differences", hasSize(0));
        problem(as(Login.officer()), "/reconciliation?on=x", 400);
    }

    @Test
    void what_the_bank_says_of_what_we_do_not_know_is_a_paged_list() {
        for (String reference : List.of("ffff0001", "ffff0002")) {
            outside.answer(
                    "pain.002",
                    "<Document><CstmrPmtStsRpt><OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>" + reference
                            + "</OrgnlEndToEndId><TxSts>RJCT</TxSts></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>");
        }
        await().atMost(PATIENCE)
                .until(() -> count("SELECT count(*) FROM work_list WHERE reference LIKE 'ffff000_'") == 2);
        List<String> seen = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonPath page = as(Login.officer())
                    .get("/work-list?kind=UNKNOWN_REFERENCE&limit=1" + after)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .extract()
                    .jsonPath();
            seen.add(page.getString("items[0].reference"));
            String next = page.getString("next");
            after = next == null ? null : "&after=" + next;
        }
        assertTrue(seen.containsAll(List.of("ffff0001", "ffff0002")), seen::toString);
        for (String wrong : List.of("kind=x", "limit=0", "after=%20")) {
            problem(as(Login.officer()), "/work-list?" + wrong, 400);
        }
    }

    // --- over HTTP --------------------------------------------------------------------------------------------------

    @Test
    void a_counsellor_sees_the_own_payouts_page_by_page_and_no_others() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        String number = "85020100" + (100 + Math.floorMod(booking.id.hashCode(), 900));
        outside.person(number, booking.counsellor);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        String first = claim(booking, 1);
        one("PayoutPaid", "claim", first);
        String second = claim(booking, 3);
        one("PayoutPaid", "claim", second);
        String third = claim(booking, 1);
        one("PayoutRefused", "claim", third);
        String token = Login.counsellor(number, "0123456749");
        as(token)
                .get("/me/payouts")
                .then()
                .statusCode(200)
                .body("payouts.claim", contains(third, second, first))
                .body("payouts[0].failed", contains("MORE_THAN_THE_BLOCK"))
                .body("payouts[0].totalCents", nullValue())
                .body("payouts[1].status", equalTo("PAID"))
                .body("next", nullValue());
        String next = as(token)
                .queryParam("limit", 2)
                .get("/me/payouts")
                .then()
                .body("payouts.claim", contains(third, second))
                .body("next", notNullValue())
                .extract()
                .path("next");
        as(token)
                .queryParam("limit", 2)
                .queryParam("after", next)
                .get("/me/payouts")
                .then()
                .body("payouts.claim", contains(first));
        String stranger = Login.counsellor("85020100999999", "0123456749");
        outside.person("85020100999999", UUID.randomUUID().toString());
        as(stranger)
                .queryParam("after", next)
                .get("/me/payouts")
                .then()
                .statusCode(200)
                .body("payouts", hasSize(0));
        as(Login.counsellor("85020100777777", "0123456749"))
                .get("/me/payouts")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:counsellor-unknown"));
        outside.registrySilent(true);
        as(Login.counsellor("85020100666666", "0123456749"))
                .get("/me/payouts")
                .then()
                .statusCode(503);
        as(token).get("/me/payouts").then().statusCode(200);
    }

    @Test
    void every_wrong_question_is_a_problem_document() {
        for (String path : List.of(
                "/budgets/abc", "/budgets/1999", "/budgets/20270", "/payouts/%3Cx%3E", "/payouts/" + "a".repeat(36))) {
            problem(as(Login.officer()), path, 400);
        }
        problem(as(Login.officer()), "/budgets/2098", 404);
        problem(as(Login.officer()), "/payouts/unknown", 404);
        String counsellor = Login.counsellor("85020100196", "0123456749");
        for (String query : List.of("limit=0", "limit=101", "limit=x", "after=1", "after=%F0%9F%92%B6")) {
            problem(as(counsellor), "/me/payouts?" + query, 400);
        }
    }

    @Test
    void only_who_may_see_it_sees_it() {
        List<String> notAccepted = Login.notAccepted("85020100196");
        for (String path : List.of(
                "/ledger",
                "/ledger/lines",
                "/clawbacks",
                "/clawbacks/" + new UUID(1, 1),
                "/me/clawbacks",
                "/reconciliation",
                "/work-list",
                "/budgets/2027",
                "/payouts/x",
                "/me/payouts")) {
            for (String token : notAccepted) {
                problem(as(token), path, 401);
            }
            problem(given().basePath("/payout/v1"), path, 401);
            problem(as(Login.withoutRole("85020100196")), path, 403);
            problem(as(Login.citizen("85020100196")), path, 403);
            problem(as(Login.service("session-claims-service")), path, 403);
        }
        problem(as(Login.officer()), "/me/payouts", 403);
        problem(as(Login.counsellor("85020100196", "0123456749")), "/ledger", 403);
    }

    @Test
    void the_budget_of_this_year_can_be_seen_before_its_first_booking() {
        int year =
                clock.instant().atZone(java.time.ZoneId.of("Europe/Brussels")).getYear();
        await().atMost(PATIENCE)
                .until(() -> as(Login.officer()).get("/budgets/" + year).statusCode() == 200);
        as(Login.officer()).get("/budgets/" + year).then().body("totalCents", equalTo(1_000_000_000));
    }

    @Test
    void a_rebuild_gives_the_views_that_are_live() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        one("PayoutPaid", "claim", claim(booking, 4));
        as(Login.officer())
                .post("/admin/rebuild")
                .then()
                .statusCode(200)
                .body("views.differences.sum()", equalTo(0))
                .body(
                        "views.view",
                        containsInAnyOrder(
                                "budget", "ledger_line", "payout", "open_claim", "claim_session", "clawback", "batch"));
    }

    @Test
    void the_api_is_what_the_contract_says() throws IOException {
        String generated =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        assertEquals(
                readString(Path.of("../contracts/http/payout-service.openapi.yaml"))
                        .strip(),
                generated.strip(),
                "the API changed: if that is meant, copy target/openapi/openapi.yaml to contracts/http/payout-service.openapi.yaml");
    }

    @Test
    void the_messages_of_others_can_be_read() {
        for (MessageHandler handler : handlers) {
            String file = handler.topic().replace("loopbaankrediet.", "../contracts/events/") + "/" + handler.type()
                    + ".sample.json";
            assumeTrue(Files.exists(Path.of(file)), "no contract yet: " + file);
            Message sample = Contracts.sampleFor(handler);
            try {
                transactions.run(connection -> handler.on(sample));
            } catch (NotYet e) {
                // read and understood: the samples are not one story
            }
        }
    }

    // --- what neighbours do -----------------------------------------------------------------------------------------

    private record Booking(String id, String wallet, String counsellor, String reservedAt) {}

    /** @param liable null when the counsellor is not registered yet */
    private Booking booking(String reservedAt, @Nullable Boolean liable) {
        Booking booking = new Booking(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                reservedAt);
        if (liable != null) {
            outside.payee(booking.counsellor, "Ann Zoë", BELGIAN);
            register(booking.counsellor, liable);
        }
        return booking;
    }

    private void register(String counsellor, boolean liable) {
        outside.payee(counsellor, "Ann Zoë", BELGIAN);
        topics.send(
                "provider-registry",
                "CounsellorRegistered",
                counsellor,
                Map.of(
                        "counsellor", counsellor,
                        "route", "R1",
                        "vatLiable", liable,
                        "registeredOn", "2027-01-01",
                        "registeredAt", "2027-01-01T09:00:00Z"));
    }

    private void reserve(Booking booking, long coPaymentCents) {
        topics.send(
                "wallet",
                "BlockReserved",
                booking.wallet,
                Map.of(
                        "wallet", booking.wallet,
                        "booking", booking.id,
                        "counsellor", booking.counsellor,
                        "halfHours", 4,
                        "coPaymentCents", coPaymentCents,
                        "reservedAt", booking.reservedAt));
    }

    private void pay(Booking booking, long cents) {
        topics.send(
                "wallet",
                "CoPaymentReceived",
                booking.wallet,
                Map.of(
                        "wallet",
                        booking.wallet,
                        "booking",
                        booking.id,
                        "amountCents",
                        cents,
                        "receivedAt",
                        "2027-01-04T09:10:00Z"));
    }

    private String claim(Booking booking, int halfHours) {
        String claim = UUID.randomUUID().toString();
        topics.send(
                "session-claims",
                "ClaimSubmitted",
                booking.id,
                claimMessage(booking, claim, UUID.randomUUID().toString(), halfHours));
        return claim;
    }

    private static Map<String, ?> claimMessage(Booking booking, String claim, String session, int halfHours) {
        return Map.of(
                "claim",
                claim,
                "booking",
                booking.id,
                "wallet",
                booking.wallet,
                "counsellor",
                booking.counsellor,
                "sessions",
                List.of(Map.of("session", session, "deliveredOn", "2027-02-01", "halfHours", halfHours)),
                "halfHours",
                halfHours,
                "submittedAt",
                "2027-02-20T09:00:00Z");
    }

    private JsonNode one(String name, String field, String value) {
        await().alias(name + " with " + field + " " + value)
                .atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> !topics.published(name, field, value).isEmpty());
        List<JsonNode> found = topics.published(name, field, value);
        assertEquals(1, found.size());
        return found.getFirst();
    }

    private static ValidatableResponse post(String token, String path, @Nullable String key, Map<String, ?> body) {
        RequestSpecification request = as(token).contentType("application/json").body(body);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post(path)
                .then();
    }

    private String payoutOf(String claim) {
        return one("PayoutApproved", "claim", claim).get("payout").asText();
    }

    private static JsonPath verification() {
        return as(Login.officer())
                .post("/ledger/verification")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void execute(String sql) {
        transactions.run(connection -> {
            try (var statement = connection.createStatement()) {
                assertEquals(1, statement.executeUpdate(sql), sql);
            }
        });
    }

    private static JsonPath ledger() {
        return as(Login.officer())
                .get("/ledger")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification as(String token) {
        return given().basePath("/payout/v1").urlEncodingEnabled(false).header("Authorization", "Bearer " + token);
    }

    private static void problem(RequestSpecification request, String path, int status) {
        request.get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("detail", notNullValue());
    }

    private static void untilNoConflict(Runnable action) {
        for (int attempt = 0; attempt < 50; attempt++) {
            try {
                action.run();
                return;
            } catch (ConflictException e) {
                // the other instance was first, eight times in a row
            }
        }
        throw new AssertionError("never a turn");
    }

    private long count(String sql) {
        return transactions.in(connection -> {
            try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }
}
