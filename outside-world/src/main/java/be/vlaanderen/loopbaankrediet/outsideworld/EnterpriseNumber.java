package be.vlaanderen.loopbaankrediet.outsideworld;

import org.jspecify.annotations.Nullable;

/** Number of an enterprise in the Crossroads Bank for Enterprises: ten digits, the last two a mod 97 check. */
public final class EnterpriseNumber {

    private EnterpriseNumber() {}

    public static boolean isValid(@Nullable String text) {
        return text != null
                && text.matches("[01][0-9]{9}")
                && 97 - Long.parseLong(text.substring(0, 8)) % 97 == Long.parseLong(text.substring(8));
    }
}
