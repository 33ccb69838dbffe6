package be.vlaanderen.loopbaankrediet.wallet.wallet.guidance;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.GuidanceStarted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursUsed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The time of a confirmed session (D-8: also when 14 days passed in silence). */
public record UseHours(UUID wallet, UUID booking, UUID session, int halfHours, Instant at) {

    /** Delivered time never exceeds the block (domain.md 7); each session counts once. */
    public static Decision<WalletEvent> decide(Wallet wallet, UseHours command) {
        Booking booking = wallet.booking(command.booking());
        if (booking == null) {
            return Decision.refused(WalletRefusal.BOOKING_UNKNOWN);
        }
        if (booking.guidance().sessions().containsKey(command.session())) {
            return Decision.nothing();
        }
        if (booking.status() != BookingStatus.BOOKED) {
            return Decision.refused(WalletRefusal.BLOCK_NOT_BOOKED);
        }
        if (command.halfHours() < 1 || command.halfHours() > booking.reservedHalfHours()) {
            return Decision.refused(WalletRefusal.MORE_HOURS_THAN_BOOKED);
        }
        List<WalletEvent> facts = new ArrayList<>();
        if (!booking.guidance().started()) {
            facts.add(new GuidanceStarted(command.wallet(), command.booking(), command.at()));
        }
        facts.add(new HoursUsed(
                command.wallet(), command.booking(), command.session(), command.halfHours(), command.at()));
        return Decision.of(facts);
    }
}
