package be.vlaanderen.loopbaankrediet.wallet.wallet.book;

import java.util.random.RandomGenerator;

/** A code that people pass on, as that of a block: short enough to say aloud, without characters that look alike, and not to be guessed (one of 31^8). */
public final class SessionCode {

    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    static final int LENGTH = 8;

    private SessionCode() {}

    /** @param random a secure one, outside tests */
    public static String next(RandomGenerator random) {
        return next(random, LENGTH);
    }

    public static String next(RandomGenerator random, int length) {
        StringBuilder code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
