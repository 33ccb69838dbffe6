package be.vlaanderen.loopbaankrediet.wallet.wallet.guidance;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.NOW;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.WALLET;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.awaitingPayment;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockCancelled;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.booked;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.guidanceStarted;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.hoursUsed;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Hours;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class UseHoursTest {

    @Test
    void confirmed_time_is_used_once_a_session() {
        given(Wallet.AGGREGATE, booked("b1", guidanceStarted("b1")))
                .when(use("s1", 2))
                .then(hoursUsed("b1", "s1", 2));
        given(Wallet.AGGREGATE, booked("b1", guidanceStarted("b1"), hoursUsed("b1", "s1", 2)))
                .when(use("s1", 2))
                .thenNothing();
    }

    @Test
    void a_confirmed_session_also_starts_the_guidance() {
        given(Wallet.AGGREGATE, booked("b1")).when(use("s1", 4)).then(guidanceStarted("b1"), hoursUsed("b1", "s1", 4));
    }

    @Test
    void after_two_hours_the_block_is_used_and_four_hours_are_left() {
        Wallet wallet = given(
                        Wallet.AGGREGATE,
                        booked("b1", guidanceStarted("b1"), hoursUsed("b1", "s1", 1), hoursUsed("b1", "s2", 3)))
                .state();
        assertEquals(BookingStatus.USED, wallet.bookings().get(id("b1")).status());
        assertEquals(4, wallet.usedHalfHours());
        assertEquals(0, wallet.reservedHalfHours());
        assertEquals(8, wallet.availableHalfHours());
    }

    @Test
    void time_that_is_not_confirmed_yet_stays_reserved() {
        Wallet wallet = given(Wallet.AGGREGATE, booked("b1", guidanceStarted("b1"), hoursUsed("b1", "s1", 3)))
                .state();
        assertEquals(3, wallet.usedHalfHours());
        assertEquals(1, wallet.reservedHalfHours());
        assertEquals(8, wallet.availableHalfHours());
    }

    @Test
    void delivered_time_never_exceeds_the_block() {
        given(Wallet.AGGREGATE, booked("b1", hoursUsed("b1", "s1", 3)))
                .when(use("s2", 2))
                .thenRefused(WalletRefusal.MORE_HOURS_THAN_BOOKED);
        given(Wallet.AGGREGATE, booked("b1")).when(use("s2", 0)).thenRefused(WalletRefusal.MORE_HOURS_THAN_BOOKED);
    }

    @Test
    void only_a_booked_block_is_used() {
        given(Wallet.AGGREGATE, awaitingPayment("b1")).when(use("s1", 2)).thenRefused(WalletRefusal.BLOCK_NOT_BOOKED);
        given(Wallet.AGGREGATE, booked("b1", blockCancelled("b1", 5_000)))
                .when(use("s1", 2))
                .thenRefused(WalletRefusal.BLOCK_NOT_BOOKED);
        given(Wallet.AGGREGATE).when(use("s1", 2)).thenRefused(WalletRefusal.BOOKING_UNKNOWN);
    }

    @Test
    void guidance_starts_once_and_only_in_a_booked_block() {
        given(Wallet.AGGREGATE, booked("b1")).when(start()).then(guidanceStarted("b1"));
        given(Wallet.AGGREGATE, booked("b1", guidanceStarted("b1")))
                .when(start())
                .thenNothing();
        given(Wallet.AGGREGATE, booked("b1", blockCancelled("b1", 5_000)))
                .when(start())
                .thenRefused(WalletRefusal.BLOCK_NOT_BOOKED);
        given(Wallet.AGGREGATE).when(start()).thenRefused(WalletRefusal.BOOKING_UNKNOWN);
    }

    @Test
    void people_read_hours() {
        assertEquals("0", Hours.ofHalf(0).toString());
        assertEquals("0.5", Hours.ofHalf(1).toString());
        assertEquals("1.5", Hours.ofHalf(3).toString());
        assertEquals("2", Hours.ofHalf(4).toString());
        assertEquals("20", Hours.ofHalf(40).toString());
    }

    private static Function<Wallet, Decision<WalletEvent>> use(String session, int halfHours) {
        return wallet -> UseHours.decide(wallet, new UseHours(WALLET, id("b1"), id(session), halfHours, NOW));
    }

    private static Function<Wallet, Decision<WalletEvent>> start() {
        return wallet -> StartGuidance.decide(wallet, new StartGuidance(WALLET, id("b1"), NOW));
    }
}
