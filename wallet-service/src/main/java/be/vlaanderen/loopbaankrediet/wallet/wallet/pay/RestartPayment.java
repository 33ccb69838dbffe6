package be.vlaanderen.loopbaankrediet.wallet.wallet.pay;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentRestarted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.util.UUID;

/** The citizen stopped a payment and wants to pay after all. */
public record RestartPayment(UUID wallet, UUID booking, Instant at) {

    /** D-5: as long as the reservation stands. While a payment page is open or on its way, that one is used. */
    public static Decision<WalletEvent> decide(Wallet wallet, RestartPayment command) {
        Booking booking = wallet.booking(command.booking());
        if (booking == null) {
            return Decision.refused(WalletRefusal.BOOKING_UNKNOWN);
        }
        if (booking.status() != BookingStatus.AWAITING_PAYMENT || booking.isOverdue(command.at())) {
            return Decision.refused(WalletRefusal.NOT_AWAITING_PAYMENT);
        }
        if (booking.awaitsPaymentPage() || booking.money().openPage() != null) {
            return Decision.nothing();
        }
        return Decision.of(new PaymentRestarted(
                command.wallet(), command.booking(), booking.money().pagesAsked() + 1, command.at()));
    }
}
