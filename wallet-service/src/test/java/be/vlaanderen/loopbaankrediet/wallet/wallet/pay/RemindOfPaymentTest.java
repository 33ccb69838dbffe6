package be.vlaanderen.loopbaankrediet.wallet.wallet.pay;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.WALLET;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.awaitingPayment;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockReserved;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.booked;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.bookingQueued;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.creditGranted;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.days;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.id;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.paymentReminded;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentReminded;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** D-5: nobody loses a reservation unwarned. */
class RemindOfPaymentTest {

    @Test
    void three_days_before_the_reservation_lapses_the_citizen_is_reminded() {
        given(Wallet.AGGREGATE, awaitingPayment("b1"))
                .when(remind(days(11)))
                .then(new PaymentReminded(WALLET, id("b1"), days(14), days(11)));
        given(Wallet.AGGREGATE, awaitingPayment("b1"))
                .when(remind(days(11).minusSeconds(1)))
                .thenNothing();
    }

    @Test
    void nobody_is_reminded_twice() {
        given(Wallet.AGGREGATE, awaitingPayment("b1", paymentReminded("b1")))
                .when(remind(days(12)))
                .thenNothing();
    }

    @Test
    void who_paid_waits_in_the_queue_or_is_too_late_is_not_reminded() {
        given(Wallet.AGGREGATE, booked("b1")).when(remind(days(12))).thenNothing();
        given(Wallet.AGGREGATE, creditGranted(6), blockReserved("b1"), bookingQueued("b1", 1))
                .when(remind(days(12)))
                .thenNothing();
        given(Wallet.AGGREGATE, awaitingPayment("b1")).when(remind(days(14))).thenNothing();
    }

    private static Function<Wallet, Decision<WalletEvent>> remind(Instant at) {
        return wallet -> RemindOfPayment.decide(wallet, new RemindOfPayment(WALLET, id("b1"), at));
    }
}
