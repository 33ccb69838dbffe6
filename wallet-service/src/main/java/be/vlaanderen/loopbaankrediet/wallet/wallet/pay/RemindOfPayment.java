package be.vlaanderen.loopbaankrediet.wallet.wallet.pay;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentReminded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** D-5: three days before a reservation lapses the citizen hears of it, once. */
public record RemindOfPayment(UUID wallet, UUID booking, Instant at) {

    public static final Duration AHEAD = Duration.ofDays(3);

    public static Decision<WalletEvent> decide(Wallet wallet, RemindOfPayment command) {
        Booking booking = wallet.booking(command.booking());
        if (booking == null) {
            return Decision.refused(WalletRefusal.BOOKING_UNKNOWN);
        }
        return booking.wantsReminder(command.at(), AHEAD) && !booking.isOverdue(command.at())
                ? Decision.of(new PaymentReminded(
                        command.wallet(), command.booking(), Objects.requireNonNull(booking.payBefore()), command.at()))
                : Decision.nothing();
    }
}
