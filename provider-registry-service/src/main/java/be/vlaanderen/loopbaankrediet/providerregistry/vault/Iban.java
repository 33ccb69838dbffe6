package be.vlaanderen.loopbaankrediet.providerregistry.vault;

import java.util.Locale;
import java.util.Optional;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/** An account number; the length is that of the country, the check digits are right modulo 97. */
public final class Iban {

    private Iban() {}

    /** The number without spaces; empty when it is none. */
    public static Optional<String> read(String text) {
        String iban = text.replace(" ", "").toUpperCase(Locale.ROOT);
        try {
            IbanUtil.validate(iban);
            return Optional.of(iban);
        } catch (Iban4jException e) {
            return Optional.empty();
        }
    }
}
