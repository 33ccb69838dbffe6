package be.vlaanderen.loopbaankrediet.wallet.wallet.budget;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;

/** The year's budget is full, so the booking waits in order of arrival (domain.md 5). */
public record QueueBooking(BookingQueued told) {

    public static Decision<WalletEvent> decide(Wallet wallet, QueueBooking command) {
        BookingQueued told = command.told();
        Booking booking = wallet.booking(told.booking());
        if (booking == null) {
            return Decision.refused(WalletRefusal.BOOKING_UNKNOWN);
        }
        BookingQueued known = booking.queued();
        if (!booking.awaitsBudget() || (known != null && known.place() == told.place())) {
            return Decision.nothing();
        }
        return Decision.of(told);
    }
}
