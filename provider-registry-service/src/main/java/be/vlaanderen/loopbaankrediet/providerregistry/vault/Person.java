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

    /** A slip into a log shows the id alone. */
    @Override
    public String toString() {
        return "Person[" + counsellor + "]";
    }
}
