package be.vlaanderen.loopbaankrediet.wallet.wallet.pay;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.WALLET;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.awaitingPayment;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockLapsed;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockReserved;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.booked;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.bookingQueued;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.creditGranted;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.days;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockLapsed;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** D-5. */
class LapseReservationTest {

    @Test
    void unpaid_for_fourteen_days_the_reservation_lapses() {
        given(Wallet.AGGREGATE, awaitingPayment("b1"))
                .when(lapse(days(14)))
                .then(new BlockLapsed(WALLET, id("b1"), days(14)));
    }

    @Test
    void a_second_earlier_it_stands() {
        given(Wallet.AGGREGATE, awaitingPayment("b1"))
                .when(lapse(days(14).minusSeconds(1)))
                .thenNothing();
    }

    @Test
    void the_hours_return() {
        assertEquals(
                12,
                given(Wallet.AGGREGATE, awaitingPayment("b1", blockLapsed("b1")))
                        .state()
                        .availableHalfHours());
    }

    @Test
    void a_reservation_without_an_answer_about_budget_lapses_too() {
        given(Wallet.AGGREGATE, creditGranted(6), blockReserved("b1"))
                .when(lapse(days(15)))
                .then(new BlockLapsed(WALLET, id("b1"), days(15)));
    }

    @Test
    void who_waits_in_the_queue_does_not_lapse() {
        given(Wallet.AGGREGATE, creditGranted(6), blockReserved("b1"), bookingQueued("b1", 1))
                .when(lapse(days(200)))
                .thenNothing();
    }

    @Test
    void a_paid_block_does_not_lapse_and_a_lapsed_one_not_again() {
        given(Wallet.AGGREGATE, booked("b1")).when(lapse(days(15))).thenNothing();
        given(Wallet.AGGREGATE, awaitingPayment("b1", blockLapsed("b1")))
                .when(lapse(days(15)))
                .thenNothing();
    }

    private static Function<Wallet, Decision<WalletEvent>> lapse(Instant at) {
        return wallet -> LapseReservation.decide(wallet, new LapseReservation(WALLET, id("b1"), at));
    }
}
