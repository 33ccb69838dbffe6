package be.vlaanderen.loopbaankrediet.wallet.wallet.pay;

import java.util.UUID;

/** The structured reference of a bank transfer (OGM): ten digits and their remainder modulo 97. */
public final class StructuredReference {

    private static final long NUMBERS = 10_000_000_000L;

    private StructuredReference() {}

    /** @param number of at most ten digits: {@code 1234567890} gives {@code +++123/4567/89002+++} */
    public static String of(long number) {
        if (number < 0 || number >= NUMBERS) {
            throw new IllegalArgumentException("no ten digits: " + number);
        }
        long check = number % 97;
        String digits = "%010d%02d".formatted(number, check == 0 ? 97 : check);
        return "+++" + digits.substring(0, 3) + "/" + digits.substring(3, 7) + "/" + digits.substring(7) + "+++";
    }

    /** Of a booking from before numbers were handed out: follows from its id. */
    public static long number(UUID id) {
        return Math.floorMod(id.getMostSignificantBits() ^ id.getLeastSignificantBits(), NUMBERS);
    }
}
