package be.vlaanderen.loopbaankrediet.providerregistry.views.applications;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application;
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

/** An application as the work list shows it. */
@Entity
@Table(name = "application")
public class ApplicationRow extends PanacheEntityBase {

    @Id
    public UUID application;

    public UUID counsellor;
    public String route;
    public String status;

    @Column(name = "submitted_at")
    public Instant submittedAt;

    public int documents;

    /** Of the last request for more, or of the refusal. */
    @Column(name = "reason_code")
    public @Nullable String reasonCode;

    @Column(name = "decided_by")
    public @Nullable String decidedBy;

    @Column(name = "decided_at")
    public @Nullable Instant decidedAt;

    public String place;

    public static Optional<ApplicationRow> of(UUID application) {
        return findByIdOptional(application);
    }

    /** Oldest first. */
    public static List<ApplicationRow> all(Application.@Nullable State status, String after, int limit) {
        return (status == null
                        ? ApplicationRow.<ApplicationRow>find("place > ?1 order by place", after)
                        : ApplicationRow.<ApplicationRow>find(
                                "status = ?1 and place > ?2 order by place", status.name(), after))
                .page(0, limit)
                .list();
    }
}
