package be.vlaanderen.loopbaankrediet.wallet.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent.CounsellorBecameBookable;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent.CounsellorGone;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent.CounsellorReturnsOn;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent.CounsellorStopsOn;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Guidance;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockBooked;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockGivenUp;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockLapsed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockReserved;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BudgetSecured;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentLowered;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentReceived;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentRefunded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentRequested;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentSponsored;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CreditGranted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CreditRevised;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.GuidanceStarted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursRestored;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursReturned;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursUsed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PartRefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PartRefunded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentReminded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentRestarted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.RefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.SessionUndone;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.SurplusPaymentReceived;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.UnusedTimeAskedAgain;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Keeps the tables that {@link Bookings} reads as new as the event store. */
@Singleton
class WalletView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("booking", "open_payment", "stopping_counsellor", "gone_counsellor");
    }

    @Override
    public void on(Writes writes, StoredEvent event) {
        switch (event.payload()) {
            case WalletEvent fact -> write(writes, fact);
            case CounsellorEvent fact -> write(writes, fact);
            default -> {}
        }
    }

    private static void write(Writes writes, CounsellorEvent fact) {
        switch (fact) {
            case CounsellorStopsOn e ->
                writes.add(
                        "INSERT INTO stopping_counsellor (counsellor, stops_on) VALUES (?, ?)"
                                + " ON CONFLICT (counsellor) DO UPDATE SET stops_on = excluded.stops_on",
                        e.counsellor(),
                        e.from());
            case CounsellorBecameBookable e -> bookable(writes, e.counsellor());
            case CounsellorReturnsOn e -> bookable(writes, e.counsellor());
            case CounsellorGone e -> {
                noLongerStopping(writes, e.counsellor());
                writes.add(
                        "INSERT INTO gone_counsellor (counsellor) VALUES (?) ON CONFLICT DO NOTHING", e.counsellor());
            }
        }
    }

    private static void bookable(Writes writes, UUID counsellor) {
        noLongerStopping(writes, counsellor);
        writes.add("DELETE FROM gone_counsellor WHERE counsellor = ?", counsellor);
    }

    private static void noLongerStopping(Writes writes, UUID counsellor) {
        writes.add("DELETE FROM stopping_counsellor WHERE counsellor = ?", counsellor);
    }

    private static void write(Writes writes, WalletEvent fact) {
        switch (fact) {
            case BlockReserved e ->
                writes.add(
                        "INSERT INTO booking (booking, wallet, counsellor, reserved_half_hours, pay_before, reserved_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (booking) DO NOTHING",
                        e.booking(),
                        e.wallet(),
                        e.counsellor(),
                        e.halfHours(),
                        e.payBefore(),
                        e.at());
            case BookingQueued e ->
                writes.add(
                        "UPDATE booking SET pay_before = NULL, queue_year = ?, queue_number = ? WHERE booking = ?",
                        e.year(),
                        e.queueNumber(),
                        e.booking());
            case BudgetSecured e ->
                writes.add(
                        "UPDATE booking SET pay_before = ?, queue_number = NULL, reminded = false"
                                + " WHERE booking = ?",
                        e.payBefore(),
                        e.booking());
            case CoPaymentRequested e ->
                writes.add(
                        "INSERT INTO open_payment (payment, wallet, booking, requested_at) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (payment) DO NOTHING",
                        e.payment(),
                        e.wallet(),
                        e.booking(),
                        e.at());
            case PaymentCancelled e -> heard(writes, e.payment());
            case BlockBooked e -> writes.add("UPDATE booking SET pay_before = NULL WHERE booking = ?", e.booking());
            case PaymentReminded e -> writes.add("UPDATE booking SET reminded = true WHERE booking = ?", e.booking());
            case BlockLapsed e -> end(writes, e.booking());
            case BlockCancelled e -> end(writes, e.booking());
            case HoursUsed e -> reserved(writes, e.booking(), -e.halfHours());
            case SessionUndone e -> {
                reserved(writes, e.booking(), e.halfHours());
                writes.add("UPDATE booking SET ask_gone_at = NULL WHERE booking = ?", e.booking());
            }
            case HoursReturned e -> {
                reserved(writes, e.booking(), -e.halfHours());
                writes.add("UPDATE booking SET giving_up = false, ask_again_at = NULL WHERE booking = ?", e.booking());
            }
            case CoPaymentReceived e -> heard(writes, e.payment());
            case SurplusPaymentReceived e -> heard(writes, e.payment());
            // what these change is read from the events of the wallet
            case CoPaymentSponsored ignored -> {}
            case CreditGranted ignored -> {}
            case CreditRevised ignored -> {}
            case CoPaymentLowered ignored -> {}
            case BlockGivenUp e ->
                writes.add(
                        "UPDATE booking SET giving_up = true, ask_again_at = ?,"
                                + " ask_gone_at = CASE WHEN ? THEN ?::timestamptz ELSE ask_gone_at END WHERE booking = ?",
                        Guidance.Question.askAgainAt(1, e.at()),
                        e.counsellorGone(),
                        Guidance.askGoneAgainAt(e),
                        e.booking());
            case UnusedTimeAskedAgain e ->
                writes.add(
                        "UPDATE booking SET ask_again_at = ? WHERE booking = ?",
                        Guidance.Question.askAgainAt(e.times(), e.at()),
                        e.booking());
            case HoursRestored ignored -> {}
            case PartRefundOwed ignored -> {}
            case PartRefunded ignored -> {}
            case PaymentRestarted ignored -> {}
            case RefundOwed ignored -> {}
            case CoPaymentRefunded ignored -> {}
            case GuidanceStarted ignored -> {}
        }
    }

    private static void heard(Writes writes, String payment) {
        writes.add("DELETE FROM open_payment WHERE payment = ?", payment);
    }

    private static void end(Writes writes, UUID booking) {
        writes.add(
                "UPDATE booking SET pay_before = NULL, reserved_half_hours = 0, queue_number = NULL, giving_up = false,"
                        + " ask_again_at = NULL WHERE booking = ?",
                booking);
    }

    private static void reserved(Writes writes, UUID booking, int more) {
        writes.add("UPDATE booking SET reserved_half_hours = reserved_half_hours + ? WHERE booking = ?", more, booking);
    }
}
