package be.vlaanderen.loopbaankrediet.wallet.received;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.platform.messaging.NotYet;
import be.vlaanderen.loopbaankrediet.wallet.views.Bookings;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.guidance.RestoreHours;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** MR 4.7: paid hours that were undue return to the citizen, when the fault was not theirs. */
@Singleton
class WhenClawbackDecidedThenRestoreHours implements MessageHandler {

    /** @param hoursReturn absent when nothing was said of a fault of the citizen */
    record ClawbackDecided(
            UUID clawback,
            UUID booking,
            int halfHours,
            @Nullable Boolean hoursReturn) {}

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Bookings bookings;
    private final Clock clock;

    @Inject
    WhenClawbackDecidedThenRestoreHours(AggregateStore<Wallet, WalletEvent> wallets, Bookings bookings, Clock clock) {
        this.wallets = wallets;
        this.bookings = bookings;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return "loopbaankrediet.payout";
    }

    @Override
    public String type() {
        return "ClawbackDecided.v1";
    }

    @Override
    public void on(Message message) {
        ClawbackDecided said = message.as(ClawbackDecided.class);
        if (Boolean.FALSE.equals(said.hoursReturn())) {
            return;
        }
        UUID wallet = bookings.walletOf(said.booking()).orElseThrow(() -> new NotYet("booking " + said.booking()));
        RestoreHours command =
                new RestoreHours(wallet, said.booking(), said.clawback(), said.halfHours(), clock.instant());
        var unused = wallets.handle(wallet.toString(), state -> RestoreHours.decide(state, command))
                .orThrow();
    }
}
