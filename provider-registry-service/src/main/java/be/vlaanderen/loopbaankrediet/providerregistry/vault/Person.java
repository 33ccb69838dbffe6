package be.vlaanderen.loopbaankrediet.providerregistry.vault;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A counsellor as a person; never leaves the vault for an event, a log or a URL. */
public record Person(
        UUID counsellor,
        String ssin,
        String enterpriseNumber,
        String name,
        String iban,
        String email,
        @Nullable Address address) {

    /** What an e-mail address looks like. */
    public static final String EMAIL = "[\\p{L}0-9._%+'-]+@[\\p{L}0-9.-]+\\.[\\p{L}]{2,}";

    /** A slip into a log shows the id alone. */
    @Override
    public String toString() {
        return "Person[" + counsellor + "]";
    }
}
