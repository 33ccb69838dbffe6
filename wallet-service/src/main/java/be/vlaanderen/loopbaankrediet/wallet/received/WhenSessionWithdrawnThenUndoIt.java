package be.vlaanderen.loopbaankrediet.wallet.received;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.platform.messaging.NotYet;
import be.vlaanderen.loopbaankrediet.wallet.views.Bookings;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.guidance.UndoSession;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** The time of a session that was confirmed and does not count after all can be delivered again. */
@Singleton
class WhenSessionWithdrawnThenUndoIt implements MessageHandler {

    record SessionWithdrawn(UUID booking, UUID session) {}

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Bookings bookings;
    private final Clock clock;

    @Inject
    WhenSessionWithdrawnThenUndoIt(AggregateStore<Wallet, WalletEvent> wallets, Bookings bookings, Clock clock) {
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
        return "SessionWithdrawn.v1";
    }

    @Override
    public void on(Message message) {
        SessionWithdrawn said = message.as(SessionWithdrawn.class);
        UUID wallet = bookings.walletOf(said.booking()).orElseThrow(() -> new NotYet("booking " + said.booking()));
        UndoSession command = new UndoSession(wallet, said.booking(), said.session(), clock.instant());
        var unused = wallets.handle(wallet.toString(), state -> UndoSession.decide(state, command))
                .orThrow();
    }
}
