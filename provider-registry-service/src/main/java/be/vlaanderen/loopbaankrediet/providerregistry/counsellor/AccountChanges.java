package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountChangeAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountChangeConfirmed;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountNameAccepted;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountNameChecked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.FirstAccountNameChecked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfAccount;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes of the bank account; the numbers stand in the vault (domain 6: IBAN with history).
 *
 * @param first what the bank says about the name behind the first account; null when it did not say anything yet (D-100)
 * @param known every one that was ever asked
 * @param asked the one that waits for its confirmation
 * @param match what its bank says about the name; null when nobody asked
 * @param accepted whether an officer accepted it all the same
 * @param confirmed from when each confirmed one holds
 */
public record AccountChanges(
        @Nullable NameMatch first,
        Set<UUID> known,
        @Nullable UUID asked,
        @Nullable NameMatch match,
        boolean accepted,
        Map<UUID, Instant> confirmed) {

    static final AccountChanges NONE = new AccountChanges(null, Set.of(), null, null, false, Map.of());

    public AccountChanges {
        known = Set.copyOf(known);
        confirmed = Map.copyOf(confirmed);
    }

    /** D-35: an account in another name cannot be confirmed before an officer accepts it. */
    public boolean isBlocked() {
        return match == NameMatch.NO_MATCH && !accepted;
    }

    AccountChanges withFirst(@Nullable NameMatch checked) {
        return new AccountChanges(checked, known, asked, match, accepted, confirmed);
    }

    AccountChanges evolve(OfAccount event) {
        return switch (event) {
            case AccountChangeAsked change -> {
                Set<UUID> all = new HashSet<>(known);
                all.add(change.change());
                yield new AccountChanges(first, all, change.change(), null, false, confirmed);
            }
            case AccountNameChecked checked ->
                new AccountChanges(first, known, asked, checked.match(), false, confirmed);
            case AccountNameAccepted ignored -> new AccountChanges(first, known, asked, match, true, confirmed);
            case FirstAccountNameChecked checked -> withFirst(checked.match());
            case AccountChangeConfirmed change -> {
                Map<UUID, Instant> all = new HashMap<>(confirmed);
                all.put(change.change(), change.holdsFrom());
                yield new AccountChanges(first, known, null, null, false, all);
            }
        };
    }
}
