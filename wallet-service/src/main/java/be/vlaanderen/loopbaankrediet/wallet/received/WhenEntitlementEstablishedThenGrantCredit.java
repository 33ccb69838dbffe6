package be.vlaanderen.loopbaankrediet.wallet.received;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.grant.GrantCredit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Who has the right gets the hours. */
@Singleton
class WhenEntitlementEstablishedThenGrantCredit implements MessageHandler {

    record EntitlementEstablished(
            UUID citizen, UUID request, int hours, long coPaymentPerHourCents, String ruleVersion) {}

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Clock clock;

    @Inject
    WhenEntitlementEstablishedThenGrantCredit(AggregateStore<Wallet, WalletEvent> wallets, Clock clock) {
        this.wallets = wallets;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return "loopbaankrediet.eligibility";
    }

    @Override
    public String type() {
        return "EntitlementEstablished.v1";
    }

    @Override
    public void on(Message message) {
        EntitlementEstablished established = message.as(EntitlementEstablished.class);
        GrantCredit command = new GrantCredit(
                established.citizen(),
                established.request(),
                established.hours() * 2,
                established.coPaymentPerHourCents(),
                established.ruleVersion(),
                clock.instant());
        var unused = wallets.handle(command.wallet().toString(), wallet -> GrantCredit.decide(wallet, command))
                .orThrow();
    }
}
