package be.vlaanderen.loopbaankrediet.wallet.policies;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Policy;
import be.vlaanderen.loopbaankrediet.wallet.outside.Payments;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.PaymentStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PartRefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.RefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.RecordPartRefund;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.RecordRefund;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Money that is not ours goes back the way it came. A crash halfway repeats the call; the provider knows its reference. */
@Singleton
class WhenRefundOwedThenRefund implements Policy {

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Payments payments;
    private final Clock clock;

    @Inject
    WhenRefundOwedThenRefund(AggregateStore<Wallet, WalletEvent> wallets, Payments payments, Clock clock) {
        this.wallets = wallets;
        this.payments = payments;
        this.clock = clock;
    }

    @Override
    public void on(StoredEvent event) {
        switch (event.payload()) {
            case RefundOwed owed -> refund(owed);
            case PartRefundOwed owed -> refund(owed);
            default -> {}
        }
    }

    private void refund(RefundOwed owed) {
        Booking booking = wallets.state(owed.wallet().toString()).booking(owed.booking());
        if (booking == null || booking.money().status(owed.payment()) != PaymentStatus.REFUND_OWED) {
            return; // done already
        }
        payments.refund(owed.payment(), owed.amountCents());
        RecordRefund command = new RecordRefund(owed.wallet(), owed.booking(), owed.payment(), clock.instant());
        var unused = wallets.handle(owed.wallet().toString(), state -> RecordRefund.decide(state, command))
                .orThrow();
    }

    private void refund(PartRefundOwed owed) {
        Booking booking = wallets.state(owed.wallet().toString()).booking(owed.booking());
        if (booking == null || !booking.money().isOwed(owed.part())) {
            return; // done already
        }
        payments.refundPart(owed.payment(), owed.part(), owed.amountCents());
        RecordPartRefund command = new RecordPartRefund(owed.wallet(), owed.booking(), owed.part(), clock.instant());
        var unused = wallets.handle(owed.wallet().toString(), state -> RecordPartRefund.decide(state, command))
                .orThrow();
    }
}
