package be.vlaanderen.loopbaankrediet.wallet.policies;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.wallet.views.Bookings;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.LapseReservation;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** D-5: looks every second which reservations are past their last day for paying. */
@ApplicationScoped
class WhenUnpaidInTimeThenLapse {

    private static final int AT_ONCE = 200;

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Bookings bookings;
    private final Clock clock;

    @Inject
    WhenUnpaidInTimeThenLapse(AggregateStore<Wallet, WalletEvent> wallets, Bookings bookings, Clock clock) {
        this.wallets = wallets;
        this.bookings = bookings;
        this.clock = clock;
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lapse() {
        Instant now = clock.instant();
        for (Bookings.Owned due : bookings.unpaidAt(now, AT_ONCE)) {
            LapseReservation command = new LapseReservation(due.wallet(), due.booking(), now);
            var unused = wallets.handle(due.wallet().toString(), wallet -> LapseReservation.decide(wallet, command))
                    .orThrow();
        }
    }
}
