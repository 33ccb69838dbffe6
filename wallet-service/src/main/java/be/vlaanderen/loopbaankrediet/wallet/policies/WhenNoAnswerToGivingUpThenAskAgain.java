package be.vlaanderen.loopbaankrediet.wallet.policies;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.wallet.views.Bookings;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.cancel.AskAgain;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** D-91: looks every second for blocks that were given up and of which nobody said yet what is not delivered. */
@ApplicationScoped
class WhenNoAnswerToGivingUpThenAskAgain {

    private static final int AT_ONCE = 200;

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Bookings bookings;
    private final Clock clock;

    @Inject
    WhenNoAnswerToGivingUpThenAskAgain(AggregateStore<Wallet, WalletEvent> wallets, Bookings bookings, Clock clock) {
        this.wallets = wallets;
        this.bookings = bookings;
        this.clock = clock;
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void ask() {
        Instant now = clock.instant();
        for (Bookings.Owned due : bookings.toAskAgain(now, AT_ONCE)) {
            AskAgain command = new AskAgain(due.wallet(), due.booking(), now);
            var unused = wallets.handle(due.wallet().toString(), wallet -> AskAgain.decide(wallet, command))
                    .orThrow();
        }
    }
}
