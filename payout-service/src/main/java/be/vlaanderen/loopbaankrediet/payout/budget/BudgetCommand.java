package be.vlaanderen.loopbaankrediet.payout.budget;

import be.vlaanderen.loopbaankrediet.payout.budget.Budget.Owed;
import be.vlaanderen.loopbaankrediet.payout.budget.Budget.Waiting;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.Carried;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of the budget of a year. */
public sealed interface BudgetCommand {

    int year();

    Instant at();

    /**
     * Opens the year if need be, and lets in who waits as far as there is room: a new month has a new quota.
     *
     * @param totalCents the budget of that year, used when it is not open yet
     * @param quotaBlocks blocks that may be committed this month; null without a quota
     */
    record OpenBudget(int year, long totalCents, @Nullable Integer quotaBlocks, Instant at) implements BudgetCommand {}

    /** Nothing is decided for the year from now on; what is open goes to the next. */
    record CloseYear(int year, Instant at) implements BudgetCommand {}

    /**
     * Takes over what was open in the year before.
     *
     * @param owed in the order in which it became owed
     * @param waiting in order of arrival
     */
    record CarryIn(
            int year,
            long totalCents,
            @Nullable Integer quotaBlocks,
            List<Carried> commitments,
            List<Owed> owed,
            List<Waiting> waiting,
            Instant at)
            implements BudgetCommand {}

    /**
     * Reserves the government's share of a booking, or queues the booking.
     *
     * @param totalCents the budget of that year, used when it is not open yet
     * @param quotaBlocks blocks that may be committed this month; null without a quota
     */
    record CommitBudget(
            int year, long totalCents, @Nullable Integer quotaBlocks, UUID booking, long amountCents, Instant at)
            implements BudgetCommand {}

    /** @param last the block is fully claimed, what is left over becomes free */
    record SettleBudget(
            int year,
            @Nullable Integer quotaBlocks,
            UUID booking,
            UUID claim,
            long amountCents,
            boolean last,
            Instant at)
            implements BudgetCommand {}

    /** Sets more aside for a booking, as far as there is room and something is committed for it. */
    record RaiseCommitment(int year, UUID booking, long toCents, Instant at) implements BudgetCommand {}

    /** @param carriedInCents part of it that was settled in years that are closed (D-101) */
    record ReverseSettlement(int year, UUID booking, UUID claim, long amountCents, long carriedInCents, Instant at)
            implements BudgetCommand {}

    /** Of a closed year: what was settled in it for a claim that is taken back now (D-101). */
    record CarryOutSettlement(int year, UUID booking, UUID claim, long amountCents, Instant at)
            implements BudgetCommand {}

    /**
     * Government owes a claim more than is set aside for its booking: the difference comes before who waits (D-64).
     *
     * @param shareCents government's share of the claim
     */
    record OweClaim(int year, UUID booking, UUID claim, long shareCents, Instant at) implements BudgetCommand {}

    /** The claim waits no longer: it is taken back or refused. */
    record DropOwed(int year, UUID claim, Instant at) implements BudgetCommand {}

    /** Government owes more for what was delivered (D-102); before who waits, if too little is left (D-64). */
    record GrowShare(int year, UUID booking, long amountCents, Instant at) implements BudgetCommand {}

    /** The booking lapsed or was cancelled. */
    record ReleaseBudget(int year, @Nullable Integer quotaBlocks, UUID booking, Instant at) implements BudgetCommand {}
}
