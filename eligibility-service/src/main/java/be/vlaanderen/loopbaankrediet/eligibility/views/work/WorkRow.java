package be.vlaanderen.loopbaankrediet.eligibility.views.work;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.WorkKind;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One thing that waits for an officer, or was done. Only read; {@link WorkView} writes. */
@Entity
@Immutable
@Table(name = "work_item")
public class WorkRow extends PanacheEntityBase {

    @Id
    public String place;

    public UUID request;

    public UUID citizen;

    @Enumerated(EnumType.STRING)
    public WorkKind kind;

    @Enumerated(EnumType.STRING)
    public WorkStatus status;

    public Instant since;

    /** Who decided, or proposed. */
    @Nullable public String officer;

    @Column(name = "decided_at")
    @Nullable public Instant decidedAt;

    /** Oldest first. */
    static List<WorkRow> page(@Nullable WorkKind kind, @Nullable WorkStatus status, String after, int limit) {
        StringBuilder query = new StringBuilder("place > :after");
        Map<String, Object> values = new HashMap<>(Map.of("after", after));
        if (kind != null) {
            query.append(" and kind = :kind");
            values.put("kind", kind);
        }
        if (status != null) {
            query.append(" and status = :status");
            values.put("status", status);
        }
        return WorkRow.<WorkRow>find(query.append(" order by place").toString(), values)
                .page(Page.ofSize(limit))
                .list();
    }
}
