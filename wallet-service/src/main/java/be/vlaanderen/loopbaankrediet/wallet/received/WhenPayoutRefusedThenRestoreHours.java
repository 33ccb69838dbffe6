package be.vlaanderen.loopbaankrediet.wallet.received;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** D-95: hours for which government will never pay return to the citizen. */
@Singleton
class WhenPayoutRefusedThenRestoreHours implements MessageHandler {

    /** @param neverPaid absent in messages from before it was told; empty when the claim may still be corrected */
    record PayoutRefused(UUID claim, UUID booking, @Nullable List<NeverPaid> neverPaid) {}

    record NeverPaid(UUID session, int halfHours) {}

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Bookings bookings;
    private final Clock clock;

    @Inject
    WhenPayoutRefusedThenRestoreHours(AggregateStore<Wallet, WalletEvent> wallets, Bookings bookings, Clock clock) {
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
        return "PayoutRefused.v1";
    }

    @Override
    public void on(Message message) {
        PayoutRefused said = message.as(PayoutRefused.class);
        if (said.neverPaid() == null || said.neverPaid().isEmpty()) {
            return;
        }
        int halfHours = said.neverPaid().stream().mapToInt(NeverPaid::halfHours).sum();
        UUID wallet = bookings.walletOf(said.booking()).orElseThrow(() -> new NotYet("booking " + said.booking()));
        RestoreHours command = new RestoreHours(wallet, said.booking(), said.claim(), true, halfHours, clock.instant());
        Outcome<Wallet, WalletEvent> outcome =
                wallets.handle(wallet.toString(), state -> RestoreHours.decide(state, command));
        if (outcome instanceof Outcome.Refused<Wallet, WalletEvent>) {
            throw new NotYet(
                    "the time of claim " + said.claim() + " is not used yet"); // SessionConfirmed is of another topic
        }
    }
}
