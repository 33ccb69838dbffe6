package be.vlaanderen.loopbaankrediet.payout.batch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Everything that can happen to a batch. Stored for ever: fields are added, never changed. */
public sealed interface BatchEvent {

    record BatchMade(UUID batch, List<BatchedPayout> payouts, long totalCents, Instant at) implements BatchEvent {}

    record BatchSent(UUID batch, Instant at) implements BatchEvent {}

    record BatchedPayout(UUID payout, UUID claim, UUID booking) {}
}
