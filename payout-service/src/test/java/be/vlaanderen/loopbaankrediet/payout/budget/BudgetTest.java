package be.vlaanderen.loopbaankrediet.payout.budget;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.payout.budget.Budget.Owed;
import be.vlaanderen.loopbaankrediet.payout.budget.Budget.Waiting;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CarryIn;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CloseYear;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CommitBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.DropOwed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.GrowShare;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.OpenBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.OweClaim;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.ReleaseBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.ReverseSettlement;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.SettleBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetCommitted;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetOpened;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetReleased;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetSettled;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.Carried;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.CommitmentRaised;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.CommitmentsCarriedIn;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.CommitmentsCarriedOut;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.OwedShareDropped;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.OwedShareFound;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.QueueLeft;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.SettlementReversed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.ShareGrown;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.ShareOwed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.YearClosed;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final int YEAR = 2027;
    private static final Instant AT = Instant.parse("2027-01-04T09:00:00Z");
    private static final LocalDate FEBRUARY = LocalDate.of(2027, 2, 1);
    private static final Instant IN_MARCH = Instant.parse("2027-03-01T09:00:00Z");
    private static final UUID B1 = new UUID(1, 1);
    private static final UUID B2 = new UUID(1, 2);
    private static final UUID B3 = new UUID(1, 3);
    private static final UUID CLAIM = new UUID(2, 1);
    private static final UUID CLAIM_2 = new UUID(2, 2);

    @Test
    void the_first_booking_of_a_year_opens_its_budget() {
        given(Budget.AGGREGATE)
                .when(budget -> budget.decide(commit(B1, 16_780)))
                .then(opened(20_000), committed(B1, 16_780, false));
    }

    @Test
    void a_budget_is_opened_once() {
        given(Budget.AGGREGATE, opened(20_000))
                .when(budget -> budget.decide(new OpenBudget(YEAR, 99, null, AT)))
                .thenNothing();
    }

    @Test
    void what_does_not_fit_is_queued() {
        given(Budget.AGGREGATE, opened(20_000), committed(B1, 16_780, false))
                .when(budget -> budget.decide(commit(B2, 16_780)))
                .then(queued(B2, 16_780, 1));
    }

    @Test
    void who_comes_later_does_not_overtake_the_queue_with_a_smaller_amount() {
        given(Budget.AGGREGATE, opened(20_000), committed(B1, 10_000, false), queued(B2, 16_780, 1))
                .when(budget -> budget.decide(commit(B3, 1_000)))
                .then(queued(B3, 1_000, 2));
    }

    /** D-66. */
    @Test
    void a_monthly_quota_queues_although_there_is_money_and_the_next_month_lets_in() {
        var full = given(Budget.AGGREGATE, opened(90_000), committed(B1, 16_780, false));
        BookingQueued waits = new BookingQueued(YEAR, B2, 16_780, 1, 1L, 1, FEBRUARY, AT);
        full.when(budget -> budget.decide(new CommitBudget(YEAR, 90_000, 1, B2, 16_780, AT)))
                .then(waits);
        full.when(budget -> budget.decide(new CommitBudget(YEAR, 90_000, 2, B2, 16_780, AT)))
                .then(committed(B2, 16_780, false));
        var waiting = given(Budget.AGGREGATE, opened(90_000), committed(B1, 16_780, false), waits);
        waiting.when(budget -> budget.decide(new OpenBudget(YEAR, 0, 1, AT))).thenNothing();
        waiting.when(budget -> budget.decide(new OpenBudget(YEAR, 0, 1, IN_MARCH)))
                .then(new BudgetCommitted(YEAR, B2, 16_780, true, IN_MARCH));
        waiting.when(budget -> budget.decide(new ReleaseBudget(YEAR, 1, B1, AT)))
                .then(released(B1, 16_780), committed(B2, 16_780, true));
    }

    /** D-66: the clock of who booked is a moment ahead of ours. */
    @Test
    void what_is_booked_in_the_first_second_of_a_year_counts_in_january_also_when_our_clock_is_not_there_yet() {
        Instant before = Instant.parse("2026-12-31T22:59:59Z");
        var early = new BudgetCommitted(YEAR, B1, 16_780, false, before);
        var year = given(Budget.AGGREGATE, new BudgetOpened(YEAR, 90_000, before), early);
        year.when(budget -> budget.decide(new CommitBudget(YEAR, 90_000, 1, B2, 16_780, AT)))
                .then(new BookingQueued(YEAR, B2, 16_780, 1, 1L, 1, FEBRUARY, AT));
    }

    /** D-66. */
    @Test
    void a_block_that_is_corrected_and_given_back_later_frees_no_place_in_the_month_of_the_correction() {
        var corrected = given(
                Budget.AGGREGATE,
                opened(90_000),
                committed(B1, 16_780, false),
                settled(B1, CLAIM, 16_780),
                new SettlementReversed(YEAR, B1, CLAIM, 16_780, 0, IN_MARCH),
                new BudgetCommitted(YEAR, B2, 16_780, false, IN_MARCH),
                new BudgetReleased(YEAR, B1, 16_780, IN_MARCH));
        assertEquals(1, corrected.state().blocksOf(202703));
        assertEquals(1, corrected.state().blocksOf(202701));
    }

    /** D-67. */
    @Test
    void what_is_open_at_the_end_of_the_year_goes_to_the_next_with_its_money_and_who_waits_comes_first() {
        BookingQueued waits = new BookingQueued(YEAR, B2, 16_780, 1, 1L, null, LocalDate.of(YEAR + 1, 1, 1), AT);
        var year =
                given(Budget.AGGREGATE, opened(20_000), committed(B1, 16_780, false), settled(B1, CLAIM, 4_195), waits);
        Carried carried = new Carried(B1, 12_585, 4_195, List.of(CLAIM), YEAR * 100 + 1);
        var out = new CommitmentsCarriedOut(YEAR, List.of(carried), IN_MARCH);
        var left = new QueueLeft(YEAR, B2, IN_MARCH);
        var closed = new YearClosed(YEAR, IN_MARCH);
        year.when(budget -> budget.decide(new CloseYear(YEAR, IN_MARCH))).then(out, left, closed);
        Budget after = year.state().evolve(out).evolve(left).evolve(closed);
        assertEquals(year.state().leftCents(), after.leftCents());
        assertEquals(4_195, after.settledCents());
        assertEquals(0, after.committedCents());
        given(Budget.AGGREGATE, opened(20_000), closed)
                .when(budget -> budget.decide(new CloseYear(YEAR, IN_MARCH)))
                .thenNothing();

        int next = YEAR + 1;
        var opened = new BudgetOpened(next, 30_000, IN_MARCH);
        var in = new CommitmentsCarriedIn(next, YEAR, List.of(carried), IN_MARCH);
        var queued = new BookingQueued(next, B2, 16_780, 1, 1L, null, LocalDate.of(YEAR, 4, 1), IN_MARCH);
        var admitted = new BudgetCommitted(next, B2, 16_780, true, IN_MARCH);
        given(Budget.AGGREGATE)
                .when(budget -> budget.decide(new CarryIn(
                        next, 30_000, null, List.of(carried), List.of(), List.of(new Waiting(B2, 16_780)), IN_MARCH)))
                .then(opened, in, queued, admitted);
        Budget started = given(Budget.AGGREGATE, opened, in, queued, admitted).state();
        assertEquals(30_000 - 16_780, started.leftCents());
        given(Budget.AGGREGATE, opened, in)
                .when(budget -> budget.decide(new SettleBudget(next, null, B1, CLAIM, 4_195, false, IN_MARCH)))
                .thenNothing();
    }

    /** D-67. Else its place would count in January, and be in no month of the year to which it goes (D-66). */
    @Test
    void when_the_year_is_over_nobody_is_let_in_from_its_queue_any_more() {
        Instant newYear = Instant.parse("2027-12-31T23:00:00Z");
        var waiting = given(Budget.AGGREGATE, opened(20_000), committed(B1, 16_780, false), queued(B2, 16_780, 1));
        waiting.when(budget -> budget.decide(new ReleaseBudget(YEAR, 1, B1, newYear.minusSeconds(1))))
                .then(
                        new BudgetReleased(YEAR, B1, 16_780, newYear.minusSeconds(1)),
                        new BudgetCommitted(YEAR, B2, 16_780, true, newYear.minusSeconds(1)));
        waiting.when(budget -> budget.decide(new ReleaseBudget(YEAR, 1, B1, newYear)))
                .then(new BudgetReleased(YEAR, B1, 16_780, newYear));
    }

    /** D-101. */
    @Test
    void a_claim_that_is_taken_back_after_its_year_brings_its_money_along_and_no_year_settles_less_than_nothing() {
        int next = YEAR + 1;
        Budget ended = given(
                        Budget.AGGREGATE,
                        opened(20_000),
                        committed(B1, 16_780, false),
                        settled(B1, CLAIM, 16_780),
                        new YearClosed(YEAR, AT))
                .state();
        Budget open =
                given(Budget.AGGREGATE, new BudgetOpened(next, 30_000, AT)).state();
        for (BudgetCommand command :
                new TakeBack(B1, CLAIM, 16_780, AT).commands(YEAR, next, year -> year == YEAR ? 16_780 : 0)) {
            if (command.year() == YEAR) {
                ended = after(ended, command);
            } else {
                open = after(open, command);
            }
        }
        assertEquals(0, ended.settledCents());
        assertEquals(20_000 - 16_780, ended.leftCents());
        assertEquals(0, open.settledCents());
        assertEquals(16_780, open.committedCents());
        assertEquals(30_000, open.leftCents());
    }

    /** D-102. */
    @Test
    void what_a_lower_price_costs_for_delivered_time_is_settled_at_once_also_when_nothing_is_set_aside_any_more() {
        given(Budget.AGGREGATE, opened(20_000), committed(B1, 16_780, false), settled(B1, CLAIM, 16_780))
                .when(budget -> budget.decide(new GrowShare(YEAR, B1, 2_000, AT)))
                .then(new ShareGrown(YEAR, B1, 2_000, AT));
        assertEquals(
                18_780,
                given(
                                Budget.AGGREGATE,
                                opened(20_000),
                                committed(B1, 16_780, false),
                                settled(B1, CLAIM, 16_780),
                                new ShareGrown(YEAR, B1, 2_000, AT))
                        .state()
                        .settledCents());
    }

    /** D-64. */
    @Test
    void what_is_owed_above_what_was_set_aside_comes_before_who_waits_and_before_who_comes() {
        ShareOwed owed = new ShareOwed(YEAR, B1, null, 4_000, AT);
        given(Budget.AGGREGATE, opened(20_000), committed(B2, 16_780, false))
                .when(budget -> budget.decide(new GrowShare(YEAR, B1, 4_000, AT)))
                .then(owed);
        var full = given(Budget.AGGREGATE, opened(20_000), committed(B2, 16_780, false), owed);
        full.when(budget -> budget.decide(commit(B3, 1_000))).then(queued(B3, 1_000, 1));
        full.when(budget -> budget.decide(new GrowShare(YEAR, B3, 100, AT)))
                .then(new ShareOwed(YEAR, B3, null, 100, AT));
        assertEquals(16_780, full.state().availableCents(B2), "what is left is not for a claim that comes later");
        var waiting =
                given(Budget.AGGREGATE, opened(20_000), committed(B2, 16_780, false), owed, queued(B3, 16_780, 1));
        waiting.when(budget -> budget.decide(new ReleaseBudget(YEAR, null, B2, AT)))
                .then(released(B2, 16_780), new OwedShareFound(YEAR, B1, null, 4_000, AT));
        Budget after = given(
                        Budget.AGGREGATE,
                        opened(20_000),
                        committed(B2, 16_780, false),
                        owed,
                        released(B2, 16_780),
                        new OwedShareFound(YEAR, B1, null, 4_000, AT))
                .state();
        assertEquals(4_000, after.settledCents());
        assertEquals(0, after.owedCents());
    }

    /** D-64. */
    @Test
    void a_claim_that_waits_for_budget_is_owed_once_and_set_aside_as_soon_as_there_is_money() {
        var full = given(Budget.AGGREGATE, opened(33_560), committed(B1, 16_780, false), committed(B2, 16_780, false));
        ShareOwed owed = new ShareOwed(YEAR, B1, CLAIM, 1_220, AT);
        full.when(budget -> budget.decide(new OweClaim(YEAR, B1, CLAIM, 18_000, AT)))
                .then(owed);
        var waits = given(
                Budget.AGGREGATE,
                opened(33_560),
                committed(B1, 16_780, false),
                committed(B2, 16_780, false),
                owed,
                queued(B3, 16_780, 1));
        waits.when(budget -> budget.decide(new OweClaim(YEAR, B1, CLAIM, 18_000, AT)))
                .thenNothing();
        OwedShareFound found = new OwedShareFound(YEAR, B1, CLAIM, 1_220, AT);
        waits.when(budget -> budget.decide(new ReleaseBudget(YEAR, null, B2, AT)))
                .then(released(B2, 16_780), found);
        Budget after = waits.state().evolve(released(B2, 16_780)).evolve(found);
        assertEquals(18_000, after.open().get(B1).leftCents());
        OwedShareDropped dropped = new OwedShareDropped(YEAR, B1, CLAIM, 1_220, AT);
        waits.when(budget -> budget.decide(new DropOwed(YEAR, CLAIM, AT))).then(dropped);
        waits.when(budget -> budget.decide(new ReleaseBudget(YEAR, null, B1, AT)))
                .then(dropped, released(B1, 16_780), committed(B3, 16_780, true));
        waits.when(budget -> budget.decide(new SettleBudget(YEAR, null, B1, CLAIM, 16_000, false, AT)))
                .then(dropped, settled(B1, CLAIM, 16_000));
    }

    /** D-64, D-67. */
    @Test
    void what_is_owed_at_the_end_of_the_year_is_owed_by_the_next() {
        ShareOwed owed = new ShareOwed(YEAR, B1, null, 4_000, AT);
        given(Budget.AGGREGATE, opened(3_000), owed)
                .when(budget -> budget.decide(new CloseYear(YEAR, AT)))
                .then(new OwedShareDropped(YEAR, B1, null, 4_000, AT), new YearClosed(YEAR, AT));
        int next = YEAR + 1;
        given(Budget.AGGREGATE)
                .when(budget -> budget.decide(
                        new CarryIn(next, 5_000, null, List.of(), List.of(new Owed(B1, null, 4_000)), List.of(), AT)))
                .then(
                        new BudgetOpened(next, 5_000, AT),
                        new ShareOwed(next, B1, null, 4_000, AT),
                        new OwedShareFound(next, B1, null, 4_000, AT));
    }

    /** D-101, D-102. */
    @Test
    void what_was_owed_for_a_claim_that_is_taken_back_was_not_settled_and_is_not_taken_back_either() {
        ShareOwed owed = new ShareOwed(YEAR, B1, null, 4_000, AT);
        given(Budget.AGGREGATE, opened(20_000), committed(B1, 16_780, false), settled(B1, CLAIM, 16_780), owed)
                .when(budget -> budget.decide(new ReverseSettlement(YEAR, B1, CLAIM, 20_780, 0, AT)))
                .then(
                        new OwedShareDropped(YEAR, B1, null, 4_000, AT),
                        new SettlementReversed(YEAR, B1, CLAIM, 16_780, 0, AT));
    }

    private static Budget after(Budget before, BudgetCommand command) {
        Budget after = before;
        for (BudgetEvent event : ((Decision.Events<BudgetEvent>) before.decide(command)).events()) {
            after = after.evolve(event);
        }
        return after;
    }

    /** D-64. */
    @Test
    void a_claim_above_what_was_set_aside_takes_the_difference_from_what_is_left() {
        given(Budget.AGGREGATE, opened(20_000), committed(B1, 16_780, false))
                .when(budget -> budget.decide(new SettleBudget(YEAR, null, B1, CLAIM, 18_000, true, AT)))
                .then(new CommitmentRaised(YEAR, B1, 1_220, AT), settled(B1, CLAIM, 18_000));
        assertEquals(
                20_000,
                given(Budget.AGGREGATE, opened(20_000), committed(B1, 16_780, false))
                        .state()
                        .availableCents(B1));
    }

    @Test
    void a_booking_is_committed_once() {
        given(Budget.AGGREGATE, opened(50_000), committed(B1, 16_780, false))
                .when(budget -> budget.decide(commit(B1, 16_780)))
                .thenNothing();
    }

    @Test
    void released_budget_goes_to_the_queue_first_in_order() {
        given(
                        Budget.AGGREGATE,
                        opened(20_000),
                        committed(B1, 16_780, false),
                        queued(B2, 10_000, 1),
                        queued(B3, 10_000, 2))
                .when(budget -> budget.decide(new ReleaseBudget(YEAR, null, B1, AT)))
                .then(released(B1, 16_780), committed(B2, 10_000, true), committed(B3, 10_000, true));
    }

    @Test
    void who_leaves_the_queue_lets_the_next_one_in() {
        given(
                        Budget.AGGREGATE,
                        opened(20_000),
                        committed(B1, 10_000, false),
                        queued(B2, 16_780, 1),
                        queued(B3, 10_000, 2))
                .when(budget -> budget.decide(new ReleaseBudget(YEAR, null, B2, AT)))
                .then(new QueueLeft(YEAR, B2, AT), committed(B3, 10_000, true));
    }

    @Test
    void what_an_exempt_counsellor_leaves_over_is_released_when_the_block_is_fully_claimed() {
        given(Budget.AGGREGATE, opened(20_000), committed(B1, 16_780, false))
                .when(budget -> budget.decide(new SettleBudget(YEAR, null, B1, CLAIM, 13_000, true, AT)))
                .then(settled(B1, CLAIM, 13_000), released(B1, 3_780));
    }

    @Test
    void a_block_claimed_in_parts_keeps_the_rest_committed() {
        var scenario = given(Budget.AGGREGATE, opened(20_000), committed(B1, 16_780, false), settled(B1, CLAIM, 4_195));
        assertEquals(12_585, scenario.state().committedCents());
        assertEquals(4_195, scenario.state().settledCents());
        scenario.when(budget -> budget.decide(new SettleBudget(YEAR, null, B1, CLAIM, 4_195, false, AT)))
                .thenNothing();
        scenario.when(budget -> budget.decide(new SettleBudget(YEAR, null, B1, CLAIM_2, 12_585, true, AT)))
                .then(settled(B1, CLAIM_2, 12_585));
    }

    @Test
    void what_is_settled_in_full_takes_no_room_in_the_state() {
        Budget budget = given(
                        Budget.AGGREGATE, opened(20_000), committed(B1, 16_780, false), settled(B1, CLAIM, 16_780))
                .state();
        assertTrue(budget.open().isEmpty());
        assertEquals(3_220, budget.leftCents());
    }

    @Test
    void releasing_what_is_not_there_changes_nothing() {
        given(Budget.AGGREGATE, opened(20_000))
                .when(budget -> budget.decide(new ReleaseBudget(YEAR, null, B1, AT)))
                .thenNothing();
    }

    private static CommitBudget commit(UUID booking, long cents) {
        return new CommitBudget(YEAR, 20_000, null, booking, cents, AT);
    }

    private static BudgetOpened opened(long cents) {
        return new BudgetOpened(YEAR, cents, AT);
    }

    private static BudgetCommitted committed(UUID booking, long cents, boolean queued) {
        return new BudgetCommitted(YEAR, booking, cents, queued, AT);
    }

    private static BookingQueued queued(UUID booking, long cents, int place) {
        return new BookingQueued(YEAR, booking, cents, place, (long) place, null, LocalDate.of(YEAR + 1, 1, 1), AT);
    }

    private static BudgetSettled settled(UUID booking, UUID claim, long cents) {
        return new BudgetSettled(YEAR, booking, claim, cents, AT);
    }

    private static BudgetReleased released(UUID booking, long cents) {
        return new BudgetReleased(YEAR, booking, cents, AT);
    }
}
