package be.vlaanderen.loopbaankrediet.wallet.views;

import static be.vlaanderen.loopbaankrediet.wallet.views.Sql.execute;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
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
import java.sql.Connection;
import java.sql.SQLException;
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
    public void on(Connection connection, StoredEvent event) throws SQLException {
        if (event.payload() instanceof SponsorEvent fact) {
            write(connection, fact, event.sequence());
        }
    }

    private static void write(Connection connection, SponsorEvent fact, long sequence) throws SQLException {
        switch (fact) {
            case SponsorAgreed e ->
                execute(
                        connection,
                        "INSERT INTO sponsor (sponsor, last_day, agreed_at) VALUES (?, ?, ?)"
                                + " ON CONFLICT (sponsor) DO NOTHING",
                        e.sponsor(),
                        e.until(),
                        e.at());
            case SponsorAgreementEnded e ->
                execute(connection, "UPDATE sponsor SET last_day = ? WHERE sponsor = ?", e.lastDay(), e.sponsor());
            case SponsorShareOwed e -> line(connection, e, sequence, e.booking(), e.on(), e.amountCents());
            case SponsorShareReturned e -> {
                if (e.owed()) {
                    line(connection, e, sequence, e.booking(), e.on(), -e.amountCents());
                }
            }
            case SponsorBilled e -> {
                execute(
                        connection,
                        "INSERT INTO sponsor_bill (bill, sponsor, cents, number, first_day, last_day, billed_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (bill) DO NOTHING",
                        e.bill(),
                        e.sponsor(),
                        e.amountCents(),
                        e.number(),
                        e.from(),
                        e.until(),
                        e.at());
                execute(
                        connection,
                        "UPDATE sponsor_line SET bill = ? WHERE sponsor = ? AND bill IS NULL AND day <= ?",
                        e.bill(),
                        e.sponsor(),
                        e.until());
            }
            case SponsorBillPaid e ->
                execute(connection, "UPDATE sponsor_bill SET paid_at = ? WHERE bill = ?", e.at(), e.bill());
            case SponsorCodesIssued ignored -> {}
            case SponsorShareReserved ignored -> {}
        }
    }

    private static void line(
            Connection connection, SponsorEvent fact, long sequence, UUID booking, LocalDate day, long cents)
            throws SQLException {
        execute(
                connection,
                "INSERT INTO sponsor_line (sponsor, sequence, booking, day, cents) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (sponsor, sequence) DO NOTHING",
                fact.sponsor(),
                sequence,
                booking,
                day,
                cents);
    }
}
