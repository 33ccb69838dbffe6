package be.vlaanderen.loopbaankrediet.payout.clawback;

import java.util.Optional;
import java.util.UUID;

/** The structured reference of Belgian payments: ten digits and their check, mod 97 (domain 2). */
public final class StructuredReference {

    private static final long NUMBERS = 10_000_000_000L;

    private StructuredReference() {}

    /**
     * The reference for a thing.
     *
     * @param attempt from 0; another one gives another reference
     */
    public static long of(UUID thing, int attempt) {
        long number =
                Math.floorMod(thing.getMostSignificantBits() ^ thing.getLeastSignificantBits() + attempt, NUMBERS);
        return number * 100 + check(number);
    }

    /** {@code +++123/4567/89002+++}. */
    public static String format(long reference) {
        String digits = "%012d".formatted(reference);
        return "+++" + digits.substring(0, 3) + "/" + digits.substring(3, 7) + "/" + digits.substring(7) + "+++";
    }

    /** Empty when the text is no structured reference. */
    public static Optional<Long> parse(String text) {
        String digits = text.replaceAll("[+*/ ]", "");
        if (!digits.matches("[0-9]{12}")) {
            return Optional.empty();
        }
        long reference = Long.parseLong(digits);
        return check(reference / 100) == reference % 100 ? Optional.of(reference) : Optional.empty();
    }

    private static long check(long number) {
        long rest = number % 97;
        return rest == 0 ? 97 : rest;
    }
}
