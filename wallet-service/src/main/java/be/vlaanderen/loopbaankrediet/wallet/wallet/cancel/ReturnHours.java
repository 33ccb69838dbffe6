package be.vlaanderen.loopbaankrediet.wallet.wallet.cancel;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Guidance;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursReturned;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.RefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is not delivered of a block that was given up: told by session-claims-service.
 *
 * @param givenUpAt the question that it answers; null in messages from before it was told
 */
public record ReturnHours(
        UUID wallet, UUID booking, int halfHours, @Nullable Instant givenUpAt, Instant at) {

    /**
     * D-6: a block of which 1 hour was delivered gives 1 hour back, and half the co-payment; one of which nothing was registered is cancelled
     * with all of it (D-90). Only an answer to the question that is open counts.
     */
    public static Decision<WalletEvent> decide(Wallet wallet, ReturnHours command) {
        Booking booking = wallet.booking(command.booking());
        if (booking == null) {
            return Decision.refused(WalletRefusal.BOOKING_UNKNOWN);
        }
        Guidance.Question question = booking.guidance().question();
        if (question == null
                || (command.givenUpAt() != null && !command.givenUpAt().equals(question.givenUpAt()))) {
            return Decision.nothing();
        }
        if (command.halfHours() < 0 || command.halfHours() > booking.reservedHalfHours()) {
            return Decision.refused(WalletRefusal.MORE_HOURS_THAN_BOOKED);
        }
        if (!booking.guidance().started() && command.halfHours() == booking.reservedHalfHours()) {
            return cancelled(booking, question, command);
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

    private static Decision<WalletEvent> cancelled(Booking booking, Guidance.Question question, ReturnHours command) {
        long refund = booking.money().keptCents();
        List<WalletEvent> facts = new ArrayList<>();
        facts.add(new BlockCancelled(
                command.wallet(),
                command.booking(),
                refund,
                booking.sponsorDueCents(),
                question.counsellorGone(),
                command.at()));
        if (refund > 0) {
            facts.add(new RefundOwed(
                    command.wallet(),
                    command.booking(),
                    booking.money().paidWith().orElseThrow(),
                    refund,
                    command.at()));
        }
        return Decision.of(facts);
    }
}
