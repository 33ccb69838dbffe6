package be.vlaanderen.loopbaankrediet.wallet.wallet.guidance;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursRestored;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Delivered time was found undue, and the fault was not the citizen's; or it will never be paid.
 *
 * @param clawback id of the clawback, or of the claim that was refused
 */
public record RestoreHours(UUID wallet, UUID booking, UUID clawback, boolean claimRefused, int halfHours, Instant at) {

    /** Of a clawback. */
    public RestoreHours(UUID wallet, UUID booking, UUID clawback, int halfHours, Instant at) {
        this(wallet, booking, clawback, false, halfHours, at);
    }

    /** MR 4.7, D-95: hours and their part of the co-payment return to the citizen, once for each clawback or refused claim. */
    public static Decision<WalletEvent> decide(Wallet wallet, RestoreHours command) {
        Booking booking = wallet.booking(command.booking());
        if (booking == null) {
            return Decision.refused(WalletRefusal.BOOKING_UNKNOWN);
        }
        if (booking.guidance().restored().containsKey(command.clawback()) || command.halfHours() == 0) {
            return Decision.nothing();
        }
        if (command.halfHours() < 0 || command.halfHours() > booking.usedHalfHours()) {
            return Decision.refused(WalletRefusal.MORE_HOURS_THAN_USED);
        }
        Booking after = booking.with(booking.guidance().restored(command.clawback(), command.halfHours()));
        List<WalletEvent> facts = new ArrayList<>();
        facts.add(new HoursRestored(
                command.wallet(),
                command.booking(),
                command.clawback(),
                command.halfHours(),
                after.refundDueCents(),
                booking.sponsorRefundCents(after),
                command.claimRefused(),
                command.at()));
        after.refund(command.at()).ifPresent(facts::add);
        return Decision.of(facts);
    }
}
