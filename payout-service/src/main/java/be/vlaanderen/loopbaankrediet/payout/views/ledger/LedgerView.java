package be.vlaanderen.loopbaankrediet.payout.views.ledger;

import be.vlaanderen.loopbaankrediet.payout.ledger.Ledger;
import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The lines of every entry. Sums are made when asked: a row with totals would let every payout wait for every other. */
@Singleton
class LedgerView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("ledger_line");
    }

    @Override
    public void on(Writes writes, StoredEvent stored) {
        LedgerEntry.of(stored).ifPresent(entry -> {
            List<Object> values = new ArrayList<>();
            int number = 1;
            for (Ledger.Line line : entry.lines()) {
                values.addAll(List.of(
                        stored.id(),
                        number,
                        line.account().name(),
                        line.debitCents(),
                        line.creditCents(),
                        entry.about(),
                        entry.at()));
                number++;
            }
            writes.add(
                    "INSERT INTO ledger_line VALUES (?, ?, ?, ?, ?, ?, ?)"
                            + ", (?, ?, ?, ?, ?, ?, ?)".repeat(entry.lines().size() - 1) + " ON CONFLICT DO NOTHING",
                    values.toArray());
        });
    }
}
