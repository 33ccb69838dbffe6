package be.vlaanderen.loopbaankrediet.outsideworld;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Citizen number (INSZ): birth day, serial, and a mod 97 check. Months 21 to 32 and 41 to 52 are numbers of the Crossroads Bank, 61 to 72
 * test numbers.
 */
public record Ssin(String digits) {

    public static boolean isValid(@Nullable String text) {
        return text != null
                && text.matches("[0-9]{11}")
                && (checks(text, "") || checks(text, "2"))
                && birthDate(text) != null;
    }

    /** Unknown parts of the birth day count as the first. */
    public LocalDate birthDate() {
        LocalDate date = birthDate(digits);
        if (date == null) {
            throw new IllegalStateException("not a citizen number");
        }
        return date;
    }

    /** Serial numbers of men are odd. */
    public boolean isMale() {
        return Integer.parseInt(digits.substring(6, 9)) % 2 == 1;
    }

    private static @Nullable LocalDate birthDate(String digits) {
        int year = Integer.parseInt(digits.substring(0, 2)) + (checks(digits, "") ? 1900 : 2000);
        int month = Integer.parseInt(digits.substring(2, 4));
        int day = Integer.parseInt(digits.substring(4, 6));
        if (month > 72) {
            return null;
        }
        try {
            return LocalDate.of(year, Math.max(1, month % 20), Math.max(1, day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Who is born in or after 2000 has a 2 before the nine digits that are checked. */
    private static boolean checks(String digits, String century) {
        long number = Long.parseLong(century + digits.substring(0, 9));
        return 97 - number % 97 == Long.parseLong(digits.substring(9));
    }
}
