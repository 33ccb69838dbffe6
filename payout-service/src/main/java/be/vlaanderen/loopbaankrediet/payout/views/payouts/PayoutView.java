package be.vlaanderen.loopbaankrediet.payout.views.payouts;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.BookingRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.CancellationRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimKept;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReceived;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReleased;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimedSession;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.CoPaymentRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.HoursReturnRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.LapseRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutApproved;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutBatched;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutPaid;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutRefused;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutRejected;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutReturned;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutSent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutSetOff;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PriceLoweringRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.RestorationRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.SponsorshipRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.UndueDropped;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.UndueRecorded;
import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A row for each decided claim, and the claims that are still open. */
@Singleton
class PayoutView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("payout", "open_claim", "claim_session", "payment", "undue");
    }

    @Override
    public void on(Writes writes, StoredEvent stored) {
        if (stored.payload() instanceof BookingEvent event) {
            switch (event) {
                case ClaimReceived received -> {
                    writes.add(
                            "INSERT INTO open_claim VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                            received.claim(),
                            received.booking(),
                            received.counsellor(),
                            received.at());
                    for (ClaimedSession session : received.sessions()) {
                        writes.add(
                                "INSERT INTO claim_session VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                                received.claim(),
                                session.session(),
                                session.deliveredOn(),
                                session.halfHours());
                    }
                }
                case PayoutApproved approved -> {
                    close(writes, approved.claim());
                    writes.add(
                            "INSERT INTO payout (claim, booking, counsellor, status, decided_at, payout, half_hours, excl_vat_cents,"
                                    + " vat_cents, total_cents, co_payment_cents, government_share_cents)"
                                    + " VALUES (?, ?, ?, 'APPROVED', ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                            approved.claim(),
                            approved.booking(),
                            approved.counsellor(),
                            approved.at(),
                            approved.payout(),
                            approved.halfHours(),
                            approved.exclVatCents(),
                            approved.vatCents(),
                            approved.totalCents(),
                            approved.coPaymentCents(),
                            approved.governmentShareCents());
                }
                case PayoutRefused refused -> {
                    close(writes, refused.claim());
                    writes.add(
                            "INSERT INTO payout (claim, booking, counsellor, status, decided_at, failed)"
                                    + " VALUES (?, ?, ?, 'REFUSED', ?, ?) ON CONFLICT DO NOTHING",
                            refused.claim(),
                            refused.booking(),
                            refused.counsellor(),
                            refused.at(),
                            refused.failed().stream().map(Enum::name).collect(Collectors.joining(",")));
                }
                case ClaimReleased released -> {
                    close(writes, released.claim());
                    writes.add(
                            "UPDATE payout SET status = 'RELEASED', released_at = ? WHERE claim = ?",
                            released.at(),
                            released.claim());
                    writes.add("DELETE FROM undue WHERE claim = ?", released.claim());
                }
                case UndueRecorded undue ->
                    writes.add(
                            "INSERT INTO undue VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                            undue.session(),
                            undue.review(),
                            undue.claim(),
                            undue.booking(),
                            undue.halfHours(),
                            undue.hoursReturn(),
                            undue.origin().name(),
                            undue.reasonCode(),
                            undue.at());
                case UndueDropped dropped ->
                    writes.add(
                            "DELETE FROM undue WHERE session = ? AND review = ?", dropped.session(), dropped.review());
                case PayoutBatched batched -> {
                    writes.add(
                            "UPDATE payout SET status = 'BATCHED', batch = ?, end_to_end_id = ? WHERE claim = ?",
                            batched.batch(),
                            batched.endToEndId(),
                            batched.claim());
                    writes.add(
                            "INSERT INTO payment (end_to_end_id, claim, batch, amount_cents) VALUES (?, ?, ?, ?::bigint)"
                                    + " ON CONFLICT DO NOTHING",
                            batched.endToEndId(),
                            batched.claim(),
                            batched.batch(),
                            batched.amountCents());
                }
                case PayoutReturned returned -> {
                    writes.add(
                            "UPDATE payout SET status = 'APPROVED', batch = NULL, sent_at = NULL, answered_at = NULL, reason_code = NULL"
                                    + " WHERE claim = ?",
                            returned.claim());
                    writes.add(
                            "UPDATE payment SET returned_at = ? WHERE end_to_end_id = ?",
                            returned.at(),
                            returned.endToEndId());
                }
                case PayoutSetOff setOff ->
                    writes.add(
                            "UPDATE payout SET set_off_cents = set_off_cents + ?, status = CASE WHEN ?::bigint = 0 THEN 'SET_OFF' ELSE status END"
                                    + " WHERE claim = ?",
                            setOff.amountCents(),
                            setOff.leftCents(),
                            setOff.claim());
                case PayoutSent sent -> {
                    writes.add(
                            "UPDATE payout SET status = 'SENT', sent_at = ? WHERE claim = ?", sent.at(), sent.claim());
                    writes.add(
                            "UPDATE payment SET sent_at = ?, amount_cents = ? WHERE end_to_end_id = ?",
                            sent.at(),
                            sent.amountCents(),
                            sent.endToEndId());
                }
                case PayoutPaid paid -> {
                    writes.add(
                            "UPDATE payout SET status = 'PAID', answered_at = ? WHERE claim = ?",
                            paid.at(),
                            paid.claim());
                    answered(writes, paid.endToEndId(), "PAID", paid.at());
                }
                case PayoutRejected rejected -> {
                    writes.add(
                            "UPDATE payout SET status = 'REJECTED', answered_at = ?, reason_code = ? WHERE claim = ?",
                            rejected.at(),
                            rejected.reasonCode(),
                            rejected.claim());
                    answered(writes, rejected.endToEndId(), "REJECTED", rejected.at());
                }
                case BookingRecorded _,
                        CoPaymentRecorded _,
                        LapseRecorded _,
                        CancellationRecorded _,
                        HoursReturnRecorded _,
                        SponsorshipRecorded _,
                        PriceLoweringRecorded _,
                        RestorationRecorded _,
                        ClaimKept _ -> {}
            }
        }
    }

    private static void answered(Writes writes, String endToEndId, String outcome, Instant at) {
        writes.add("UPDATE payment SET outcome = ?, answered_at = ? WHERE end_to_end_id = ?", outcome, at, endToEndId);
    }

    private static void close(Writes writes, UUID claim) {
        writes.add("DELETE FROM open_claim WHERE claim = ?", claim);
    }
}
