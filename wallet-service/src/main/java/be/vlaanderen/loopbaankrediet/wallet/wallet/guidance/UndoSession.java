package be.vlaanderen.loopbaankrediet.wallet.wallet.guidance;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.SessionUndone;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.util.UUID;

/** A session was withdrawn. When it had been confirmed, its time goes from used back to reserved, to be delivered again. */
public record UndoSession(UUID wallet, UUID booking, UUID session, Instant at) {

    /** Time that was restored to the citizen by a clawback is not given back a second time. */
    public static Decision<WalletEvent> decide(Wallet wallet, UndoSession command) {
        Booking booking = wallet.booking(command.booking());
        if (booking == null) {
            return Decision.refused(WalletRefusal.BOOKING_UNKNOWN);
        }
        int halfHours = booking.guidance().sessions().getOrDefault(command.session(), 0);
        if (halfHours == 0) {
            return Decision.nothing();
        }
        if (halfHours > booking.usedHalfHours()) {
            return Decision.refused(WalletRefusal.HOURS_RESTORED_ALREADY);
        }
        return Decision.of(
                new SessionUndone(command.wallet(), command.booking(), command.session(), halfHours, command.at()));
    }
}
