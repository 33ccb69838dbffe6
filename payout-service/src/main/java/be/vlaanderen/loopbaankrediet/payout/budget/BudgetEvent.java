package be.vlaanderen.loopbaankrediet.payout.budget;

import java.time.Instant;
import java.util.UUID;

/** Everything that can happen to the budget of a year. Stored for ever: fields are added, never changed. */
public sealed interface BudgetEvent {

    int year();

    record BudgetOpened(int year, long totalCents, Instant at) implements BudgetEvent {}

    /** @param queued the booking waited in the queue until now */
    record BudgetCommitted(int year, UUID booking, long amountCents, boolean queued, Instant at)
            implements BudgetEvent {}

    /** @param place 1 for who is next, at the moment of queueing */
    record BookingQueued(int year, UUID booking, long amountCents, int place, Instant at) implements BudgetEvent {}

    /** The booking ended while it waited; nothing was committed for it. */
    record QueueLeft(int year, UUID booking, Instant at) implements BudgetEvent {}

    /** Part of what was committed is now owed to the counsellor. */
    record BudgetSettled(int year, UUID booking, UUID claim, long amountCents, Instant at) implements BudgetEvent {}

    /** D-64: more is owed than was set aside: taken from what was left. */
    record CommitmentRaised(int year, UUID booking, long amountCents, Instant at) implements BudgetEvent {}

    /** The claim is taken back: what was settled for it is committed again. */
    record SettlementReversed(int year, UUID booking, UUID claim, long amountCents, Instant at)
            implements BudgetEvent {}

    /** All that was still committed for the booking is free again. */
    record BudgetReleased(int year, UUID booking, long amountCents, Instant at) implements BudgetEvent {}
}
