package be.vlaanderen.loopbaankrediet.wallet.wallet.pay;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.CoPayment;
import be.vlaanderen.loopbaankrediet.wallet.wallet.PaymentStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentReceived;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.RefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.SurplusPaymentReceived;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        PaymentStatus known = booking == null ? null : booking.money().status(command.payment());
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
            case REFUNDED -> refunded(wallet, booking, command);
        };
    }

    /** Which of several refunds this is about, is not said: then each counts when the provider took it on. */
    private static Decision<WalletEvent> refunded(Wallet wallet, Booking booking, TakePaymentNotification command) {
        return booking.money().parts().isEmpty()
                ? RecordRefund.decide(
                        wallet, new RecordRefund(command.wallet(), command.booking(), command.payment(), command.at()))
                : Decision.nothing();
    }

    /** The booking stands when the co-payment is received. Money that no reservation waits for goes back. */
    private static Decision<WalletEvent> paid(Booking booking, PaymentStatus known, TakePaymentNotification command) {
        if (known != PaymentStatus.REQUESTED && known != PaymentStatus.CANCELLED) {
            return Decision.nothing();
        }
        if (command.amountCents() != booking.citizenShareCents()) {
            return Decision.refused(
                    WalletRefusal.PAYMENT_AMOUNT_DIFFERS,
                    Map.of("expectedCents", booking.citizenShareCents(), "amountCents", command.amountCents()));
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
        Booking paid = booking.with(booking.money()
                .with(command.payment(), new CoPayment.Payment(PaymentStatus.PAID, "", command.amountCents())));
        List<WalletEvent> facts = new ArrayList<>();
        facts.add(new CoPaymentReceived(
                command.wallet(), command.booking(), command.payment(), command.amountCents(), command.at()));
        facts.addAll(paid.books(command.at()));
        return Decision.of(facts);
    }
}
