package be.vlaanderen.loopbaankrediet.wallet.wallet.cancel;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.CO_PAYMENT;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.NOW;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.WALLET;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.awaitingPayment;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockCancelled;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockGivenUp;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockLapsed;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockReserved;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.booked;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.bookingQueued;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.creditGranted;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.days;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.guidanceStarted;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.history;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.hoursReturned;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.hoursUsed;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.id;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.partRefundOwed;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.refundOwed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockGivenUp;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.UnusedTimeAskedAgain;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CancelBlockTest {

    /** D-90: a session may be registered of which this service has not heard yet. */
    @Test
    void a_paid_block_keeps_its_hours_and_money_until_it_is_known_what_was_delivered() {
        given(Wallet.AGGREGATE, booked("b1")).when(CancelBlockTest::cancel).then(blockGivenUp("b1"));
        Wallet asked = given(Wallet.AGGREGATE, booked("b1", blockGivenUp("b1"))).state();
        assertEquals(8, asked.availableHalfHours());
        assertEquals(CO_PAYMENT, asked.bookings().get(id("b1")).money().keptCents());
    }

    @Test
    void when_nothing_was_delivered_all_hours_and_all_money_return() {
        given(Wallet.AGGREGATE, booked("b1", blockGivenUp("b1")))
                .when(wallet -> returned(wallet, 4))
                .then(blockCancelled("b1", CO_PAYMENT), refundOwed("b1", "p1"));
        Wallet after = given(Wallet.AGGREGATE, booked("b1", blockGivenUp("b1"), blockCancelled("b1", CO_PAYMENT)))
                .state();
        assertEquals(12, after.availableHalfHours());
        assertFalse(after.bookings().get(id("b1")).guidance().givingUp());
    }

    @Test
    void an_answer_to_another_question_changes_nothing() {
        given(Wallet.AGGREGATE, booked("b1", blockGivenUp("b1")))
                .when(wallet -> ReturnHours.decide(wallet, new ReturnHours(WALLET, id("b1"), 4, days(-1), NOW)))
                .thenNothing();
    }

    /** D-91. */
    @Test
    void without_an_answer_it_is_asked_again_ever_less_often_and_not_once_it_is_there() {
        List<WalletEvent> asked = booked("b1", blockGivenUp("b1"));
        given(Wallet.AGGREGATE, asked).when(askAgain(Duration.ofMinutes(9))).thenNothing();
        given(Wallet.AGGREGATE, asked)
                .when(askAgain(Duration.ofMinutes(10)))
                .then(new UnusedTimeAskedAgain(WALLET, id("b1"), NOW, false, 2, NOW.plus(Duration.ofMinutes(10))));
        WalletEvent tenTimes = new UnusedTimeAskedAgain(WALLET, id("b1"), NOW, false, 10, days(2));
        given(Wallet.AGGREGATE, history(asked, tenTimes))
                .when(askAgain(Duration.ofDays(3).minusSeconds(1)))
                .thenNothing();
        given(Wallet.AGGREGATE, history(asked, tenTimes))
                .when(askAgain(Duration.ofDays(3)))
                .then(new UnusedTimeAskedAgain(WALLET, id("b1"), NOW, false, 11, days(3)));
        given(Wallet.AGGREGATE, history(asked, tenTimes))
                .when(wallet -> returned(wallet, 4))
                .then(blockCancelled("b1", CO_PAYMENT), refundOwed("b1", "p1"));
        given(Wallet.AGGREGATE, history(asked, blockCancelled("b1", CO_PAYMENT)))
                .when(askAgain(Duration.ofDays(9)))
                .thenNothing();
        given(Wallet.AGGREGATE, history(asked, guidanceStarted("b1"), hoursReturned("b1", 2, CO_PAYMENT / 2)))
                .when(askAgain(Duration.ofDays(9)))
                .thenNothing();
    }

    /** D-90, D-16. */
    @Test
    void when_the_counsellor_is_gone_a_paid_block_is_asked_about_too() {
        given(Wallet.AGGREGATE, booked("b1"))
                .when(CancelBlockTest::gone)
                .then(new BlockGivenUp(WALLET, id("b1"), true, NOW));
        given(Wallet.AGGREGATE, booked("b1", new BlockGivenUp(WALLET, id("b1"), true, NOW)))
                .when(wallet -> returned(wallet, 4))
                .then(new BlockCancelled(WALLET, id("b1"), CO_PAYMENT, 0, true, NOW), refundOwed("b1", "p1"));
    }

    @Test
    void an_hour_that_was_registered_meanwhile_does_not_return() {
        given(Wallet.AGGREGATE, booked("b1", blockGivenUp("b1"), guidanceStarted("b1")))
                .when(wallet -> returned(wallet, 2))
                .then(hoursReturned("b1", 2, CO_PAYMENT / 2), partRefundOwed("b1", "p1", 1, CO_PAYMENT / 2));
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

    /** D-6: how much is delivered is asked of session-claims-service first. */
    @Test
    void once_guidance_has_started_the_block_is_given_up_and_nothing_returns_yet() {
        given(Wallet.AGGREGATE, booked("b1", guidanceStarted("b1")))
                .when(CancelBlockTest::cancel)
                .then(blockGivenUp("b1"));
        given(Wallet.AGGREGATE, booked("b1", guidanceStarted("b1"), blockGivenUp("b1")))
                .when(CancelBlockTest::cancel)
                .thenNothing();
        assertEquals(
                8,
                given(Wallet.AGGREGATE, booked("b1", guidanceStarted("b1"), blockGivenUp("b1")))
                        .state()
                        .availableHalfHours());
    }

    @Test
    void without_a_whole_hour_left_there_is_nothing_to_give_up() {
        for (int halfHours : new int[] {3, 4}) {
            given(Wallet.AGGREGATE, booked("b1", guidanceStarted("b1"), hoursUsed("b1", "s1", halfHours)))
                    .when(CancelBlockTest::cancel)
                    .thenRefused(WalletRefusal.NO_WHOLE_HOUR_LEFT);
        }
    }

    /** D-16. */
    @Test
    void when_the_counsellor_is_gone_half_hours_go_back_as_well_and_are_asked_about_once() {
        BlockGivenUp abandoned = new BlockGivenUp(WALLET, id("b1"), true, NOW);
        given(Wallet.AGGREGATE, booked("b1", guidanceStarted("b1"), hoursUsed("b1", "s1", 3)))
                .when(CancelBlockTest::gone)
                .then(abandoned);
        given(
                        Wallet.AGGREGATE,
                        booked(
                                "b1",
                                guidanceStarted("b1"),
                                hoursUsed("b1", "s1", 3),
                                abandoned,
                                hoursReturned("b1", 0, 0)))
                .when(CancelBlockTest::gone)
                .thenNothing();
        given(Wallet.AGGREGATE, booked("b1", guidanceStarted("b1"), hoursUsed("b1", "s1", 3), abandoned))
                .when(wallet -> returned(wallet, 1))
                .then(hoursReturned("b1", 1, 1_250), partRefundOwed("b1", "p1", 1, 1_250));
    }

    /** D-94: a session is taken back or disputed after the answer. */
    @Test
    void what_is_left_with_a_counsellor_who_is_gone_is_asked_about_again_ever_less_often_until_nothing_is() {
        List<WalletEvent> answered = booked(
                "b1", guidanceStarted("b1"), new BlockGivenUp(WALLET, id("b1"), true, NOW), hoursReturned("b1", 0, 0));
        given(Wallet.AGGREGATE, answered).when(goneAfter(Duration.ofMinutes(9))).thenNothing();
        BlockGivenUp again = new BlockGivenUp(WALLET, id("b1"), true, 2, NOW.plus(Duration.ofMinutes(10)));
        given(Wallet.AGGREGATE, answered)
                .when(goneAfter(Duration.ofMinutes(10)))
                .then(again);
        given(Wallet.AGGREGATE, history(answered, again, hoursReturned("b1", 3, 3_750)))
                .when(goneAfter(Duration.ofMinutes(29)))
                .thenNothing();
        given(Wallet.AGGREGATE, history(answered, again, hoursReturned("b1", 3, 3_750)))
                .when(goneAfter(Duration.ofMinutes(30)))
                .then(new BlockGivenUp(WALLET, id("b1"), true, 3, NOW.plus(Duration.ofMinutes(30))));
        given(Wallet.AGGREGATE, history(answered, again, hoursReturned("b1", 4, CO_PAYMENT)))
                .when(goneAfter(Duration.ofDays(30)))
                .thenNothing();
    }

    @Test
    void no_two_questions_about_a_block_have_the_same_name() {
        given(Wallet.AGGREGATE, booked("b1", guidanceStarted("b1"), blockGivenUp("b1"), hoursReturned("b1", 0, 0)))
                .when(CancelBlockTest::cancel)
                .then(new BlockGivenUp(WALLET, id("b1"), false, NOW.plusMillis(1)));
    }

    @Test
    void the_citizen_hears_once_that_the_counsellor_is_gone() {
        assertTrue(new BlockGivenUp(WALLET, id("b1"), true, NOW).tellsCitizen());
        assertFalse(new BlockGivenUp(WALLET, id("b1"), true, 2, NOW).tellsCitizen());
        assertFalse(new BlockGivenUp(WALLET, id("b1"), false, NOW).tellsCitizen());
    }

    /** D-6. */
    @Test
    void one_delivered_hour_gives_one_hour_back_and_half_the_co_payment() {
        List<WalletEvent> before = booked("b1", guidanceStarted("b1"), hoursUsed("b1", "s1", 2), blockGivenUp("b1"));
        given(Wallet.AGGREGATE, before)
                .when(wallet -> returned(wallet, 2))
                .then(hoursReturned("b1", 2, CO_PAYMENT / 2), partRefundOwed("b1", "p1", 1, CO_PAYMENT / 2));
        Wallet after = given(
                        Wallet.AGGREGATE,
                        history(before, hoursReturned("b1", 2, CO_PAYMENT / 2), partRefundOwed("b1", "p1", 1, 2_500)))
                .state();
        assertEquals(10, after.availableHalfHours());
        assertEquals(2, after.usedHalfHours());
        assertEquals(0, after.reservedHalfHours());
        assertEquals(BookingStatus.USED, after.bookings().get(id("b1")).status());
    }

    @Test
    void when_everything_was_delivered_nothing_returns() {
        given(Wallet.AGGREGATE, booked("b1", guidanceStarted("b1"), blockGivenUp("b1")))
                .when(wallet -> returned(wallet, 0))
                .then(hoursReturned("b1", 0, 0));
    }

    @Test
    void what_was_not_given_up_does_not_return_and_never_more_than_is_left() {
        given(Wallet.AGGREGATE, booked("b1", guidanceStarted("b1")))
                .when(wallet -> returned(wallet, 2))
                .thenNothing();
        given(Wallet.AGGREGATE, booked("b1", guidanceStarted("b1"), hoursUsed("b1", "s1", 2), blockGivenUp("b1")))
                .when(wallet -> returned(wallet, 4))
                .thenRefused(WalletRefusal.MORE_HOURS_THAN_BOOKED);
    }

    @Test
    void a_block_of_which_nothing_was_delivered_after_all_ends_as_cancelled() {
        Wallet after = given(
                        Wallet.AGGREGATE,
                        booked("b1", guidanceStarted("b1"), blockGivenUp("b1"), hoursReturned("b1", 4, CO_PAYMENT)))
                .state();
        assertEquals(12, after.availableHalfHours());
        assertEquals(BookingStatus.CANCELLED, after.bookings().get(id("b1")).status());
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
        return CancelBlock.decide(wallet, new CancelBlock(WALLET, id("b1"), false, NOW));
    }

    private static Decision<WalletEvent> gone(Wallet wallet) {
        return CancelBlock.decide(wallet, new CancelBlock(WALLET, id("b1"), true, NOW));
    }

    private static Function<Wallet, Decision<WalletEvent>> goneAfter(Duration later) {
        return wallet -> CancelBlock.decide(wallet, new CancelBlock(WALLET, id("b1"), true, NOW.plus(later)));
    }

    private static Decision<WalletEvent> returned(Wallet wallet, int halfHours) {
        return ReturnHours.decide(wallet, new ReturnHours(WALLET, id("b1"), halfHours, NOW, NOW));
    }

    private static Function<Wallet, Decision<WalletEvent>> askAgain(Duration later) {
        return wallet -> AskAgain.decide(wallet, new AskAgain(WALLET, id("b1"), NOW.plus(later)));
    }
}
