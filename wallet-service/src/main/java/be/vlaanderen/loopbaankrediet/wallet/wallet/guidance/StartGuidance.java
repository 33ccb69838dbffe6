package be.vlaanderen.loopbaankrediet.wallet.wallet.guidance;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.GuidanceStarted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.util.UUID;

/** The counsellor registered a session: cancelling the block as a whole ends here. */
public record StartGuidance(UUID wallet, UUID booking, Instant at) {

    public static Decision<WalletEvent> decide(Wallet wallet, StartGuidance command) {
        Booking booking = wallet.booking(command.booking());
        if (booking == null) {
            return Decision.refused(WalletRefusal.BOOKING_UNKNOWN);
        }
        if (booking.guidance().started()) {
            return Decision.nothing();
        }
        return booking.status() == BookingStatus.BOOKED
                ? Decision.of(new GuidanceStarted(command.wallet(), command.booking(), command.at()))
                : Decision.refused(WalletRefusal.BLOCK_NOT_BOOKED);
    }
}
