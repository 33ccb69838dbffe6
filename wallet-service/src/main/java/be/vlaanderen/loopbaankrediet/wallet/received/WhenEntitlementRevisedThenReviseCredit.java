package be.vlaanderen.loopbaankrediet.wallet.received;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.grant.ReviseCredit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** D-4: hours or price of a right were judged again. */
@Singleton
class WhenEntitlementRevisedThenReviseCredit implements MessageHandler {

    record EntitlementRevised(
            UUID citizen, UUID request, int hours, long coPaymentPerHourCents, String ruleVersion, String reasonCode) {}

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Clock clock;

    @Inject
    WhenEntitlementRevisedThenReviseCredit(AggregateStore<Wallet, WalletEvent> wallets, Clock clock) {
        this.wallets = wallets;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return "loopbaankrediet.eligibility";
    }

    @Override
    public String type() {
        return "EntitlementRevised.v1";
    }

    @Override
    public void on(Message message) {
        EntitlementRevised said = message.as(EntitlementRevised.class);
        ReviseCredit command = new ReviseCredit(
                said.citizen(),
                said.request(),
                said.hours() * 2,
                said.coPaymentPerHourCents(),
                said.ruleVersion(),
                said.reasonCode(),
                clock.instant());
        var unused = wallets.handle(command.wallet().toString(), wallet -> ReviseCredit.decide(wallet, command))
                .orThrow();
    }
}
