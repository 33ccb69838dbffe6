package be.vlaanderen.loopbaankrediet.payout.views.ledger;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Notes, with the event itself, the lines that {@link LedgerSeals} is to put in the chain. */
@Singleton
class LinesToChain implements InlineView {

    /** No view: it knows what is in the chain, which no event does. */
    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void on(Writes writes, StoredEvent stored) {
        LedgerEntry.of(stored).ifPresent(entry -> {
            List<Object> values = new ArrayList<>();
            for (int number = 1; number <= entry.lines().size(); number++) {
                values.addAll(List.of(stored.id(), number, entry.at()));
            }
            writes.add(
                    "INSERT INTO ledger_unsealed (event_id, line, booked_at) VALUES (?, ?, ?)"
                            + ", (?, ?, ?)".repeat(entry.lines().size() - 1) + " ON CONFLICT DO NOTHING",
                    values.toArray());
        });
    }
}
