package be.vlaanderen.loopbaankrediet.providerregistry.vault;

import java.util.Optional;
import java.util.regex.Pattern;

/** A citizen number (rijksregisternummer or bis number): eleven digits, the last two are 97 less the rest modulo 97. */
public final class Ssin {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{11}");
    private static final long BORN_SINCE_2000 = 2_000_000_000L;

    private Ssin() {}

    /**
     * The number without separators; empty when it is none.
     *
     * @param testNumbers whether the numbers of test persons are accepted, whose month is 61 to 72
     */
    public static Optional<String> read(String text, boolean testNumbers) {
        String digits = text.replaceAll("[ .-]", "");
        if (!SHAPE.matcher(digits).matches()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(digits.substring(2, 4));
        int day = Integer.parseInt(digits.substring(4, 6));
        // 0 stands for an unknown day or month; a bis number adds 20 or 40 to the month
        boolean knownMonth = month < 60 ? month % 20 <= 12 : testNumbers && month > 60 && month <= 72;
        return knownMonth && day <= 31 && checked(digits) ? Optional.of(digits) : Optional.empty();
    }

    private static boolean checked(String digits) {
        long body = Long.parseLong(digits.substring(0, 9));
        long check = Long.parseLong(digits.substring(9));
        return check == 97 - body % 97 || check == 97 - (BORN_SINCE_2000 + body) % 97;
    }
}
