package be.vlaanderen.loopbaankrediet.providerregistry.vault;

import java.util.Optional;
import java.util.regex.Pattern;

/** A number of the Crossroads Bank for Enterprises: ten digits from 0 or 1, the last two are 97 less the rest modulo 97. */
public final class EnterpriseNumber {

    private static final Pattern SHAPE = Pattern.compile("[01][0-9]{9}");

    private EnterpriseNumber() {}

    /** The number without points or country; empty when it is none. */
    public static Optional<String> read(String text) {
        String digits = text.replaceAll("[ .-]", "").replaceFirst("^BE", "");
        if (!SHAPE.matcher(digits).matches()) {
            return Optional.empty();
        }
        long check = Long.parseLong(digits.substring(8));
        return check == 97 - Long.parseLong(digits.substring(0, 8)) % 97 ? Optional.of(digits) : Optional.empty();
    }
}
