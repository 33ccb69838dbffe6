package be.vlaanderen.loopbaankrediet.wallet.received;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.platform.messaging.NotYet;
import be.vlaanderen.loopbaankrediet.wallet.views.Bookings;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.cancel.ReturnHours;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** D-6, D-90: what was not delivered of a block that was given up goes back to its citizen. */
@Singleton
class WhenUnusedTimeReleasedThenReturnHours implements MessageHandler {

    /** @param givenUpAt absent in messages from before it was told */
    record UnusedTimeReleased(
            UUID booking, int halfHours, @Nullable Instant givenUpAt) {}

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Bookings bookings;
    private final Clock clock;

    @Inject
    WhenUnusedTimeReleasedThenReturnHours(AggregateStore<Wallet, WalletEvent> wallets, Bookings bookings, Clock clock) {
        this.wallets = wallets;
        this.bookings = bookings;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return "loopbaankrediet.session-claims";
    }

    @Override
    public String type() {
        return "UnusedTimeReleased.v1";
    }

    @Override
    public void on(Message message) {
        UnusedTimeReleased said = message.as(UnusedTimeReleased.class);
        UUID wallet = bookings.walletOf(said.booking()).orElseThrow(() -> new NotYet("booking " + said.booking()));
        ReturnHours command =
                new ReturnHours(wallet, said.booking(), said.halfHours(), said.givenUpAt(), clock.instant());
        var unused = wallets.handle(wallet.toString(), state -> ReturnHours.decide(state, command))
                .orThrow();
    }
}
