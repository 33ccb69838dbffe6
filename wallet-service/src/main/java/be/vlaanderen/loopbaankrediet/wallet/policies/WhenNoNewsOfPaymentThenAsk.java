package be.vlaanderen.loopbaankrediet.wallet.policies;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.wallet.outside.Payments;
import be.vlaanderen.loopbaankrediet.wallet.views.Bookings;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.TakePaymentNotification;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * A notification can be lost, and money with it. So the provider is asked about every payment of which nothing was heard for a while, also
 * when its reservation has lapsed meanwhile: that money goes back.
 */
@ApplicationScoped
class WhenNoNewsOfPaymentThenAsk {

    private static final Logger LOG = Logger.getLogger(WhenNoNewsOfPaymentThenAsk.class);
    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final Duration KEEP_ASKING = Duration.ofDays(60);
    private static final int AT_ONCE = 50;

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Bookings bookings;
    private final Payments payments;
    private final Clock clock;

    @Inject
    WhenNoNewsOfPaymentThenAsk(
            AggregateStore<Wallet, WalletEvent> wallets, Bookings bookings, Payments payments, Clock clock) {
        this.wallets = wallets;
        this.bookings = bookings;
        this.payments = payments;
        this.clock = clock;
    }

    @Scheduled(every = "{payment.ask-every}", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void ask() {
        Instant now = clock.instant();
        bookings.takePaymentsToAsk(now.minus(QUIET), now.minus(KEEP_ASKING), now, AT_ONCE)
                .forEach(this::ask);
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        bookings.forgetAsked();
    }

    private void ask(Bookings.OpenPayment open) {
        try {
            payments.ask(open.payment()).ifPresent(told -> take(open, told));
        } catch (RuntimeException e) {
            LOG.warnf("payment %s cannot be asked about now: %s", open.payment(), e.toString());
        }
    }

    private void take(Bookings.OpenPayment open, Payments.Told told) {
        TakePaymentNotification command = new TakePaymentNotification(
                open.wallet(), open.booking(), open.payment(), told.news(), told.amountCents(), clock.instant());
        Outcome<Wallet, WalletEvent> outcome =
                wallets.handle(open.wallet().toString(), wallet -> TakePaymentNotification.decide(wallet, command));
        if (outcome instanceof Outcome.Refused<Wallet, WalletEvent> refused) {
            LOG.warnf("payment %s of booking %s: %s", open.payment(), open.booking(), refused.reason());
        }
    }
}
