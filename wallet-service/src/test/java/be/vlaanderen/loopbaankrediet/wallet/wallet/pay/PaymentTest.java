package be.vlaanderen.loopbaankrediet.wallet.wallet.pay;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.CO_PAYMENT;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.NOW;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.WALLET;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.awaitingPayment;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockBooked;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockCancelled;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockLapsed;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockReserved;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.booked;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.budgetSecured;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.coPaymentReceived;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.coPaymentRequested;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.creditGranted;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.id;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.paymentCancelled;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.paymentRestarted;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.refundOwed;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentRefunded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.SurplusPaymentReceived;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.TakePaymentNotification.News;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PaymentTest {

    @Test
    void a_payment_page_is_recorded_once() {
        given(Wallet.AGGREGATE, creditGranted(6), blockReserved("b1"), budgetSecured("b1"))
                .when(page("p1"))
                .then(coPaymentRequested("b1", "p1"));
        given(Wallet.AGGREGATE, awaitingPayment("b1")).when(page("p1")).thenNothing();
    }

    @Test
    void a_payment_page_for_a_reservation_that_ended_is_not_shown() {
        given(Wallet.AGGREGATE, creditGranted(6), blockReserved("b1"), budgetSecured("b1"), blockCancelled("b1", 0))
                .when(page("p1"))
                .thenNothing();
    }

    @Test
    void the_booking_stands_when_the_co_payment_is_received() {
        given(Wallet.AGGREGATE, awaitingPayment("b1"))
                .when(news("p1", News.PAID, CO_PAYMENT))
                .then(coPaymentReceived("b1", "p1"), blockBooked("b1"));
    }

    @Test
    void a_repeated_notification_changes_nothing() {
        given(Wallet.AGGREGATE, booked("b1"))
                .when(news("p1", News.PAID, CO_PAYMENT))
                .thenNothing();
        given(Wallet.AGGREGATE, awaitingPayment("b1", paymentCancelled("b1", "p1")))
                .when(news("p1", News.CANCELLED, CO_PAYMENT))
                .thenNothing();
    }

    @Test
    void another_amount_does_not_book() {
        given(Wallet.AGGREGATE, awaitingPayment("b1"))
                .when(news("p1", News.PAID, 4_999))
                .thenRefused(
                        WalletRefusal.PAYMENT_AMOUNT_DIFFERS, Map.of("expectedCents", 5_000L, "amountCents", 4_999L));
    }

    @Test
    void an_unknown_payment_is_refused() {
        given(Wallet.AGGREGATE, awaitingPayment("b1"))
                .when(news("p9", News.PAID, CO_PAYMENT))
                .thenRefused(WalletRefusal.PAYMENT_UNKNOWN);
        given(Wallet.AGGREGATE).when(news("p1", News.PAID, CO_PAYMENT)).thenRefused(WalletRefusal.PAYMENT_UNKNOWN);
    }

    @Test
    void money_counts_also_when_the_news_comes_after_that_of_a_cancellation() {
        given(Wallet.AGGREGATE, awaitingPayment("b1", paymentCancelled("b1", "p1")))
                .when(news("p1", News.PAID, CO_PAYMENT))
                .then(coPaymentReceived("b1", "p1"), blockBooked("b1"));
    }

    @Test
    void a_cancellation_after_the_money_changes_nothing() {
        given(Wallet.AGGREGATE, booked("b1"))
                .when(news("p1", News.CANCELLED, CO_PAYMENT))
                .thenNothing();
    }

    @Test
    void who_stops_paying_may_try_again() {
        given(Wallet.AGGREGATE, awaitingPayment("b1"))
                .when(news("p1", News.CANCELLED, CO_PAYMENT))
                .then(paymentCancelled("b1", "p1"));
        given(Wallet.AGGREGATE, awaitingPayment("b1", paymentCancelled("b1", "p1")))
                .when(restart())
                .then(paymentRestarted("b1", 2));
    }

    @Test
    void an_open_or_promised_payment_page_is_used_first() {
        given(Wallet.AGGREGATE, awaitingPayment("b1")).when(restart()).thenNothing();
        given(Wallet.AGGREGATE, awaitingPayment("b1", paymentCancelled("b1", "p1"), paymentRestarted("b1", 2)))
                .when(restart())
                .thenNothing();
    }

    @Test
    void a_booking_that_waits_for_no_payment_gets_no_payment_page() {
        given(Wallet.AGGREGATE, booked("b1")).when(restart()).thenRefused(WalletRefusal.NOT_AWAITING_PAYMENT);
        given(Wallet.AGGREGATE, awaitingPayment("b1", blockLapsed("b1")))
                .when(restart())
                .thenRefused(WalletRefusal.NOT_AWAITING_PAYMENT);
        given(Wallet.AGGREGATE, creditGranted(6)).when(restart()).thenRefused(WalletRefusal.BOOKING_UNKNOWN);
    }

    @Test
    void money_that_comes_after_the_reservation_lapsed_goes_back() {
        given(Wallet.AGGREGATE, awaitingPayment("b1", blockLapsed("b1")))
                .when(news("p1", News.PAID, CO_PAYMENT))
                .then(new SurplusPaymentReceived(WALLET, id("b1"), "p1", CO_PAYMENT, NOW), refundOwed("b1", "p1"));
    }

    @Test
    void money_that_comes_twice_for_one_booking_goes_back() {
        given(
                        Wallet.AGGREGATE,
                        awaitingPayment(
                                "b1",
                                paymentCancelled("b1", "p1"),
                                paymentRestarted("b1", 2),
                                coPaymentRequested("b1", "p2"),
                                coPaymentReceived("b1", "p2"),
                                blockBooked("b1")))
                .when(news("p1", News.PAID, CO_PAYMENT))
                .then(new SurplusPaymentReceived(WALLET, id("b1"), "p1", CO_PAYMENT, NOW), refundOwed("b1", "p1"));
    }

    @Test
    void a_refund_is_recorded_once_and_only_when_owed() {
        var owed = booked("b1", blockCancelled("b1", CO_PAYMENT), refundOwed("b1", "p1"));
        CoPaymentRefunded refunded = new CoPaymentRefunded(WALLET, id("b1"), "p1", NOW);
        given(Wallet.AGGREGATE, owed)
                .when(news("p1", News.REFUNDED, CO_PAYMENT))
                .then(refunded);
        owed.add(refunded);
        given(Wallet.AGGREGATE, owed)
                .when(news("p1", News.REFUNDED, CO_PAYMENT))
                .thenNothing();
        given(Wallet.AGGREGATE, booked("b1"))
                .when(news("p1", News.REFUNDED, CO_PAYMENT))
                .thenRefused(WalletRefusal.REFUND_NOT_EXPECTED);
    }

    private static Function<Wallet, Decision<WalletEvent>> page(String payment) {
        return wallet -> RecordPaymentRequest.decide(
                wallet, new RecordPaymentRequest(WALLET, id("b1"), payment, "https://pay.example/" + payment, NOW));
    }

    private static Function<Wallet, Decision<WalletEvent>> news(String payment, News news, long amountCents) {
        return wallet -> TakePaymentNotification.decide(
                wallet, new TakePaymentNotification(WALLET, id("b1"), payment, news, amountCents, NOW));
    }

    private static Function<Wallet, Decision<WalletEvent>> restart() {
        return wallet -> RestartPayment.decide(wallet, new RestartPayment(WALLET, id("b1"), NOW));
    }
}
