package be.vlaanderen.loopbaankrediet.wallet.wallet.cancel;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursReturned;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is not delivered of a block that was given up: told by session-claims-service. */
public record ReturnHours(UUID wallet, UUID booking, int halfHours, Instant at) {

    /** D-6: a block of which 1 hour was delivered gives 1 hour back, and half the co-payment. */
    public static Decision<WalletEvent> decide(Wallet wallet, ReturnHours command) {
        Booking booking = wallet.booking(command.booking());
        if (booking == null) {
            return Decision.refused(WalletRefusal.BOOKING_UNKNOWN);
        }
        if (!booking.guidance().givingUp()) {
            return Decision.nothing();
        }
        if (command.halfHours() < 0 || command.halfHours() > booking.reservedHalfHours()) {
            return Decision.refused(WalletRefusal.MORE_HOURS_THAN_BOOKED);
        }
        Booking after = booking.delivered(booking.guidance().returned(command.halfHours()));
        List<WalletEvent> facts = new ArrayList<>();
        facts.add(new HoursReturned(
                command.wallet(),
                command.booking(),
                command.halfHours(),
                after.refundDueCents(),
                booking.sponsorRefundCents(after),
                command.at()));
        after.refund(command.at()).ifPresent(facts::add);
        return Decision.of(facts);
    }
}
