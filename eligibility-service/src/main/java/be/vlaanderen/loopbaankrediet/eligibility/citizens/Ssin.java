package be.vlaanderen.loopbaankrediet.eligibility.citizens;

import java.util.Optional;

/** A citizen number, mod 97. Personal: it is asked at the sources and kept in the vault, and nowhere else; it never prints itself. */
public final class Ssin {

    private final String digits;

    private Ssin(String digits) {
        this.digits = digits;
    }

    /**
     * Empty when it is no citizen number.
     *
     * @param testNumbers also accept the numbers of test environments, whose month is 61 to 72
     */
    public static Optional<Ssin> of(String text, boolean testNumbers) {
        if (!text.matches("[0-9]{11}") || !month(text, testNumbers) || Integer.parseInt(text.substring(4, 6)) > 31) {
            return Optional.empty();
        }
        long number = Long.parseLong(text.substring(0, 9));
        long check = Long.parseLong(text.substring(9));
        // who was born from 2000 on has a 2 before the number that is checked
        boolean valid = 97 - number % 97 == check || 97 - (2_000_000_000L + number) % 97 == check;
        return valid ? Optional.of(new Ssin(text)) : Optional.empty();
    }

    private static boolean month(String text, boolean testNumbers) {
        int month = Integer.parseInt(text.substring(2, 4));
        // unknown, known; the same plus 20 or 40 for who is not in the national register
        return month <= 12
                || (month >= 20 && month <= 32)
                || (month >= 40 && month <= 52)
                || (testNumbers && month >= 61 && month <= 72);
    }

    /** The eleven digits. Not for logs, events or URLs. */
    public String digits() {
        return digits;
    }

    public long number() {
        return Long.parseLong(digits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ssin ssin && ssin.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return "***********";
    }
}
