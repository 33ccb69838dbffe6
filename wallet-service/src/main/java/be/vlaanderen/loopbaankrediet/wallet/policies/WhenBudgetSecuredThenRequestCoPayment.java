package be.vlaanderen.loopbaankrediet.wallet.policies;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Policy;
import be.vlaanderen.loopbaankrediet.wallet.outside.Payments;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BudgetSecured;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentRestarted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.RecordPaymentRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** The citizen can pay as soon as there is budget, and again after a payment that was stopped. */
@Singleton
class WhenBudgetSecuredThenRequestCoPayment implements Policy {

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Payments payments;
    private final Clock clock;

    @Inject
    WhenBudgetSecuredThenRequestCoPayment(AggregateStore<Wallet, WalletEvent> wallets, Payments payments, Clock clock) {
        this.wallets = wallets;
        this.payments = payments;
        this.clock = clock;
    }

    @Override
    public void on(StoredEvent event) {
        switch (event.payload()) {
            case BudgetSecured secured -> request(event, secured.wallet(), secured.booking(), 1);
            case PaymentRestarted restarted ->
                request(event, restarted.wallet(), restarted.booking(), restarted.attempt());
            default -> {}
        }
    }

    private void request(StoredEvent event, UUID wallet, UUID id, int attempt) {
        Booking booking = wallets.stateAfter(event).booking(id);
        if (booking == null || !booking.awaitsPaymentPage()) {
            return; // ended, or asked already
        }
        Payments.Page page = payments.request(booking, attempt);
        RecordPaymentRequest command =
                new RecordPaymentRequest(wallet, id, page.payment(), page.checkoutUrl(), clock.instant());
        var unused = wallets.handle(wallet.toString(), state -> RecordPaymentRequest.decide(state, command))
                .orThrow();
    }
}
