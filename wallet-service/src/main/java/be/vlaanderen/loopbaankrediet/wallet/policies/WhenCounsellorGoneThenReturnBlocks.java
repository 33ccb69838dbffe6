package be.vlaanderen.loopbaankrediet.wallet.policies;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.wallet.views.Bookings;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.cancel.CancelBlock;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Booked, undelivered hours with a counsellor who is gone return to the citizen, with their co-payment (domain.md 5). Looks every second, so
 * that a booking made in the very moment in which the counsellor is noticed gone returns as well; so does time that becomes free again later,
 * by a session that is taken back or disputed (D-94).
 */
@ApplicationScoped
class WhenCounsellorGoneThenReturnBlocks {

    private static final int AT_ONCE = 200;

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Bookings bookings;
    private final Clock clock;

    @Inject
    WhenCounsellorGoneThenReturnBlocks(AggregateStore<Wallet, WalletEvent> wallets, Bookings bookings, Clock clock) {
        this.wallets = wallets;
        this.bookings = bookings;
        this.clock = clock;
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        Instant now = clock.instant();
        for (Bookings.Owned open : bookings.openWithGone(now, AT_ONCE)) {
            CancelBlock command = new CancelBlock(open.wallet(), open.booking(), true, now);
            // refused when it ended at this moment
            var unused = wallets.handle(open.wallet().toString(), wallet -> CancelBlock.decide(wallet, command));
        }
    }
}
