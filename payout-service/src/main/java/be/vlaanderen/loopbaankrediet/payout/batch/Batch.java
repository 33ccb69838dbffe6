package be.vlaanderen.loopbaankrediet.payout.batch;

import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchMade;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchSent;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchedPayout;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.util.List;
import java.util.UUID;

/** The payouts of one file, and whether the bank has it. */
public record Batch(List<BatchedPayout> payouts, boolean sent) {

    public static final Batch EMPTY = new Batch(List.of(), false);
    public static final Aggregate<Batch, BatchEvent> AGGREGATE = new Aggregate<>("Batch", EMPTY, Batch::evolve);

    public static String stream(UUID batch) {
        return "batch-" + batch;
    }

    public Decision<BatchEvent> record(BatchMade made) {
        return payouts.isEmpty() ? Decision.of(made) : Decision.nothing();
    }

    public Decision<BatchEvent> record(BatchSent noted) {
        return sent || payouts.isEmpty() ? Decision.nothing() : Decision.of(noted);
    }

    public Batch evolve(BatchEvent event) {
        return switch (event) {
            case BatchMade made -> new Batch(made.payouts(), false);
            case BatchSent _ -> new Batch(payouts, true);
        };
    }
}
