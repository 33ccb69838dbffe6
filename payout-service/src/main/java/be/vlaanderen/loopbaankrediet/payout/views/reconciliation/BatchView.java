package be.vlaanderen.loopbaankrediet.payout.views.reconciliation;

import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchApproved;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchHeld;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchMade;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchRefused;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchSent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import jakarta.inject.Singleton;
import java.util.List;

/** A row for each file. */
@Singleton
class BatchView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("batch");
    }

    @Override
    public void on(Writes writes, StoredEvent stored) {
        if (stored.payload() instanceof BatchEvent event) {
            switch (event) {
                case BatchMade made ->
                    writes.add(
                            "INSERT INTO batch (batch, payouts, total_cents, made_at, status) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                            made.batch(),
                            made.payouts().size(),
                            made.totalCents(),
                            made.at(),
                            made.officersNeeded() == 0 ? "RELEASED" : "WAITING");
                case BatchApproved approved -> status(writes, approved, approved.released() ? "RELEASED" : "WAITING");
                case BatchHeld held -> status(writes, held, "HELD");
                case BatchRefused refused -> status(writes, refused, "REFUSED");
                case BatchSent sent ->
                    writes.add(
                            "UPDATE batch SET status = 'SENT', sent_at = ? WHERE batch = ?", sent.at(), sent.batch());
            }
        }
    }

    private static void status(Writes writes, BatchEvent event, String status) {
        writes.add("UPDATE batch SET status = ? WHERE batch = ?", status, event.batch());
    }
}
