package be.vlaanderen.loopbaankrediet.payout.views.ledger;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent;
import be.vlaanderen.loopbaankrediet.payout.ledger.Ledger;
import be.vlaanderen.loopbaankrediet.payout.sponsor.SponsorEvent.SponsorPaymentRecorded;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an event posts.
 *
 * @param about the booking or the bill
 */
record LedgerEntry(List<Ledger.Line> lines, UUID about, Instant at) {

    /** Empty for most events. */
    static Optional<LedgerEntry> of(StoredEvent stored) {
        LedgerEntry entry = switch (stored.payload()) {
            case BookingEvent event -> new LedgerEntry(Ledger.entry(event), event.booking(), event.at());
            case ClawbackEvent event -> new LedgerEntry(Ledger.entry(event), event.booking(), event.at());
            case SponsorPaymentRecorded paid -> new LedgerEntry(Ledger.entry(paid), paid.bill(), paid.at());
            default -> null;
        };
        return entry == null || entry.lines().isEmpty() ? Optional.empty() : Optional.of(entry);
    }
}
