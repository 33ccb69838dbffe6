package be.vlaanderen.loopbaankrediet.wallet.wallet.pay;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.PaymentStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentRefunded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.util.UUID;

/** The payment provider took on the refund, or tells that it is done: whichever is heard first counts. */
public record RecordRefund(UUID wallet, UUID booking, String payment, Instant at) {

    public static Decision<WalletEvent> decide(Wallet wallet, RecordRefund command) {
        Booking booking = wallet.booking(command.booking());
        PaymentStatus known = booking == null ? null : booking.money().status(command.payment());
        if (booking == null || known == null) {
            return Decision.refused(WalletRefusal.PAYMENT_UNKNOWN);
        }
        return switch (known) {
            case REFUND_OWED ->
                Decision.of(
                        new CoPaymentRefunded(command.wallet(), command.booking(), command.payment(), command.at()));
            case REFUNDED -> Decision.nothing();
            case PAID, REQUESTED, CANCELLED -> Decision.refused(WalletRefusal.REFUND_NOT_EXPECTED);
        };
    }
}
