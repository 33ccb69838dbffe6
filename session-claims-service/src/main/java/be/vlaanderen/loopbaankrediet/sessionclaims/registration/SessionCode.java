package be.vlaanderen.loopbaankrediet.sessionclaims.registration;

import java.util.Locale;

/** The code of a block, as people write it down: capitals or not, with or without spaces and dashes. */
public final class SessionCode {

    private SessionCode() {}

    public static String normal(String written) {
        return written.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }
}
