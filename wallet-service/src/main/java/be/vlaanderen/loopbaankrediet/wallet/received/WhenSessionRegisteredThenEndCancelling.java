package be.vlaanderen.loopbaankrediet.wallet.received;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.platform.messaging.NotYet;
import be.vlaanderen.loopbaankrediet.wallet.views.Bookings;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.guidance.StartGuidance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** A session was given: the block can no longer be cancelled as a whole. */
@Singleton
class WhenSessionRegisteredThenEndCancelling implements MessageHandler {

    record SessionRegistered(UUID booking) {}

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Bookings bookings;
    private final Clock clock;

    @Inject
    WhenSessionRegisteredThenEndCancelling(
            AggregateStore<Wallet, WalletEvent> wallets, Bookings bookings, Clock clock) {
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
        return "SessionRegistered.v1";
    }

    @Override
    public void on(Message message) {
        SessionRegistered said = message.as(SessionRegistered.class);
        UUID wallet = bookings.walletOf(said.booking()).orElseThrow(() -> new NotYet("booking " + said.booking()));
        StartGuidance command = new StartGuidance(wallet, said.booking(), clock.instant());
        var unused = wallets.handle(wallet.toString(), state -> StartGuidance.decide(state, command))
                .orThrow();
    }
}
