package be.vlaanderen.loopbaankrediet.wallet.wallet.cancel;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Guidance;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.UnusedTimeAskedAgain;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.util.UUID;

/** D-91: nobody said yet what is not delivered of a block that was given up, so it is asked again. */
public record AskAgain(UUID wallet, UUID booking, Instant at) {

    public static Decision<WalletEvent> decide(Wallet wallet, AskAgain command) {
        Booking booking = wallet.booking(command.booking());
        if (booking == null) {
            return Decision.refused(WalletRefusal.BOOKING_UNKNOWN);
        }
        Guidance.Question open = booking.guidance().question();
        return open == null || command.at().isBefore(open.askAgainAt())
                ? Decision.nothing()
                : Decision.of(new UnusedTimeAskedAgain(
                        command.wallet(),
                        command.booking(),
                        open.givenUpAt(),
                        open.counsellorGone(),
                        open.times() + 1,
                        command.at()));
    }
}
