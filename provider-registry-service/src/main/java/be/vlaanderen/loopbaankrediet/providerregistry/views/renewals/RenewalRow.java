package be.vlaanderen.loopbaankrediet.providerregistry.views.renewals;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Renewal;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A renewal as the work list shows it. */
@Entity
@Table(name = "renewal")
public class RenewalRow extends PanacheEntityBase {

    @Id
    public UUID renewal;

    public UUID counsellor;
    public String status;

    @Column(name = "reason_code")
    public String reasonCode;

    @Column(name = "wanted_by")
    public LocalDate wantedBy;

    public int documents;

    @Column(name = "asked_by")
    public String askedBy;

    @Column(name = "asked_at")
    public Instant askedAt;

    @Column(name = "approved_by")
    public @Nullable String approvedBy;

    @Column(name = "approved_at")
    public @Nullable Instant approvedAt;

    public String place;

    /** Oldest first; {@code lateOn} leaves those whose day has passed without everything being there. */
    public static List<RenewalRow> all(
            Renewal.@Nullable State status, @Nullable LocalDate lateOn, String after, int limit) {
        StringBuilder query = new StringBuilder("place > :after");
        Map<String, Object> parameters = new HashMap<>(Map.of("after", after));
        if (status != null) {
            query.append(" and status = :status");
            parameters.put("status", status.name());
        }
        if (lateOn != null) {
            query.append(" and status = 'ASKED' and wantedBy < :lateOn");
            parameters.put("lateOn", lateOn);
        }
        return RenewalRow.<RenewalRow>find(query + " order by place", parameters)
                .page(0, limit)
                .list();
    }
}
