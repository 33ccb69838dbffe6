package be.vlaanderen.loopbaankrediet.wallet.wallet.grant;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.CO_PAYMENT;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.NOW;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.WALLET;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.awaitingPayment;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockBooked;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockCancelled;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockGivenUp;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.booked;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.coPaymentLowered;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.coPaymentReceived;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.creditGranted;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.creditRevised;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.guidanceStarted;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.hoursUsed;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.id;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.partRefundOwed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.RefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.cancel.ReturnHours;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.TakePaymentNotification;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.TakePaymentNotification.News;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ReviseCreditTest {

    @Test
    void a_new_price_holds_for_what_is_booked_from_now_on() {
        given(Wallet.AGGREGATE, creditGranted(6)).when(revise(6, 1_500)).then(creditRevised(6, 1_500));
        Wallet after = given(Wallet.AGGREGATE, creditGranted(6), creditRevised(6, 1_500))
                .state();
        assertEquals(3_000, after.coPaymentCents());
    }

    /** D-4. */
    @Test
    void a_lower_price_gives_the_difference_of_a_paid_open_block_back() {
        given(Wallet.AGGREGATE, booked("b1"))
                .when(revise(6, 1_500))
                .then(
                        creditRevised(6, 1_500),
                        coPaymentLowered("b1", 3_000, 2_000),
                        partRefundOwed("b1", "p1", 1, 2_000));
    }

    /** D-11. */
    @Test
    void who_did_not_pay_yet_pays_what_was_asked_and_gets_the_difference_back() {
        given(Wallet.AGGREGATE, awaitingPayment("b1"))
                .when(revise(6, 1_500))
                .then(creditRevised(6, 1_500), coPaymentLowered("b1", 3_000, 0));
        given(Wallet.AGGREGATE, awaitingPayment("b1", creditRevised(6, 1_500), coPaymentLowered("b1", 3_000, 0)))
                .when(wallet -> TakePaymentNotification.decide(
                        wallet, new TakePaymentNotification(WALLET, id("b1"), "p1", News.PAID, CO_PAYMENT, NOW)))
                .then(
                        coPaymentReceived("b1", "p1"),
                        blockBooked("b1"),
                        coPaymentLowered("b1", 3_000, 2_000),
                        partRefundOwed("b1", "p1", 1, 2_000));
    }

    @Test
    void after_a_lower_price_cancelling_gives_back_what_is_left_of_the_payment() {
        given(
                        Wallet.AGGREGATE,
                        booked(
                                "b1",
                                coPaymentLowered("b1", 3_000, 2_000),
                                partRefundOwed("b1", "p1", 1, 2_000),
                                blockGivenUp("b1")))
                .when(wallet -> ReturnHours.decide(wallet, new ReturnHours(WALLET, id("b1"), 4, NOW, NOW)))
                .then(blockCancelled("b1", 3_000), new RefundOwed(WALLET, id("b1"), "p1", 3_000, NOW));
    }

    @Test
    void a_higher_price_leaves_open_blocks_as_they_are() {
        given(Wallet.AGGREGATE, booked("b1")).when(revise(6, 3_000)).then(creditRevised(6, 3_000));
    }

    @Test
    void a_used_block_has_ended_and_keeps_its_price() {
        given(Wallet.AGGREGATE, booked("b1", guidanceStarted("b1"), hoursUsed("b1", "s1", 4)))
                .when(revise(6, 1_500))
                .then(creditRevised(6, 1_500));
    }

    @Test
    void fewer_hours_never_take_away_what_is_reserved_or_used() {
        Wallet withdrawn =
                given(Wallet.AGGREGATE, booked("b1", creditRevised(0, 2_500))).state();
        assertEquals(4, withdrawn.grantedHalfHours());
        assertEquals(0, withdrawn.availableHalfHours());
    }

    @Test
    void what_is_given_back_after_the_right_was_withdrawn_is_not_available_again() {
        Wallet after = given(Wallet.AGGREGATE, booked("b1", creditRevised(0, 2_500), blockCancelled("b1", CO_PAYMENT)))
                .state();
        assertEquals(0, after.grantedHalfHours());
        assertEquals(0, after.availableHalfHours());
    }

    @Test
    void a_repeat_changes_nothing() {
        given(Wallet.AGGREGATE, booked("b1", creditRevised(6, 1_500), coPaymentLowered("b1", 3_000, 2_000)))
                .when(revise(6, 1_500))
                .thenNothing();
    }

    private static Function<Wallet, Decision<WalletEvent>> revise(int hours, long price) {
        return wallet -> ReviseCredit.decide(
                wallet, new ReviseCredit(WALLET, id("request"), hours * 2, price, "2027", "EDUCATION_SHOWN", NOW));
    }
}
