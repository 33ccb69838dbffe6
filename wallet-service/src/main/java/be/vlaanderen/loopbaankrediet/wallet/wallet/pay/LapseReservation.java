package be.vlaanderen.loopbaankrediet.wallet.wallet.pay;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockLapsed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.util.UUID;

/** D-5: unpaid for 14 days, the reservation lapses and the hours return. */
public record LapseReservation(UUID wallet, UUID booking, Instant at) {

    public static Decision<WalletEvent> decide(Wallet wallet, LapseReservation command) {
        Booking booking = wallet.booking(command.booking());
        if (booking == null) {
            return Decision.refused(WalletRefusal.BOOKING_UNKNOWN);
        }
        return booking.isOverdue(command.at())
                ? Decision.of(new BlockLapsed(command.wallet(), command.booking(), command.at()))
                : Decision.nothing();
    }
}
