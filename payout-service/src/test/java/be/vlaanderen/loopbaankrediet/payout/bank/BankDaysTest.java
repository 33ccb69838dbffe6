package be.vlaanderen.loopbaankrediet.payout.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class BankDaysTest {

    private static final LocalTime CUT_OFF = LocalTime.of(15, 0);

    @Test
    void euro_payments_rest_in_weekends_and_on_the_closing_days_of_target() {
        for (String closed : List.of(
                "2027-01-01",
                "2027-01-02",
                "2027-01-03",
                "2027-03-26",
                "2027-03-29",
                "2028-05-01",
                "2028-12-25",
                "2028-12-26")) {
            assertFalse(BankDays.isBankDay(LocalDate.parse(closed)), closed);
        }
    }

    /** D-61. */
    @Test
    void belgian_holidays_that_are_no_closing_day_of_target_are_bank_days() {
        assertTrue(BankDays.isBankDay(LocalDate.of(2027, 7, 21)));
        assertTrue(BankDays.isBankDay(LocalDate.of(2027, 11, 11)));
    }

    @Test
    void a_file_of_before_the_cut_off_is_for_the_same_bank_day_and_one_of_after_it_for_the_next() {
        assertEquals(LocalDate.of(2027, 2, 22), BankDays.execution(Instant.parse("2027-02-22T13:59:59Z"), CUT_OFF));
        assertEquals(LocalDate.of(2027, 2, 23), BankDays.execution(Instant.parse("2027-02-22T14:00:00Z"), CUT_OFF));
        assertEquals(LocalDate.of(2027, 2, 22), BankDays.execution(Instant.parse("2027-02-19T14:00:00Z"), CUT_OFF));
        assertEquals(LocalDate.of(2027, 3, 30), BankDays.execution(Instant.parse("2027-03-25T22:30:00Z"), CUT_OFF));
    }
}
