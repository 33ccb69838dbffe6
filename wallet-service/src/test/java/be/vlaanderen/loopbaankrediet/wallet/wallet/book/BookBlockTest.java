package be.vlaanderen.loopbaankrediet.wallet.wallet.book;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.COUNSELLOR;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.NOW;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.REFERENCE;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.WALLET;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockCancelled;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockLapsed;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockReserved;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.booked;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.creditGranted;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.days;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.guidanceStarted;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.hoursUsed;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockReserved;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CreditGranted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BookBlockTest {

    @Test
    void a_block_of_two_hours_is_reserved_for_fourteen_days() {
        given(Wallet.AGGREGATE, creditGranted(6))
                .when(book("b1"))
                .then(new BlockReserved(
                        WALLET, id("b1"), COUNSELLOR, 4, 5_000, "K7WQ2MHN", days(14), null, 0, REFERENCE, NOW));
    }

    @Test
    void the_low_skilled_pay_thirty_euro_for_a_block() {
        given(Wallet.AGGREGATE, new CreditGranted(WALLET, id("request"), 12, 1_500, "2027", NOW))
                .when(book("b1"))
                .then(new BlockReserved(
                        WALLET, id("b1"), COUNSELLOR, 4, 3_000, "K7WQ2MHN", days(14), null, 0, REFERENCE, NOW));
    }

    @Test
    void a_citizen_cannot_book_more_than_the_hours_left() {
        given(Wallet.AGGREGATE, creditGranted(6), blockReserved("b1"), blockReserved("b2"), blockReserved("b3"))
                .when(book("b4"))
                .thenRefused(WalletRefusal.NOT_ENOUGH_CREDIT, Map.of("available", BigDecimal.ZERO));
    }

    @Test
    void who_has_no_credit_cannot_book() {
        given(Wallet.AGGREGATE).when(book("b1")).thenRefused(WalletRefusal.NOT_ENOUGH_CREDIT);
    }

    @Test
    void used_hours_stay_used() {
        given(
                        Wallet.AGGREGATE,
                        booked(
                                "b1",
                                guidanceStarted("b1"),
                                hoursUsed("b1", "s1", 4),
                                blockReserved("b2"),
                                blockReserved("b3")))
                .when(book("b4"))
                .thenRefused(WalletRefusal.NOT_ENOUGH_CREDIT);
    }

    @Test
    void hours_of_lapsed_and_cancelled_blocks_can_be_booked_again() {
        var wallet = given(
                Wallet.AGGREGATE,
                creditGranted(2),
                blockReserved("b1"),
                blockLapsed("b1"),
                blockReserved("b2"),
                blockCancelled("b2", 0));
        assertEquals(1, wallet.when(book("b3")).events().size());
    }

    @Test
    void only_a_registered_counsellor_can_be_booked() {
        given(Wallet.AGGREGATE, creditGranted(6))
                .when(wallet -> BookBlock.decide(wallet, Counsellor.UNKNOWN, command("b1", "K7WQ2MHN")))
                .thenRefused(WalletRefusal.COUNSELLOR_NOT_BOOKABLE);
    }

    @Test
    void a_repeated_booking_changes_nothing_and_keeps_the_first_code() {
        given(Wallet.AGGREGATE, creditGranted(6), blockReserved("b1"))
                .when(wallet -> BookBlock.decide(wallet, Counsellor.BOOKABLE, command("b1", "ANOTHER2")))
                .thenNothing();
    }

    @Test
    void a_code_has_eight_characters_that_do_not_look_alike() {
        Set<String> codes = new HashSet<>();
        Random random = new Random(2027);
        for (int i = 0; i < 1_000; i++) {
            String code = SessionCode.next(random);
            assertTrue(code.matches("[2-9A-HJKMNP-Z]{8}"), code);
            codes.add(code);
        }
        assertEquals(1_000, codes.size());
    }

    private static Function<Wallet, Decision<WalletEvent>> book(String booking) {
        return wallet -> BookBlock.decide(wallet, Counsellor.BOOKABLE, command(booking, "K7WQ2MHN"));
    }

    private static BookBlock command(String booking, String code) {
        return new BookBlock(WALLET, id(booking), COUNSELLOR, null, code, REFERENCE, LocalDate.of(2027, 3, 1), NOW);
    }
}
