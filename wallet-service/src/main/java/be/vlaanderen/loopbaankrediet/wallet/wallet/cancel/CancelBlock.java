package be.vlaanderen.loopbaankrediet.wallet.wallet.cancel;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockGivenUp;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.RefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.util.UUID;

/** The citizen gives a block back. */
public record CancelBlock(UUID wallet, UUID booking, Instant at) {

    /** Until the first session has started, hours and money return (domain.md 5); after it, what is not delivered (D-6). */
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
                Decision.of(new BlockCancelled(command.wallet(), command.booking(), 0, command.at()));
            case BOOKED -> booking.guidance().started() ? giveUp(booking, command) : refund(booking, command);
        };
    }

    /** How much is delivered is known to session-claims-service alone, so it is asked first. */
    private static Decision<WalletEvent> giveUp(Booking booking, CancelBlock command) {
        if (booking.guidance().givingUp()) {
            return Decision.nothing();
        }
        return booking.reservedHalfHours() < ReturnHours.WHOLE_HOUR
                ? Decision.refused(WalletRefusal.NO_WHOLE_HOUR_LEFT)
                : Decision.of(new BlockGivenUp(command.wallet(), command.booking(), command.at()));
    }

    private static Decision<WalletEvent> refund(Booking booking, CancelBlock command) {
        long refund = booking.money().keptCents();
        return Decision.of(
                new BlockCancelled(command.wallet(), command.booking(), refund, command.at()),
                new RefundOwed(
                        command.wallet(),
                        command.booking(),
                        booking.money().paidWith().orElseThrow(),
                        refund,
                        command.at()));
    }
}
