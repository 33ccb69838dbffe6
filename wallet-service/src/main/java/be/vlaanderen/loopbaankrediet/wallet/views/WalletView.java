package be.vlaanderen.loopbaankrediet.wallet.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent.CounsellorBecameBookable;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent.CounsellorGone;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent.CounsellorReturnsOn;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent.CounsellorStopsOn;
import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockBooked;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockGivenUp;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockLapsed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockReserved;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BudgetSecured;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentReceived;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentRefunded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentRequested;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CreditGranted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.GuidanceStarted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursReturned;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursUsed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PartRefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PartRefunded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentRestarted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.RefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.SurplusPaymentReceived;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Keeps the tables that {@link Bookings} reads as new as the event store. */
@Singleton
class WalletView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("credit", "booking", "open_payment", "stopping_counsellor");
    }

    @Override
    public void on(Connection connection, StoredEvent event) throws SQLException {
        switch (event.payload()) {
            case WalletEvent fact -> write(connection, fact);
            case CounsellorEvent fact -> write(connection, fact);
            default -> {}
        }
    }

    private static void write(Connection connection, CounsellorEvent fact) throws SQLException {
        switch (fact) {
            case CounsellorStopsOn e ->
                execute(
                        connection,
                        "INSERT INTO stopping_counsellor (counsellor, stops_on) VALUES (?, ?)"
                                + " ON CONFLICT (counsellor) DO UPDATE SET stops_on = excluded.stops_on",
                        e.counsellor(),
                        e.from());
            case CounsellorBecameBookable e -> noLongerStopping(connection, e.counsellor());
            case CounsellorReturnsOn e -> noLongerStopping(connection, e.counsellor());
            case CounsellorGone e -> noLongerStopping(connection, e.counsellor());
        }
    }

    private static void noLongerStopping(Connection connection, UUID counsellor) throws SQLException {
        execute(connection, "DELETE FROM stopping_counsellor WHERE counsellor = ?", counsellor);
    }

    private static void write(Connection connection, WalletEvent fact) throws SQLException {
        switch (fact) {
            case CreditGranted e ->
                execute(
                        connection,
                        "INSERT INTO credit (wallet, granted_half_hours, co_payment_per_hour_cents) VALUES (?, ?, ?)"
                                + " ON CONFLICT (wallet) DO UPDATE SET granted_half_hours = excluded.granted_half_hours,"
                                + " co_payment_per_hour_cents = excluded.co_payment_per_hour_cents",
                        e.wallet(),
                        e.halfHours(),
                        e.coPaymentPerHourCents());
            case BlockReserved e ->
                execute(
                        connection,
                        "INSERT INTO booking (booking, wallet, counsellor, status, half_hours, used_half_hours,"
                                + " co_payment_cents, code, pay_before, reserved_at)"
                                + " VALUES (?, ?, ?, 'RESERVED', ?, 0, ?, ?, ?, ?) ON CONFLICT (booking) DO NOTHING",
                        e.booking(),
                        e.wallet(),
                        e.counsellor(),
                        e.halfHours(),
                        e.coPaymentCents(),
                        e.code(),
                        e.payBefore(),
                        e.at());
            case BookingQueued e ->
                execute(
                        connection,
                        "UPDATE booking SET status = 'QUEUED', place = ?, pay_before = NULL WHERE booking = ?",
                        e.place(),
                        e.booking());
            case BudgetSecured e ->
                execute(
                        connection,
                        "UPDATE booking SET status = 'RESERVED', place = NULL, pay_before = ? WHERE booking = ?",
                        e.payBefore(),
                        e.booking());
            case CoPaymentRequested e -> {
                execute(
                        connection,
                        "UPDATE booking SET status = 'AWAITING_PAYMENT', checkout_url = ? WHERE booking = ?",
                        e.checkoutUrl(),
                        e.booking());
                execute(
                        connection,
                        "INSERT INTO open_payment (payment, wallet, booking, requested_at) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (payment) DO NOTHING",
                        e.payment(),
                        e.wallet(),
                        e.booking(),
                        e.at());
            }
            case PaymentCancelled e -> {
                execute(connection, "UPDATE booking SET checkout_url = NULL WHERE booking = ?", e.booking());
                heard(connection, e.payment());
            }
            case BlockBooked e ->
                execute(
                        connection,
                        "UPDATE booking SET status = 'BOOKED', checkout_url = NULL, booked_at = ? WHERE booking = ?",
                        e.at(),
                        e.booking());
            case BlockLapsed e -> end(connection, e.booking(), BookingStatus.LAPSED);
            case BlockCancelled e -> end(connection, e.booking(), BookingStatus.CANCELLED);
            case HoursUsed e ->
                execute(
                        connection,
                        "UPDATE booking SET used_half_hours = used_half_hours + ?, status = CASE"
                                + " WHEN used_half_hours + ? = half_hours - returned_half_hours THEN 'USED' ELSE status END"
                                + " WHERE booking = ?",
                        e.halfHours(),
                        e.halfHours(),
                        e.booking());
            case BlockGivenUp e ->
                execute(connection, "UPDATE booking SET giving_up = true WHERE booking = ?", e.booking());
            case HoursReturned e ->
                execute(
                        connection,
                        "UPDATE booking SET giving_up = false, returned_half_hours = returned_half_hours + ?,"
                                + " status = CASE WHEN used_half_hours + returned_half_hours + ? < half_hours THEN status"
                                + " WHEN used_half_hours > 0 THEN 'USED' ELSE 'CANCELLED' END WHERE booking = ?",
                        e.halfHours(),
                        e.halfHours(),
                        e.booking());
            case PartRefundOwed ignored -> {}
            case PartRefunded ignored -> {}
            case PaymentRestarted ignored -> {}
            case CoPaymentReceived e -> heard(connection, e.payment());
            case SurplusPaymentReceived e -> heard(connection, e.payment());
            case RefundOwed ignored -> {}
            case CoPaymentRefunded ignored -> {}
            case GuidanceStarted ignored -> {}
        }
    }

    private static void heard(Connection connection, String payment) throws SQLException {
        execute(connection, "DELETE FROM open_payment WHERE payment = ?", payment);
    }

    private static void end(Connection connection, UUID booking, BookingStatus status) throws SQLException {
        execute(
                connection,
                "UPDATE booking SET status = ?, checkout_url = NULL, place = NULL WHERE booking = ?",
                status.name(),
                booking);
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(
                        i + 1, values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i]);
            }
            statement.executeUpdate();
        }
    }
}
