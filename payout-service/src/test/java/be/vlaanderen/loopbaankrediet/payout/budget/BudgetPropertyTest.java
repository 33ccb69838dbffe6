package be.vlaanderen.loopbaankrediet.payout.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CommitBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.DropOwed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.GrowShare;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.OweClaim;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.RaiseCommitment;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.ReleaseBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.ReverseSettlement;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.SettleBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetCommitted;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetOpened;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetReleased;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetSettled;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.CommitmentRaised;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.CommitmentsCarriedIn;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.CommitmentsCarriedOut;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.OwedShareDropped;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.OwedShareFound;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.QueueLeft;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.SettlementCarriedOut;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.SettlementReversed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.ShareGrown;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.ShareOwed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.YearClosed;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Blocks a month: fewer than the money reaches for. */
    private static final int QUOTA = 6;

    record Step(int kind, int booking, int part, boolean last) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 10),
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
        Map<UUID, BudgetSettled> parts = new HashMap<>();
        List<ShareOwed> owed = new ArrayList<>();
        for (Step step : history) {
            BudgetCommand command = command(step, committed, parts, waiting, owed, claims++);
            Decision<BudgetEvent> decision = budget.decide(command);
            Budget before = budget;
            List<BudgetEvent> events = ((Decision.Events<BudgetEvent>) decision).events();
            for (BudgetEvent event : events) {
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
                        assertTrue(owed.isEmpty(), "a debt comes before a wish");
                        committed.put(fromQueue.booking(), fromQueue.amountCents());
                    }
                    case BudgetCommitted atOnce -> {
                        assertTrue(waiting.isEmpty() && owed.isEmpty(), "nobody overtakes the queue, or what is owed");
                        committed.put(atOnce.booking(), atOnce.amountCents());
                    }
                    case BudgetSettled part -> {
                        settled += part.amountCents();
                        parts.put(part.claim(), part);
                        committed.merge(part.booking(), -part.amountCents(), Long::sum);
                    }
                    case CommitmentRaised more -> committed.merge(more.booking(), more.amountCents(), Long::sum);
                    case SettlementReversed back -> {
                        settled -= back.amountCents();
                        parts.remove(back.claim());
                        committed.merge(back.booking(), back.amountCents(), Long::sum);
                    }
                    case ShareGrown more -> {
                        assertTrue(owed.isEmpty(), "nobody comes before what is owed");
                        settled += more.amountCents();
                    }
                    case ShareOwed more -> owed.addLast(more);
                    case OwedShareFound found -> {
                        ShareOwed first = owed.removeFirst();
                        assertEquals(first.booking(), found.booking(), "first owed, first found");
                        assertEquals(first.amountCents(), found.amountCents());
                        if (found.claim() == null) {
                            settled += found.amountCents();
                        } else {
                            committed.merge(found.booking(), found.amountCents(), Long::sum);
                        }
                    }
                    case OwedShareDropped dropped -> {
                        ShareOwed whole = owed.stream()
                                .filter(each -> each.booking().equals(dropped.booking())
                                        && Objects.equals(each.claim(), dropped.claim()))
                                .findFirst()
                                .orElseThrow();
                        long rest = whole.amountCents() - dropped.amountCents();
                        assertTrue(rest == 0 || rest > 0 && command instanceof ReverseSettlement);
                        owed.replaceAll(each -> each == whole ? withCents(whole, rest) : each);
                        owed.removeIf(each -> each.amountCents() == 0);
                    }
                    case CommitmentsCarriedOut _, CommitmentsCarriedIn _, SettlementCarriedOut _, YearClosed _ ->
                        throw new AssertionError();
                    case BudgetReleased rest -> assertEquals(committed.remove(rest.booking()), rest.amountCents());
                }
                committed.values().removeIf(cents -> cents == 0);
                assertTrue(budget.committedCents() + budget.settledCents() <= TOTAL, "never over the budget");
                assertTrue(
                        budget.blocksOf(Budget.month(event.year(), event.at())) <= QUOTA,
                        "never over the quota of the month");
            }
            assertEquals(committed.values().stream().mapToLong(Long::longValue).sum(), budget.committedCents());
            assertEquals(settled, budget.settledCents());
            assertEquals(waiting.size(), budget.queue().size());
            assertEquals(owed.stream().mapToLong(ShareOwed::amountCents).sum(), budget.owedCents());
            assertTrue(
                    waiting.isEmpty()
                            || !owed.isEmpty()
                            || command instanceof DropOwed
                            || command instanceof GrowShare
                            || budget.queue().firstEntry().getValue().amountCents() > budget.leftCents()
                            || command instanceof RaiseCommitment
                            || command instanceof ReverseSettlement
                            || budget.blocksOf(Budget.month(command.year(), command.at())) >= QUOTA
                            || events.isEmpty(),
                    "who fits does not wait");
            // the state before is as it was: a decision may run again on it
            assertEquals(decision, before.decide(command));
        }
    }

    private static BudgetCommand command(
            Step step,
            Map<UUID, Long> committed,
            Map<UUID, BudgetSettled> parts,
            Deque<UUID> waiting,
            List<ShareOwed> owed,
            int claim) {
        UUID booking = new UUID(7, step.booking());
        return switch (step.kind()) {
            case 0, 1, 2 ->
                // a booking that is owed something had budget
                owed.stream().anyMatch(each -> each.booking().equals(booking))
                        ? new ReleaseBudget(YEAR, QUOTA, booking, at(step))
                        : new CommitBudget(YEAR, TOTAL, QUOTA, booking, 5_000 + 137L * step.part(), at(step));
            case 3 -> new ReleaseBudget(YEAR, QUOTA, booking, at(step));
            case 6 -> new RaiseCommitment(YEAR, booking, 200L * step.part(), AT);
            case 7 ->
                parts.values().stream()
                        // a booking with a payout does not wait
                        .filter(part -> part.booking().equals(booking) && !waiting.contains(booking))
                        .findFirst()
                        .<BudgetCommand>map(
                                part -> new ReverseSettlement(YEAR, booking, part.claim(), part.amountCents(), 0, AT))
                        .orElse(new ReleaseBudget(YEAR, QUOTA, booking, at(step)));
            case 8 -> new GrowShare(YEAR, booking, 100L * step.part(), AT);
            case 9 ->
                // a booking with a claim does not wait
                waiting.contains(booking)
                        ? new ReleaseBudget(YEAR, QUOTA, booking, at(step))
                        : new OweClaim(YEAR, booking, new UUID(8, step.booking()), 300L * step.part(), AT);
            case 10 -> new DropOwed(YEAR, new UUID(8, step.booking()), AT);
            default -> {
                long left = committed.getOrDefault(booking, 0L);
                yield new SettleBudget(
                        YEAR, QUOTA, booking, new UUID(8, claim), left * step.part() / 100, step.last(), at(step));
            }
        };
    }

    private static ShareOwed withCents(ShareOwed owed, long cents) {
        return new ShareOwed(owed.year(), owed.booking(), owed.claim(), cents, owed.at());
    }

    /** January or February, back and forth. */
    private static Instant at(Step step) {
        return step.part() % 2 == 0 ? AT : AT.plus(Duration.ofDays(30));
    }
}
