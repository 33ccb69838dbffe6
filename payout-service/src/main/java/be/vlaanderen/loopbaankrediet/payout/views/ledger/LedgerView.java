package be.vlaanderen.loopbaankrediet.payout.views.ledger;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent;
import be.vlaanderen.loopbaankrediet.payout.ledger.Ledger;
import be.vlaanderen.loopbaankrediet.payout.sponsor.SponsorEvent.SponsorPaymentRecorded;
import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The lines of every entry. Sums are made when asked: a row with totals would let every payout wait for every other. */
@Singleton
class LedgerView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("ledger_line");
    }

    @Override
    public void on(Writes writes, StoredEvent stored) {
        if (stored.payload() instanceof BookingEvent event) {
            post(writes, stored, Ledger.entry(event), event.booking(), event.at());
        } else if (stored.payload() instanceof ClawbackEvent event) {
            post(writes, stored, Ledger.entry(event), event.booking(), event.at());
        } else if (stored.payload() instanceof SponsorPaymentRecorded paid) {
            post(writes, stored, Ledger.entry(paid), paid.bill(), paid.at());
        }
    }

    /** The lines of an entry; those that are not in the chain yet wait for it. No line of a rebuild is chained twice. */
    private static void post(Writes writes, StoredEvent stored, List<Ledger.Line> lines, UUID about, Instant at) {
        if (lines.isEmpty()) {
            return;
        }
        List<Object> values = new ArrayList<>();
        int number = 1;
        for (Ledger.Line line : lines) {
            values.addAll(List.of(
                    stored.id(), number, line.account().name(), line.debitCents(), line.creditCents(), about, at));
            number++;
        }
        writes.add(
                "INSERT INTO ledger_line VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + ", (?, ?, ?, ?, ?, ?, ?)".repeat(lines.size() - 1) + " ON CONFLICT DO NOTHING",
                values.toArray());
        writes.add(
                "INSERT INTO ledger_unsealed SELECT event_id, line, booked_at FROM ledger_line l WHERE event_id = ? AND NOT EXISTS"
                        + " (SELECT 1 FROM ledger_seal s WHERE s.event_id = l.event_id AND s.line = l.line)"
                        + " ON CONFLICT DO NOTHING",
                stored.id());
    }
}
