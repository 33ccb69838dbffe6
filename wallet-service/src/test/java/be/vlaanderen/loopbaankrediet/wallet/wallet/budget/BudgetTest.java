package be.vlaanderen.loopbaankrediet.wallet.wallet.budget;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.NOW;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.WALLET;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.awaitingPayment;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockLapsed;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockReserved;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.bookingQueued;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.budgetSecured;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.creditGranted;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.days;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BudgetSecured;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BudgetTest {

    @Test
    void with_budget_the_citizen_has_fourteen_days_to_pay() {
        given(Wallet.AGGREGATE, creditGranted(6), blockReserved("b1"))
                .when(secure(NOW))
                .then(budgetSecured("b1"));
    }

    @Test
    void the_fourteen_days_start_after_the_queue() {
        given(Wallet.AGGREGATE, creditGranted(6), blockReserved("b1"), bookingQueued("b1", 3))
                .when(secure(days(40)))
                .then(new BudgetSecured(WALLET, id("b1"), days(54), days(40)));
    }

    @Test
    void budget_is_secured_once() {
        given(Wallet.AGGREGATE, creditGranted(6), blockReserved("b1"), budgetSecured("b1"))
                .when(secure(NOW))
                .thenNothing();
        given(Wallet.AGGREGATE, awaitingPayment("b1")).when(secure(NOW)).thenNothing();
    }

    @Test
    void budget_for_a_reservation_that_ended_changes_nothing() {
        given(Wallet.AGGREGATE, creditGranted(6), blockReserved("b1"), blockLapsed("b1"))
                .when(secure(NOW))
                .thenNothing();
    }

    @Test
    void a_citizen_sees_the_place_in_the_queue_and_keeps_the_hours() {
        var scenario = given(Wallet.AGGREGATE, creditGranted(6), blockReserved("b1"));
        scenario.when(queue(3)).then(bookingQueued("b1", 3));
        assertEquals(8, scenario.state().availableHalfHours());
    }

    @Test
    void a_new_place_is_recorded_and_the_same_is_not() {
        var queued = given(Wallet.AGGREGATE, creditGranted(6), blockReserved("b1"), bookingQueued("b1", 3));
        queued.when(queue(2)).then(bookingQueued("b1", 2));
        queued.when(queue(3)).thenNothing();
    }

    @Test
    void who_can_pay_does_not_go_back_to_the_queue() {
        given(Wallet.AGGREGATE, creditGranted(6), blockReserved("b1"), budgetSecured("b1"))
                .when(queue(1))
                .thenNothing();
    }

    @Test
    void an_unknown_booking_is_refused() {
        given(Wallet.AGGREGATE).when(secure(NOW)).thenRefused(WalletRefusal.BOOKING_UNKNOWN);
        given(Wallet.AGGREGATE).when(queue(1)).thenRefused(WalletRefusal.BOOKING_UNKNOWN);
    }

    private static Function<Wallet, Decision<WalletEvent>> secure(Instant at) {
        return wallet -> SecureBudget.decide(wallet, new SecureBudget(WALLET, id("b1"), at));
    }

    private static Function<Wallet, Decision<WalletEvent>> queue(int place) {
        return wallet -> QueueBooking.decide(
                wallet, new QueueBooking(new BookingQueued(WALLET, id("b1"), place, null, null, null, null, NOW)));
    }

    @Test
    void the_expected_day_follows_from_the_place_and_the_monthly_quota() {
        LocalDate today = LocalDate.of(2027, 3, 10);
        assertEquals(LocalDate.of(2028, 1, 1), told(null, "2028-01-01").expectedOn(700, today));
        assertEquals(LocalDate.of(2027, 4, 1), told(100, "2027-04-01").expectedOn(100, today));
        assertEquals(LocalDate.of(2027, 5, 1), told(100, "2027-04-01").expectedOn(101, today));
        assertEquals(LocalDate.of(2027, 6, 1), told(100, "2027-04-01").expectedOn(1, LocalDate.of(2027, 5, 2)));
        assertNull(told(100, null).expectedOn(1, today));
    }

    private static BookingQueued told(@Nullable Integer quota, @Nullable String room) {
        return new BookingQueued(
                WALLET, id("b1"), 9, 2027, 12L, quota, room == null ? null : LocalDate.parse(room), NOW);
    }
}
