package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountChangeAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountChangeConfirmed;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfAccount;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes of the bank account; the numbers stand in the vault (domain 6: IBAN with history).
 *
 * @param asked the one that waits for its confirmation
 * @param confirmed from when each confirmed one holds
 */
public record AccountChanges(@Nullable UUID asked, Map<UUID, Instant> confirmed) {

    static final AccountChanges NONE = new AccountChanges(null, Map.of());

    public AccountChanges {
        confirmed = Map.copyOf(confirmed);
    }

    AccountChanges evolve(OfAccount event) {
        return switch (event) {
            case AccountChangeAsked change -> new AccountChanges(change.change(), confirmed);
            case AccountChangeConfirmed change -> {
                Map<UUID, Instant> all = new HashMap<>(confirmed);
                all.put(change.change(), change.holdsFrom());
                yield new AccountChanges(null, all);
            }
        };
    }
}
