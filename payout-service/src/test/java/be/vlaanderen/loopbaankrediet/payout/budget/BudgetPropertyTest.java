package be.vlaanderen.loopbaankrediet.payout.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CommitBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.ReleaseBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.SettleBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetCommitted;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetOpened;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetReleased;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetSettled;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.QueueLeft;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random years of a small budget, against a plain model of what should be. */
class BudgetPropertyTest {

    private static final int YEAR = 2027;
    private static final long TOTAL = 100_000;
    private static final Instant AT = Instant.parse("2027-01-04T09:00:00Z");

    record Step(int kind, int booking, int part, boolean last) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 24),
                        Arbitraries.integers().between(1, 100),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(150);
    }

    @Property(tries = 500)
    void the_budget_is_never_exceeded_and_the_queue_is_served_in_order_of_arrival(
            @ForAll("histories") List<Step> history) {
        Budget budget = Budget.EMPTY;
        Deque<UUID> waiting = new ArrayDeque<>();
        Map<UUID, Long> committed = new HashMap<>();
        long settled = 0;
        int claims = 0;
        for (Step step : history) {
            Decision<BudgetEvent> decision = budget.decide(command(step, committed, claims++));
            Budget before = budget;
            for (BudgetEvent event : ((Decision.Events<BudgetEvent>) decision).events()) {
                budget = budget.evolve(event);
                switch (event) {
                    case BudgetOpened opened -> assertEquals(TOTAL, opened.totalCents());
                    case BookingQueued queued -> {
                        waiting.addLast(queued.booking());
                        assertEquals(waiting.size(), queued.place());
                    }
                    case QueueLeft left -> assertTrue(waiting.remove(left.booking()));
                    case BudgetCommitted fromQueue
                    when fromQueue.queued() -> {
                        assertEquals(waiting.removeFirst(), fromQueue.booking(), "first come, first served");
                        committed.put(fromQueue.booking(), fromQueue.amountCents());
                    }
                    case BudgetCommitted atOnce -> {
                        assertTrue(waiting.isEmpty(), "nobody overtakes the queue");
                        committed.put(atOnce.booking(), atOnce.amountCents());
                    }
                    case BudgetSettled part -> {
                        settled += part.amountCents();
                        committed.merge(part.booking(), -part.amountCents(), Long::sum);
                    }
                    case BudgetReleased rest -> assertEquals(committed.remove(rest.booking()), rest.amountCents());
                }
                committed.values().removeIf(cents -> cents == 0);
                assertTrue(budget.committedCents() + budget.settledCents() <= TOTAL, "never over the budget");
            }
            assertEquals(committed.values().stream().mapToLong(Long::longValue).sum(), budget.committedCents());
            assertEquals(settled, budget.settledCents());
            assertEquals(waiting.size(), budget.queue().size());
            assertTrue(
                    waiting.isEmpty() || budget.queue().firstEntry().getValue().amountCents() > budget.leftCents(),
                    "who fits does not wait");
            // the state before is as it was: a decision may run again on it
            assertEquals(decision, before.decide(command(step, leftOf(before), claims - 1)));
        }
    }

    private static BudgetCommand command(Step step, Map<UUID, Long> committed, int claim) {
        UUID booking = new UUID(7, step.booking());
        return switch (step.kind()) {
            case 0, 1, 2 -> new CommitBudget(YEAR, TOTAL, booking, 5_000 + 137L * step.part(), AT);
            case 3 -> new ReleaseBudget(YEAR, booking, AT);
            default -> {
                long left = committed.getOrDefault(booking, 0L);
                yield new SettleBudget(YEAR, booking, new UUID(8, claim), left * step.part() / 100, step.last(), AT);
            }
        };
    }

    private static Map<UUID, Long> leftOf(Budget budget) {
        Map<UUID, Long> left = new HashMap<>();
        budget.open().forEach((booking, commitment) -> left.put(booking, commitment.leftCents()));
        return left;
    }
}
