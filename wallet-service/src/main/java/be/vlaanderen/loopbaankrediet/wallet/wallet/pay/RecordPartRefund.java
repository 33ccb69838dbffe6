package be.vlaanderen.loopbaankrediet.wallet.wallet.pay;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.CoPayment;
import be.vlaanderen.loopbaankrediet.wallet.wallet.PaymentStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PartRefunded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.util.UUID;

/** The payment provider took on to pay back a part of a payment (D-6). */
public record RecordPartRefund(UUID wallet, UUID booking, int part, Instant at) {

    public static Decision<WalletEvent> decide(Wallet wallet, RecordPartRefund command) {
        Booking booking = wallet.booking(command.booking());
        CoPayment.Part known = booking == null ? null : booking.money().parts().get(command.part());
        if (known == null) {
            return Decision.refused(WalletRefusal.REFUND_NOT_EXPECTED);
        }
        return known.status() == PaymentStatus.REFUNDED
                ? Decision.nothing()
                : Decision.of(new PartRefunded(command.wallet(), command.booking(), command.part(), command.at()));
    }
}
