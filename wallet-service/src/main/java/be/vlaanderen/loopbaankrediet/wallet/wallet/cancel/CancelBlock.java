package be.vlaanderen.loopbaankrediet.wallet.wallet.cancel;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockGivenUp;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.util.UUID;

/**
 * A block goes back.
 *
 * @param counsellorGone that is why; else the citizen wants it
 */
public record CancelBlock(UUID wallet, UUID booking, boolean counsellorGone, Instant at) {

    private static final int WHOLE_HOUR = 2;

    /**
     * What is not paid yet is cancelled at once. Of a paid block returns what is not delivered: everything before the first session (domain.md 5),
     * whole hours after it (D-6). A session can be registered of which this service has not heard yet, so how much that is is asked first (D-90).
     */
    public static Decision<WalletEvent> decide(Wallet wallet, CancelBlock command) {
        Booking booking = wallet.booking(command.booking());
        if (booking == null) {
            return Decision.refused(WalletRefusal.BOOKING_UNKNOWN);
        }
        return switch (booking.status()) {
            case CANCELLED -> Decision.nothing();
            case LAPSED -> Decision.refused(WalletRefusal.BOOKING_LAPSED);
            case USED -> Decision.refused(WalletRefusal.NO_WHOLE_HOUR_LEFT);
            case RESERVED, QUEUED, AWAITING_PAYMENT ->
                Decision.of(new BlockCancelled(
                        command.wallet(), command.booking(), 0, 0, command.counsellorGone(), command.at()));
            case BOOKED -> giveUp(booking, command);
        };
    }

    private static Decision<WalletEvent> giveUp(Booking booking, CancelBlock command) {
        int times = command.counsellorGone() ? booking.guidance().timesToAskGone(command.at()) : 0;
        if (booking.guidance().givingUp() || (command.counsellorGone() && times == 0)) {
            return Decision.nothing();
        }
        // D-16: half hours as well when the counsellor is gone
        int least = command.counsellorGone() ? 1 : WHOLE_HOUR;
        return booking.reservedHalfHours() < least
                ? Decision.refused(WalletRefusal.NO_WHOLE_HOUR_LEFT)
                : Decision.of(new BlockGivenUp(
                        command.wallet(),
                        command.booking(),
                        command.counsellorGone(),
                        times,
                        booking.guidance().nameOfQuestion(command.at())));
    }
}
