package be.vlaanderen.loopbaankrediet.wallet.wallet.budget;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.util.UUID;

/** The year's budget is full, so the booking waits in order of arrival (domain.md 5). */
public record QueueBooking(UUID wallet, UUID booking, int place, Instant at) {

    public static Decision<WalletEvent> decide(Wallet wallet, QueueBooking command) {
        Booking booking = wallet.booking(command.booking());
        if (booking == null) {
            return Decision.refused(WalletRefusal.BOOKING_UNKNOWN);
        }
        BookingQueued known = booking.queued();
        if (!booking.awaitsBudget() || (known != null && known.place() == command.place())) {
            return Decision.nothing();
        }
        return Decision.of(new BookingQueued(command.wallet(), command.booking(), command.place(), command.at()));
    }
}
