package be.vlaanderen.loopbaankrediet.wallet.wallet.cancel;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.CO_PAYMENT;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.NOW;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.WALLET;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.awaitingPayment;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockCancelled;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockLapsed;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockReserved;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.booked;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.bookingQueued;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.creditGranted;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.guidanceStarted;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.hoursUsed;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.id;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.refundOwed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import org.junit.jupiter.api.Test;

class CancelBlockTest {

    @Test
    void before_the_first_session_hours_and_money_return() {
        given(Wallet.AGGREGATE, booked("b1"))
                .when(CancelBlockTest::cancel)
                .then(blockCancelled("b1", CO_PAYMENT), refundOwed("b1", "p1"));
        assertEquals(
                12,
                given(Wallet.AGGREGATE, booked("b1", blockCancelled("b1", CO_PAYMENT)))
                        .state()
                        .availableHalfHours());
    }

    @Test
    void an_unpaid_or_queued_block_is_cancelled_without_a_refund() {
        given(Wallet.AGGREGATE, awaitingPayment("b1"))
                .when(CancelBlockTest::cancel)
                .then(blockCancelled("b1", 0));
        given(Wallet.AGGREGATE, creditGranted(6), blockReserved("b1"), bookingQueued("b1", 2))
                .when(CancelBlockTest::cancel)
                .then(blockCancelled("b1", 0));
    }

    @Test
    void a_repeat_changes_nothing() {
        given(Wallet.AGGREGATE, booked("b1", blockCancelled("b1", CO_PAYMENT), refundOwed("b1", "p1")))
                .when(CancelBlockTest::cancel)
                .thenNothing();
    }

    /** D-6. */
    @Test
    void once_guidance_has_started_the_block_cannot_be_cancelled_as_a_whole() {
        given(Wallet.AGGREGATE, booked("b1", guidanceStarted("b1")))
                .when(CancelBlockTest::cancel)
                .thenRefused(WalletRefusal.GUIDANCE_STARTED);
        given(Wallet.AGGREGATE, booked("b1", guidanceStarted("b1"), hoursUsed("b1", "s1", 4)))
                .when(CancelBlockTest::cancel)
                .thenRefused(WalletRefusal.GUIDANCE_STARTED);
    }

    @Test
    void a_lapsed_or_unknown_booking_cannot_be_cancelled() {
        given(Wallet.AGGREGATE, awaitingPayment("b1", blockLapsed("b1")))
                .when(CancelBlockTest::cancel)
                .thenRefused(WalletRefusal.BOOKING_LAPSED);
        given(Wallet.AGGREGATE, creditGranted(6))
                .when(CancelBlockTest::cancel)
                .thenRefused(WalletRefusal.BOOKING_UNKNOWN);
    }

    private static Decision<WalletEvent> cancel(Wallet wallet) {
        return CancelBlock.decide(wallet, new CancelBlock(WALLET, id("b1"), NOW));
    }
}
