package be.vlaanderen.loopbaankrediet.providerregistry.views.accounts;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.NameMatch;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of account as officers see it. */
@Entity
@Table(name = "account_change")
public class AccountChangeRow extends PanacheEntityBase {

    @Id
    public UUID change;

    public UUID counsellor;

    @Column(name = "asked_at")
    public Instant askedAt;

    @Column(name = "name_check")
    public @Nullable String nameCheck;

    @Column(name = "accepted_code")
    public @Nullable String acceptedCode;

    @Column(name = "accepted_by")
    public @Nullable String acceptedBy;

    @Column(name = "accepted_at")
    public @Nullable Instant acceptedAt;

    @Column(name = "confirmed_at")
    public @Nullable Instant confirmedAt;

    @Column(name = "holds_from")
    public @Nullable Instant holdsFrom;

    public String place;

    public static Optional<AccountChangeRow> of(UUID change) {
        return findByIdOptional(change);
    }

    public @Nullable NameMatch match() {
        return nameCheck == null ? null : NameMatch.valueOf(nameCheck);
    }

    /** Oldest first. */
    static List<AccountChangeRow> all(@Nullable NameMatch match, boolean blocked, String after, int limit) {
        String query = "place > ?1"
                + (blocked ? " and nameCheck = 'NO_MATCH' and acceptedAt is null and confirmedAt is null" : "")
                + (match == null ? "" : " and nameCheck = ?2") + " order by place";
        return (match == null
                        ? AccountChangeRow.<AccountChangeRow>find(query, after)
                        : AccountChangeRow.<AccountChangeRow>find(query, after, match.name()))
                .page(0, limit)
                .list();
    }
}
