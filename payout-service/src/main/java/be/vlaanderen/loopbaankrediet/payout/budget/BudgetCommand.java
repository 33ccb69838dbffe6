package be.vlaanderen.loopbaankrediet.payout.budget;

import java.time.Instant;
import java.util.UUID;

/** What can be asked of the budget of a year. */
public sealed interface BudgetCommand {

    int year();

    Instant at();

    /** @param totalCents the budget of that year, used when it is not open yet */
    record OpenBudget(int year, long totalCents, Instant at) implements BudgetCommand {}

    /**
     * Reserves the government's share of a booking, or queues the booking.
     *
     * @param totalCents the budget of that year, used when it is not open yet
     */
    record CommitBudget(int year, long totalCents, UUID booking, long amountCents, Instant at)
            implements BudgetCommand {}

    /** @param last the block is fully claimed, what is left over becomes free */
    record SettleBudget(int year, UUID booking, UUID claim, long amountCents, boolean last, Instant at)
            implements BudgetCommand {}

    /** Sets more aside for a booking, as far as there is room and something is committed for it. */
    record RaiseCommitment(int year, UUID booking, long toCents, Instant at) implements BudgetCommand {}

    record ReverseSettlement(int year, UUID booking, UUID claim, long amountCents, Instant at)
            implements BudgetCommand {}

    /** The booking lapsed or was cancelled. */
    record ReleaseBudget(int year, UUID booking, Instant at) implements BudgetCommand {}
}
