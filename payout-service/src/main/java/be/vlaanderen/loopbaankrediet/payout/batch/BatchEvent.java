package be.vlaanderen.loopbaankrediet.payout.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a batch. Stored for ever: fields are added, never changed. An officer is a pseudonym. */
public sealed interface BatchEvent {

    UUID batch();

    Instant at();

    /** Why a batch does not go to the bank, for now or at all. */
    enum StopReason {
        AMOUNT_UNUSUAL,
        ACCOUNT_DOUBTFUL,
        PAYOUT_DISPUTED,
        MADE_TWICE,
        OTHER
    }

    /**
     * @param executeOn bank day that the file asks for; null in batches of before this was recorded
     * @param officersNeeded different officers who must release it; 0 for one that goes to the bank by itself
     */
    record BatchMade(
            UUID batch,
            List<BatchedPayout> payouts,
            long totalCents,
            @Nullable LocalDate executeOn,
            int officersNeeded,
            Instant at)
            implements BatchEvent {}

    /**
     * An officer releases the batch.
     *
     * @param released no other officer is needed: it goes to the bank
     */
    record BatchApproved(UUID batch, String officer, LocalDate executeOn, boolean released, Instant at)
            implements BatchEvent {}

    /** Stays here until an officer releases it; who released it before must do so again. */
    record BatchHeld(
            UUID batch, StopReason reason, @Nullable UUID explanation, String officer, Instant at)
            implements BatchEvent {}

    /** Never goes to the bank; its payouts wait for another batch, which an officer must release (D-63). */
    record BatchRefused(
            UUID batch, StopReason reason, @Nullable UUID explanation, String officer, Instant at)
            implements BatchEvent {}

    record BatchSent(UUID batch, Instant at) implements BatchEvent {}

    record BatchedPayout(UUID payout, UUID claim, UUID booking) {}
}
