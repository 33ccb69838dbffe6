package be.vlaanderen.loopbaankrediet.wallet.received;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.platform.messaging.NotYet;
import be.vlaanderen.loopbaankrediet.wallet.views.Bookings;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.budget.SecureBudget;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Government's share is committed: the citizen can pay. */
@Singleton
class WhenBudgetCommittedThenSecureBooking implements MessageHandler {

    record BudgetCommitted(UUID booking) {}

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Bookings bookings;
    private final Clock clock;

    @Inject
    WhenBudgetCommittedThenSecureBooking(AggregateStore<Wallet, WalletEvent> wallets, Bookings bookings, Clock clock) {
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
        return "BudgetCommitted.v1";
    }

    @Override
    public void on(Message message) {
        BudgetCommitted said = message.as(BudgetCommitted.class);
        UUID wallet = bookings.walletOf(said.booking()).orElseThrow(() -> new NotYet("booking " + said.booking()));
        SecureBudget command = new SecureBudget(wallet, said.booking(), clock.instant());
        var unused = wallets.handle(wallet.toString(), state -> SecureBudget.decide(state, command))
                .orThrow();
    }
}
