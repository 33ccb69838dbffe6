package be.vlaanderen.loopbaankrediet.wallet.policies;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Policy;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent.CounsellorGone;
import be.vlaanderen.loopbaankrediet.wallet.views.Bookings;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.cancel.CancelBlock;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Booked, undelivered hours with a counsellor who is gone return to the citizen, with their co-payment (domain.md 5). */
@Singleton
class WhenCounsellorGoneThenReturnBlocks implements Policy {

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Bookings bookings;
    private final Clock clock;

    @Inject
    WhenCounsellorGoneThenReturnBlocks(AggregateStore<Wallet, WalletEvent> wallets, Bookings bookings, Clock clock) {
        this.wallets = wallets;
        this.bookings = bookings;
        this.clock = clock;
    }

    @Override
    public void on(StoredEvent event) {
        if (!(event.payload() instanceof CounsellorGone gone)) {
            return;
        }
        for (Bookings.Owned open : bookings.openWith(gone.counsellor())) {
            CancelBlock command = new CancelBlock(open.wallet(), open.booking(), clock.instant());
            // refused when nothing returns: delivered for the most part, or ended at this moment
            var unused = wallets.handle(open.wallet().toString(), wallet -> CancelBlock.decide(wallet, command));
        }
    }
}
