package be.vlaanderen.loopbaankrediet.wallet.received;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.platform.messaging.NotYet;
import be.vlaanderen.loopbaankrediet.wallet.views.Bookings;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.guidance.UseHours;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Confirmed time is used. */
@Singleton
class WhenSessionConfirmedThenUseHours implements MessageHandler {

    record SessionConfirmed(UUID session, UUID booking, int halfHours) {}

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Bookings bookings;
    private final Clock clock;

    @Inject
    WhenSessionConfirmedThenUseHours(AggregateStore<Wallet, WalletEvent> wallets, Bookings bookings, Clock clock) {
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
        return "SessionConfirmed.v1";
    }

    @Override
    public void on(Message message) {
        SessionConfirmed said = message.as(SessionConfirmed.class);
        UUID wallet = bookings.walletOf(said.booking()).orElseThrow(() -> new NotYet("booking " + said.booking()));
        UseHours command = new UseHours(wallet, said.booking(), said.session(), said.halfHours(), clock.instant());
        var unused = wallets.handle(wallet.toString(), state -> UseHours.decide(state, command))
                .orThrow();
    }
}
