package be.vlaanderen.loopbaankrediet.eligibility.cheques;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file: what it says, or why it is refused. Personal: it never prints itself.
 *
 * @param line number in the file; the header is line 1
 * @param amountCents what the citizen paid for an unused cheque; 0 for a used one
 * @param iban of who bought an unused cheque
 */
record ChequeLine(
        long line,
        String ssin,
        @Nullable LocalDate day,
        long amountCents,
        @Nullable String iban,
        @Nullable LineProblem problem) {

    private static final long MOST_CENTS = 100_000;
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    /** Pure. @param citizen true for a citizen number that is accepted */
    static ChequeLine read(ChequeFile file, long line, String text, Predicate<String> citizen) {
        String[] fields = text.strip().split(",", -1);
        if (fields.length != file.header.split(",", -1).length) {
            return refused(line, LineProblem.COLUMNS);
        }
        if (!citizen.test(fields[0])) {
            return refused(line, LineProblem.CITIZEN_NUMBER);
        }
        LocalDate day = day(fields[1]);
        if (day == null) {
            return refused(line, LineProblem.DAY);
        }
        if (file == ChequeFile.USED_CHEQUES) {
            return new ChequeLine(line, fields[0], day, 0, null, null);
        }
        if (!fields[2].matches("[0-9]{1,6}")
                || Long.parseLong(fields[2]) == 0
                || Long.parseLong(fields[2]) > MOST_CENTS) {
            return refused(line, LineProblem.AMOUNT);
        }
        String iban = fields[3].replace(" ", "");
        return iban(iban)
                ? new ChequeLine(line, fields[0], day, Long.parseLong(fields[2]), iban, null)
                : refused(line, LineProblem.IBAN);
    }

    static ChequeLine refused(long line, LineProblem problem) {
        return new ChequeLine(line, "", null, 0, null, problem);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** ISO 13616: country and check digits moved to the end, letters as numbers, modulo 97 is 1. */
    private static boolean iban(String text) {
        if (!text.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (text.substring(4) + text.substring(0, 4)).chars().forEach(each -> digits.append(Character.digit(each, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue() == 1;
    }

    @Override
    public String toString() {
        return "line " + line;
    }
}
