package be.vlaanderen.loopbaankrediet.payout.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to the budget of a year. Stored for ever: fields are added, never changed. */
public sealed interface BudgetEvent {

    int year();

    Instant at();

    record BudgetOpened(int year, long totalCents, Instant at) implements BudgetEvent {}

    /** @param queued the booking waited in the queue until now */
    record BudgetCommitted(int year, UUID booking, long amountCents, boolean queued, Instant at)
            implements BudgetEvent {}

    /**
     * @param place 1 for who is next, at the moment of queueing
     * @param queueNumber rises by one with each booking queued in that year; null in events of before this was recorded
     * @param quotaBlocks blocks a month under the quota; null without one
     * @param nextRoomOn first day on which room comes by itself; null in events of before this was recorded
     */
    record BookingQueued(
            int year,
            UUID booking,
            long amountCents,
            int place,
            @Nullable Long queueNumber,
            @Nullable Integer quotaBlocks,
            @Nullable LocalDate nextRoomOn,
            Instant at)
            implements BudgetEvent {}

    /** The booking ended while it waited, or waits in the next year's queue from now on; nothing was committed for it. */
    record QueueLeft(int year, UUID booking, Instant at) implements BudgetEvent {}

    /** Part of what was committed is now owed to the counsellor. */
    record BudgetSettled(int year, UUID booking, UUID claim, long amountCents, Instant at) implements BudgetEvent {}

    /** D-64: more is owed than was set aside: taken from what was left. */
    record CommitmentRaised(int year, UUID booking, long amountCents, Instant at) implements BudgetEvent {}

    /**
     * The claim is taken back: what was settled for it is committed again.
     *
     * @param carriedInCents part of it that was settled in years that are closed, and comes from there with its money (D-101)
     */
    record SettlementReversed(
            int year,
            UUID booking,
            UUID claim,
            long amountCents,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long carriedInCents,
            Instant at)
            implements BudgetEvent {}

    /** D-101: a claim that was settled in this closed year is taken back; its money goes to the year that is open. */
    record SettlementCarriedOut(int year, UUID booking, UUID claim, long amountCents, Instant at)
            implements BudgetEvent {}

    /** D-4, D-102: after a lower price government owes more for what was delivered before; it is settled at once. */
    record ShareGrown(int year, UUID booking, long amountCents, Instant at) implements BudgetEvent {}

    /**
     * D-64: government owes more than was set aside, and too little is left: it comes before all who wait.
     *
     * @param claim that waits for it; null when it is for time of which the payout was approved at a higher price (D-102)
     */
    record ShareOwed(int year, UUID booking, @Nullable UUID claim, long amountCents, Instant at)
            implements BudgetEvent {}

    /**
     * There is money for a share that was owed.
     *
     * @param claim for which it is set aside; null when it is settled at once
     */
    record OwedShareFound(int year, UUID booking, @Nullable UUID claim, long amountCents, Instant at)
            implements BudgetEvent {}

    /** A share that was owed is owed no more: its claim is taken back or decided, its booking ended, or it is owed by the next year. */
    record OwedShareDropped(
            int year, UUID booking, @Nullable UUID claim, long amountCents, Instant at) implements BudgetEvent {}

    /** D-67: what is still set aside at the end of the year goes to the next year, and its money with it. */
    record CommitmentsCarriedOut(int year, List<Carried> commitments, Instant at) implements BudgetEvent {}

    record CommitmentsCarriedIn(int year, int fromYear, List<Carried> commitments, Instant at) implements BudgetEvent {}

    /** Nothing is decided for this year any more. */
    record YearClosed(int year, Instant at) implements BudgetEvent {}

    /**
     * A commitment that goes to the next year.
     *
     * @param month in which it was committed, as 202712
     */
    record Carried(UUID booking, long leftCents, long settledCents, List<UUID> settled, int month) {}

    /** All that was still committed for the booking is free again. */
    record BudgetReleased(int year, UUID booking, long amountCents, Instant at) implements BudgetEvent {}
}
