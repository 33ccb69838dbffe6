package be.vlaanderen.loopbaankrediet.payout;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.payout.budget.Budget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CommitBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.OpenBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.ReleaseBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.ReverseSettlement;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.SettleBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
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
import org.junit.jupiter.api.Test;

/** The budget of a year, also when many book at the same time. */
@QuarkusTest
class BudgetServiceTest extends PayoutTest {

    @Test
    void a_full_budget_queues_and_freed_budget_goes_to_the_queue_in_order() {
        List<Booking> bookings = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Booking booking = booking("2031-06-01T09:00:00Z", null);
            bookings.add(booking);
            reserve(booking, 5_000);
            // one key a wallet: wait, so that the order of arrival is the order of the test
            String expected = i < 2 ? "BudgetCommitted" : "BookingQueued";
            one(expected, "booking", booking.id());
        }
        assertEquals(
                1,
                one("BookingQueued", "booking", bookings.get(2).id())
                        .get("place")
                        .asInt());
        assertEquals(
                2,
                one("BookingQueued", "booking", bookings.get(3).id())
                        .get("place")
                        .asInt());
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
                bookings.get(0).wallet(),
                Map.of(
                        "wallet",
                        bookings.get(0).wallet(),
                        "booking",
                        bookings.get(0).id(),
                        "lapsedAt",
                        "2031-06-15T09:00:00Z"));
        one("BudgetCommitted", "booking", bookings.get(2).id());
        cancel(bookings.get(1));
        one("BudgetCommitted", "booking", bookings.get(3).id());
        as(Login.officer())
                .get("/budgets/2031")
                .then()
                .body("queue", equalTo(0))
                .body("committedCents", equalTo(33_560));
    }

    /** D-64, D-102. */
    @Test
    void what_a_lower_price_costs_comes_before_who_waits_and_holds_up_no_message_of_that_wallet() {
        Booking delivered = booking("2037-01-04T09:00:00Z", true);
        reserve(delivered, 5_000);
        pay(delivered, 5_000);
        one("PayoutApproved", "claim", claim(delivered, 4));
        Booking second = new Booking(
                UUID.randomUUID().toString(), delivered.wallet(), delivered.counsellor(), delivered.reservedAt());
        reserve(second, 5_000);
        one("BudgetCommitted", "booking", second.id());
        Booking waits = booking("2037-01-05T09:00:00Z", null);
        reserve(waits, 5_000);
        one("BookingQueued", "booking", waits.id());
        long shareBefore = ledger().getLong("governmentShareCents");

        lower(delivered, 3_000, 2_000);
        pay(second, 5_000);

        await().atMost(PATIENCE).until(() -> ledger().getLong("governmentShareCents") == shareBefore + 2_000);
        await().atMost(PATIENCE)
                .until(() -> count("SELECT count(*) FROM event WHERE name = 'CoPaymentRecorded' AND payload LIKE '%"
                                + second.id() + "%'")
                        == 1);
        as(Login.officer())
                .get("/budgets/2037")
                .then()
                .body("owedCents", equalTo(2_000))
                .body("leftCents", equalTo(1_440))
                .body("queue", equalTo(1));
        cancel(second);
        await().atMost(PATIENCE)
                .untilAsserted(() -> as(Login.officer())
                        .get("/budgets/2037")
                        .then()
                        .body("owedCents", equalTo(0))
                        .body("settledCents", equalTo(18_780))
                        .body("leftCents", equalTo(16_220))
                        .body("queue", equalTo(1)));
        assertTrue(ledger().getBoolean("balanced"));
        as(Login.officer())
                .get("/budgets/2037/course?by=day")
                .then()
                .body("points[0].settledCents", equalTo(18_780))
                .body("points[0].owedCents", equalTo(0));
    }

    /** D-64. */
    @Test
    void a_claim_above_what_is_set_aside_comes_before_who_waits_and_stands_in_the_work_list_at_once() {
        Booking delivered = booking("2038-01-04T09:00:00Z", true);
        reserve(delivered, 5_000);
        pay(delivered, 5_000);
        Booking second = booking("2038-01-04T09:00:00Z", null);
        reserve(second, 5_000);
        one("BudgetCommitted", "booking", second.id());
        Booking waits = booking("2038-01-05T09:00:00Z", null);
        reserve(waits, 5_000);
        one("BookingQueued", "booking", waits.id());
        lower(delivered, 3_000, 2_000); // 1,440 is left for it

        String claim = claim(delivered, 4);

        await().atMost(PATIENCE).until(() -> waitForBudget().contains(claim));
        as(Login.officer()).get("/budgets/2038").then().body("owedCents", equalTo(560));
        cancel(second);
        assertEquals(
                18_780,
                one("PayoutApproved", "claim", claim)
                        .get("governmentShareCents")
                        .asLong());
        await().atMost(PATIENCE).until(() -> !waitForBudget().contains(claim));
        as(Login.officer())
                .get("/budgets/2038")
                .then()
                .body("owedCents", equalTo(0))
                .body("leftCents", equalTo(16_220))
                .body("queue", equalTo(1));
    }

    @Test
    void a_claim_that_waits_for_budget_and_is_taken_back_leaves_the_work_list_and_is_owed_no_more() {
        Booking booking = booking("2039-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        lower(booking, 3_000, 2_000);
        String claim = claim(booking, 4);
        await().atMost(PATIENCE).until(() -> waitForBudget().contains(claim));
        topics.send("session-claims", "ClaimWithdrawalAsked", booking.id(), withdrawal(booking, claim));
        one("ClaimReleased", "claim", claim);
        await().atMost(PATIENCE).until(() -> !waitForBudget().contains(claim));
        as(Login.officer()).get("/budgets/2039").then().body("owedCents", equalTo(0));
    }

    private static List<String> waitForBudget() {
        return as(Login.officer())
                .get("/work-list?kind=BUDGET_SHORT")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.reference", String.class);
    }

    private void cancel(Booking booking) {
        topics.send(
                "wallet",
                "BlockCancelled",
                booking.wallet(),
                Map.of(
                        "wallet",
                        booking.wallet(),
                        "booking",
                        booking.id(),
                        "refundCents",
                        0,
                        "cancelledAt",
                        "2027-01-15T09:00:00Z"));
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
                        budget ->
                                budget.decide(new CommitBudget(2032, 167_800, null, booking, 16_780, Instant.EPOCH))));
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
        other.handle(Budget.stream(2032), state -> state.decide(new ReleaseBudget(2032, null, first, Instant.EPOCH)));
        Set<UUID> seen = new HashSet<>();
        budgets.handle(Budget.stream(2032), state -> {
            seen.clear();
            seen.addAll(state.open().keySet());
            return state.decide(new ReleaseBudget(2032, null, first, Instant.EPOCH));
        });
        assertFalse(seen.contains(first));
    }

    @Test
    void the_budget_of_this_year_can_be_seen_before_its_first_booking() {
        int year =
                clock.instant().atZone(java.time.ZoneId.of("Europe/Brussels")).getYear();
        await().atMost(PATIENCE)
                .until(() -> as(Login.officer()).get("/budgets/" + year).statusCode() == 200);
        as(Login.officer()).get("/budgets/" + year).then().body("totalCents", greaterThanOrEqualTo(1_000_000_000));
    }

    /** D-66. */
    @Test
    void the_monthly_quota_holds_when_many_book_at_the_same_time_at_two_instances() throws Exception {
        AggregateStore<Budget, BudgetEvent> other =
                new EventStore(transactions, names, views, clock).aggregates(Budget.AGGREGATE);
        Instant january = Instant.parse("2033-01-31T22:00:00Z");
        List<Callable<Boolean>> rush = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            AggregateStore<Budget, BudgetEvent> instance = i % 2 == 0 ? budgets : other;
            UUID booking = UUID.randomUUID();
            rush.add(() -> {
                untilNoConflict(() -> instance.handle(
                        Budget.stream(2033),
                        budget -> budget.decide(new CommitBudget(2033, 1_000_000_000, 10, booking, 16_780, january))));
                return true;
            });
        }
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(rush)) {
                done.get();
            }
        }
        Budget full = other.state(Budget.stream(2033));
        assertEquals(10, full.open().size());
        assertEquals(30, full.queue().size());
        Budget february = budgets.handle(
                        Budget.stream(2033),
                        budget -> budget.decide(new OpenBudget(2033, 0, 12, Instant.parse("2033-01-31T23:00:00Z"))))
                .orThrow();
        assertEquals(22, february.open().size());
        assertEquals(18, february.queue().size());
        String waits = february.queue().firstEntry().getValue().booking().toString();
        JsonNode queued = one("BookingQueued", "booking", waits);
        assertEquals(10, queued.get("quotaBlocks").asInt());
        assertEquals("2033-02-01", queued.get("nextRoomOn").asText());
        assertEquals(13, queued.get("queueNumber").asInt());
    }

    @Test
    void the_course_of_a_year_and_what_is_still_to_be_paid_can_be_seen() {
        Booking booking = booking("2034-01-04T09:00:00Z", null);
        reserve(booking, 5_000);
        one("BudgetCommitted", "booking", booking.id());
        String today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Brussels"))
                .toString();
        for (String by : List.of("day", "month")) {
            as(Login.officer())
                    .get("/budgets/2034/course?by=" + by)
                    .then()
                    .statusCode(200)
                    .body("points.on", contains(today))
                    .body("points[0].committedCents", equalTo(16_780))
                    .body("points[0].leftCents", equalTo(1_000_000_000 - 16_780));
        }
        as(Login.officer())
                .accept("text/csv")
                .get("/budgets/2034/course")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(containsString(today + ";10000000,00;167,80;0,00;9999832,20;0,00;0"));
        as(Login.officer())
                .get("/budgets/2034/projection")
                .then()
                .statusCode(200)
                .body("toPayCents", equalTo(16_780))
                .body("months.cents", contains(16_780))
                .body("explanation", containsString("boeking"));
        as(Login.officer()).get("/budgets/2034?asOf=" + today).then().body("committedCents", equalTo(16_780));
        problem(as(Login.officer()), "/budgets/2034?asOf=2020-01-01", 404);
        for (String wrong : List.of("/budgets/2034?asOf=x", "/budgets/2034/course?by=x", "/budgets/x/projection")) {
            problem(as(Login.officer()), wrong, 400);
        }
        problem(as(Login.officer()), "/budgets/2097/course", 404);
        problem(as(Login.officer()), "/budgets/2097/projection", 404);
    }

    /** D-69. */
    @Test
    void the_usual_time_is_the_middle_of_what_was_seen_in_the_last_year_without_what_was_taken_back() {
        Instant now = clock.instant();
        handle(new OpenBudget(2036, 1_000_000_000, null, now));
        int ofOthers = as(Login.officer()).get("/budgets/2036/projection").path("delaySeenIn");
        for (int more = 0; more < ofOthers + 5; more++) {
            settled(40, now);
            for (Settled again : List.of(settled(90, now), settled(90, now))) {
                handle(new ReverseSettlement(2036, again.booking(), again.claim(), 100, 0, now));
            }
        }
        as(Login.officer())
                .get("/budgets/2036/projection")
                .then()
                .body("delayDays", equalTo(40))
                .body("explanation", containsString("waren er "))
                .body("explanation", containsString("binnen 40 dagen na de boeking"));
    }

    private record Settled(UUID booking, UUID claim) {}

    private Settled settled(int days, Instant now) {
        Settled settled = new Settled(UUID.randomUUID(), UUID.randomUUID());
        handle(new CommitBudget(2036, 1_000_000_000, null, settled.booking(), 100, now.minus(Duration.ofDays(days))));
        handle(new SettleBudget(2036, null, settled.booking(), settled.claim(), 100, false, now));
        return settled;
    }

    private void handle(BudgetCommand command) {
        budgets.handle(Budget.stream(2036), budget -> budget.decide(command)).orThrow();
    }

    /** D-67. */
    @Test
    void what_is_open_when_a_year_is_over_goes_to_this_year_by_itself_and_who_waited_is_let_in() {
        int now = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Brussels"))
                .getYear();
        int ended = now - 2;
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        for (UUID booking : List.of(first, second)) {
            budgets.handle(
                    Budget.stream(ended),
                    budget -> budget.decide(new CommitBudget(ended, 20_000, null, booking, 16_780, clock.instant())));
        }
        await().atMost(PATIENCE)
                .until(() -> budgets.state(Budget.stream(now)).open().keySet().containsAll(List.of(first, second)));
        Budget over = budgets.state(Budget.stream(ended));
        assertTrue(over.closed());
        assertEquals(0, over.committedCents());
        assertEquals(20_000 - 16_780, over.leftCents(), "the money went along");
        assertEquals(
                now,
                one("BudgetCommitted", "booking", second.toString()).get("year").asInt(),
                "by a year that runs");
        assertEquals(0, count("SELECT queue FROM budget WHERE year = " + ended));
    }
}
