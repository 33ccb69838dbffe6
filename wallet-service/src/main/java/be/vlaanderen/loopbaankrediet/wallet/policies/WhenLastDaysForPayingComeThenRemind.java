package be.vlaanderen.loopbaankrediet.wallet.policies;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.wallet.views.Bookings;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.RemindOfPayment;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** D-5: looks every second which reservations are about to lapse, so that nobody loses a place unwarned. */
@ApplicationScoped
class WhenLastDaysForPayingComeThenRemind {

    private static final int AT_ONCE = 200;

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Bookings bookings;
    private final Clock clock;

    @Inject
    WhenLastDaysForPayingComeThenRemind(AggregateStore<Wallet, WalletEvent> wallets, Bookings bookings, Clock clock) {
        this.wallets = wallets;
        this.bookings = bookings;
        this.clock = clock;
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void remind() {
        Instant now = clock.instant();
        for (Bookings.Owned due : bookings.toRemind(now, now.plus(RemindOfPayment.AHEAD), AT_ONCE)) {
            RemindOfPayment command = new RemindOfPayment(due.wallet(), due.booking(), now);
            var unused = wallets.handle(due.wallet().toString(), wallet -> RemindOfPayment.decide(wallet, command))
                    .orThrow();
        }
    }
}
