package be.vlaanderen.loopbaankrediet.wallet.wallet.guidance;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.NOW;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.WALLET;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.booked;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.guidanceStarted;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.history;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.hoursRestored;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.hoursUsed;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.id;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.partRefundOwed;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.sessionUndone;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.unpaidHoursRestored;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Time that was used and does not count after all: withdrawn by the counsellor, or found undue by an officer. */
class RestoreHoursTest {

    private static final List<WalletEvent> USED =
            booked("b1", guidanceStarted("b1"), hoursUsed("b1", "s1", 3), hoursUsed("b1", "s2", 1));

    /** MR 4.7. */
    @Test
    void undue_hours_return_with_their_part_of_the_co_payment() {
        given(Wallet.AGGREGATE, USED)
                .when(restore("c1", 2))
                .then(hoursRestored("b1", "c1", 2, 2_500), partRefundOwed("b1", "p1", 1, 2_500));
        Wallet after = given(Wallet.AGGREGATE, restored()).state();
        assertEquals(12, after.grantedHalfHours());
        assertEquals(2, after.usedHalfHours());
        assertEquals(0, after.reservedHalfHours());
        assertEquals(10, after.availableHalfHours());
    }

    @Test
    void one_clawback_restores_once_and_another_the_rest() {
        given(Wallet.AGGREGATE, restored()).when(restore("c1", 2)).thenNothing();
        given(Wallet.AGGREGATE, restored())
                .when(restore("c2", 2))
                .then(hoursRestored("b1", "c2", 2, 2_500), partRefundOwed("b1", "p1", 2, 2_500));
        given(Wallet.AGGREGATE, restored()).when(restore("c2", 0)).thenNothing();
    }

    /** D-95. */
    @Test
    void time_of_a_refused_claim_returns_with_its_part_of_the_co_payment_once() {
        given(Wallet.AGGREGATE, USED)
                .when(refused("claim", 3))
                .then(unpaidHoursRestored("b1", "claim", 3, 3_750), partRefundOwed("b1", "p1", 1, 3_750));
        List<WalletEvent> back =
                history(USED, unpaidHoursRestored("b1", "claim", 3, 3_750), partRefundOwed("b1", "p1", 1, 3_750));
        assertEquals(11, given(Wallet.AGGREGATE, back).state().availableHalfHours());
        given(Wallet.AGGREGATE, back).when(refused("claim", 3)).thenNothing();
        given(Wallet.AGGREGATE, booked("b1")).when(refused("claim", 3)).thenRefused(WalletRefusal.MORE_HOURS_THAN_USED);
    }

    @Test
    void never_more_than_was_used() {
        given(Wallet.AGGREGATE, restored()).when(restore("c2", 3)).thenRefused(WalletRefusal.MORE_HOURS_THAN_USED);
        given(Wallet.AGGREGATE, booked("b1")).when(restore("c1", 1)).thenRefused(WalletRefusal.MORE_HOURS_THAN_USED);
        given(Wallet.AGGREGATE).when(restore("c1", 1)).thenRefused(WalletRefusal.BOOKING_UNKNOWN);
    }

    @Test
    void a_confirmed_session_that_is_withdrawn_is_reserved_again_and_can_be_delivered_again() {
        given(Wallet.AGGREGATE, USED).when(undo("s1")).then(sessionUndone("b1", "s1", 3));
        Wallet after = given(Wallet.AGGREGATE, history(USED, sessionUndone("b1", "s1", 3)))
                .state();
        assertEquals(BookingStatus.BOOKED, after.bookings().get(id("b1")).status());
        assertEquals(1, after.usedHalfHours());
        assertEquals(3, after.reservedHalfHours());
        assertEquals(8, after.availableHalfHours());
        given(Wallet.AGGREGATE, history(USED, sessionUndone("b1", "s1", 3)))
                .when(wallet -> UseHours.decide(wallet, new UseHours(WALLET, id("b1"), id("s3"), 3, NOW)))
                .then(hoursUsed("b1", "s3", 3));
    }

    @Test
    void a_session_that_was_not_confirmed_or_is_withdrawn_again_changes_nothing() {
        given(Wallet.AGGREGATE, USED).when(undo("s9")).thenNothing();
        given(Wallet.AGGREGATE, history(USED, sessionUndone("b1", "s1", 3)))
                .when(undo("s1"))
                .thenNothing();
    }

    @Test
    void what_a_clawback_restored_is_not_given_back_a_second_time() {
        given(Wallet.AGGREGATE, restored()).when(undo("s1")).thenRefused(WalletRefusal.HOURS_RESTORED_ALREADY);
    }

    private static List<WalletEvent> restored() {
        return history(USED, hoursRestored("b1", "c1", 2, 2_500), partRefundOwed("b1", "p1", 1, 2_500));
    }

    private static Function<Wallet, Decision<WalletEvent>> restore(String clawback, int halfHours) {
        return wallet -> RestoreHours.decide(wallet, new RestoreHours(WALLET, id("b1"), id(clawback), halfHours, NOW));
    }

    private static Function<Wallet, Decision<WalletEvent>> refused(String claim, int halfHours) {
        return wallet ->
                RestoreHours.decide(wallet, new RestoreHours(WALLET, id("b1"), id(claim), true, halfHours, NOW));
    }

    private static Function<Wallet, Decision<WalletEvent>> undo(String session) {
        return wallet -> UndoSession.decide(wallet, new UndoSession(WALLET, id("b1"), id(session), NOW));
    }
}
