package be.vlaanderen.loopbaankrediet.wallet.wallet.pay;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.PaymentStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockBooked;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentReceived;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.RefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.SurplusPaymentReceived;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What the payment provider says became of a payment. It may say so more than once, and in any order. */
public record TakePaymentNotification(
        UUID wallet, UUID booking, String payment, News news, long amountCents, Instant at) {

    public enum News {
        PAID,
        CANCELLED,
        REFUNDED
    }

    public static Decision<WalletEvent> decide(Wallet wallet, TakePaymentNotification command) {
        Booking booking = wallet.booking(command.booking());
        PaymentStatus known = booking == null ? null : booking.payments().get(command.payment());
        if (booking == null || known == null) {
            return Decision.refused(WalletRefusal.PAYMENT_UNKNOWN);
        }
        return switch (command.news()) {
            case PAID -> paid(booking, known, command);
            case CANCELLED ->
                known == PaymentStatus.REQUESTED
                        ? Decision.of(new PaymentCancelled(
                                command.wallet(), command.booking(), command.payment(), command.at()))
                        : Decision.nothing();
            case REFUNDED ->
                RecordRefund.decide(
                        wallet, new RecordRefund(command.wallet(), command.booking(), command.payment(), command.at()));
        };
    }

    /** The booking stands when the co-payment is received. Money that no reservation waits for goes back. */
    private static Decision<WalletEvent> paid(Booking booking, PaymentStatus known, TakePaymentNotification command) {
        if (known != PaymentStatus.REQUESTED && known != PaymentStatus.CANCELLED) {
            return Decision.nothing();
        }
        if (command.amountCents() != booking.coPaymentCents()) {
            return Decision.refused(
                    WalletRefusal.PAYMENT_AMOUNT_DIFFERS,
                    Map.of("expectedCents", booking.coPaymentCents(), "amountCents", command.amountCents()));
        }
        if (booking.status() != BookingStatus.AWAITING_PAYMENT) {
            return Decision.of(
                    new SurplusPaymentReceived(
                            command.wallet(),
                            command.booking(),
                            command.payment(),
                            command.amountCents(),
                            command.at()),
                    new RefundOwed(
                            command.wallet(),
                            command.booking(),
                            command.payment(),
                            command.amountCents(),
                            command.at()));
        }
        return Decision.of(
                new CoPaymentReceived(
                        command.wallet(), command.booking(), command.payment(), command.amountCents(), command.at()),
                new BlockBooked(
                        command.wallet(),
                        command.booking(),
                        booking.reserved().counsellor(),
                        booking.reserved().halfHours(),
                        booking.coPaymentCents(),
                        booking.reserved().code(),
                        command.at()));
    }
}
