package be.vlaanderen.loopbaankrediet.wallet.wallet.pay;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentRequested;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.util.UUID;

/** The payment provider made a payment page. */
public record RecordPaymentRequest(UUID wallet, UUID booking, String payment, String checkoutUrl, Instant at) {

    /** A page for a booking that ended meanwhile is not shown to anyone, so it is not recorded. */
    public static Decision<WalletEvent> decide(Wallet wallet, RecordPaymentRequest command) {
        Booking booking = wallet.booking(command.booking());
        if (booking == null) {
            return Decision.refused(WalletRefusal.BOOKING_UNKNOWN);
        }
        if (!booking.awaitsPaymentPage() || booking.money().status(command.payment()) != null) {
            return Decision.nothing();
        }
        return Decision.of(new CoPaymentRequested(
                command.wallet(), command.booking(), command.payment(), command.checkoutUrl(), command.at()));
    }
}
