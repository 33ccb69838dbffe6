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

    private static void post(Writes writes, StoredEvent stored, List<Ledger.Line> lines, UUID about, Instant at) {
        int number = 1;
        for (Ledger.Line line : lines) {
            writes.add(
                    "INSERT INTO ledger_line VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    stored.id(),
                    number,
                    line.account().name(),
                    line.debitCents(),
                    line.creditCents(),
                    about,
                    at);
            // no view: a line that is in the chain already comes from a rebuild
            writes.add(
                    "INSERT INTO ledger_unsealed SELECT ?, ?, ?::timestamptz WHERE NOT EXISTS"
                            + " (SELECT 1 FROM ledger_seal WHERE event_id = ? AND line = ?) ON CONFLICT DO NOTHING",
                    stored.id(),
                    number,
                    at,
                    stored.id(),
                    number);
            number++;
        }
    }
}
