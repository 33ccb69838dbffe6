package be.vlaanderen.loopbaankrediet.wallet.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorAgreed;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorAgreementEnded;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorBillPaid;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorBilled;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorCodesIssued;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorShareOwed;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorShareReserved;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorShareReturned;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Agreements in order, and the lines of their bills; read by {@link Sponsors}. */
@Singleton
class SponsorView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("sponsor", "sponsor_line", "sponsor_bill");
    }

    @Override
    public void on(Writes writes, StoredEvent event) {
        if (event.payload() instanceof SponsorEvent fact) {
            write(writes, fact, event.sequence());
        }
    }

    private static void write(Writes writes, SponsorEvent fact, long sequence) {
        switch (fact) {
            case SponsorAgreed e ->
                writes.add(
                        "INSERT INTO sponsor (sponsor, last_day, agreed_at) VALUES (?, ?, ?)"
                                + " ON CONFLICT (sponsor) DO NOTHING",
                        e.sponsor(),
                        e.until(),
                        e.at());
            case SponsorAgreementEnded e ->
                writes.add("UPDATE sponsor SET last_day = ? WHERE sponsor = ?", e.lastDay(), e.sponsor());
            case SponsorShareOwed e -> line(writes, e, sequence, e.booking(), e.on(), e.amountCents());
            case SponsorShareReturned e -> {
                if (e.owed()) {
                    line(writes, e, sequence, e.booking(), e.on(), -e.amountCents());
                }
            }
            case SponsorBilled e -> {
                writes.add(
                        "INSERT INTO sponsor_bill (bill, sponsor, cents, number, first_day, last_day, billed_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (bill) DO NOTHING",
                        e.bill(),
                        e.sponsor(),
                        e.amountCents(),
                        e.number(),
                        e.from(),
                        e.until(),
                        e.at());
                writes.add(
                        "UPDATE sponsor_line SET bill = ? WHERE sponsor = ? AND bill IS NULL AND day <= ?",
                        e.bill(),
                        e.sponsor(),
                        e.until());
            }
            case SponsorBillPaid e ->
                writes.add("UPDATE sponsor_bill SET paid_at = ? WHERE bill = ?", e.at(), e.bill());
            case SponsorCodesIssued ignored -> {}
            case SponsorShareReserved ignored -> {}
        }
    }

    private static void line(Writes writes, SponsorEvent fact, long sequence, UUID booking, LocalDate day, long cents) {
        writes.add(
                "INSERT INTO sponsor_line (sponsor, sequence, booking, day, cents) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (sponsor, sequence) DO NOTHING",
                fact.sponsor(),
                sequence,
                booking,
                day,
                cents);
    }
}
