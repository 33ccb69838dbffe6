package be.vlaanderen.loopbaankrediet.payout.budget;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CommitBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.OpenBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.ReleaseBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.SettleBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetCommitted;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetOpened;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetReleased;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetSettled;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.QueueLeft;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final int YEAR = 2027;
    private static final Instant AT = Instant.parse("2027-01-04T09:00:00Z");
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
                .when(budget -> budget.decide(new OpenBudget(YEAR, 99, AT)))
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
                .when(budget -> budget.decide(new ReleaseBudget(YEAR, B1, AT)))
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
                .when(budget -> budget.decide(new ReleaseBudget(YEAR, B2, AT)))
                .then(new QueueLeft(YEAR, B2, AT), committed(B3, 10_000, true));
    }

    @Test
    void what_an_exempt_counsellor_leaves_over_is_released_when_the_block_is_fully_claimed() {
        given(Budget.AGGREGATE, opened(20_000), committed(B1, 16_780, false))
                .when(budget -> budget.decide(new SettleBudget(YEAR, B1, CLAIM, 13_000, true, AT)))
                .then(settled(B1, CLAIM, 13_000), released(B1, 3_780));
    }

    @Test
    void a_block_claimed_in_parts_keeps_the_rest_committed() {
        var scenario = given(Budget.AGGREGATE, opened(20_000), committed(B1, 16_780, false), settled(B1, CLAIM, 4_195));
        assertEquals(12_585, scenario.state().committedCents());
        assertEquals(4_195, scenario.state().settledCents());
        scenario.when(budget -> budget.decide(new SettleBudget(YEAR, B1, CLAIM, 4_195, false, AT)))
                .thenNothing();
        scenario.when(budget -> budget.decide(new SettleBudget(YEAR, B1, CLAIM_2, 12_585, true, AT)))
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
                .when(budget -> budget.decide(new ReleaseBudget(YEAR, B1, AT)))
                .thenNothing();
    }

    private static CommitBudget commit(UUID booking, long cents) {
        return new CommitBudget(YEAR, 20_000, booking, cents, AT);
    }

    private static BudgetOpened opened(long cents) {
        return new BudgetOpened(YEAR, cents, AT);
    }

    private static BudgetCommitted committed(UUID booking, long cents, boolean queued) {
        return new BudgetCommitted(YEAR, booking, cents, queued, AT);
    }

    private static BookingQueued queued(UUID booking, long cents, int place) {
        return new BookingQueued(YEAR, booking, cents, place, AT);
    }

    private static BudgetSettled settled(UUID booking, UUID claim, long cents) {
        return new BudgetSettled(YEAR, booking, claim, cents, AT);
    }

    private static BudgetReleased released(UUID booking, long cents) {
        return new BudgetReleased(YEAR, booking, cents, AT);
    }
}
