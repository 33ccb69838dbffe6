package be.vlaanderen.loopbaankrediet.wallet.wallet.budget;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BudgetSecured;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Government's share is committed. */
public record SecureBudget(UUID wallet, UUID booking, Instant at) {

    /** D-5: the 14 days start when the citizen can pay, so a time in the queue takes nothing away. */
    public static Decision<WalletEvent> decide(Wallet wallet, SecureBudget command) {
        Booking booking = wallet.booking(command.booking());
        if (booking == null) {
            return Decision.refused(WalletRefusal.BOOKING_UNKNOWN);
        }
        if (!booking.awaitsBudget()) {
            return Decision.nothing();
        }
        List<WalletEvent> facts = new ArrayList<>();
        facts.add(new BudgetSecured(
                command.wallet(), command.booking(), command.at().plus(Wallet.TIME_TO_PAY), command.at()));
        if (booking.citizenShareCents() == 0) {
            facts.addAll(booking.books(command.at())); // nothing is left to pay
        }
        return Decision.of(facts);
    }
}
