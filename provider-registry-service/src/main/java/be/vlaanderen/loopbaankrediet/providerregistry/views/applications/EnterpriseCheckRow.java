package be.vlaanderen.loopbaankrediet.providerregistry.views.applications;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An application of which the enterprise has yet to be checked. */
@Entity
@Table(name = "enterprise_check")
public class EnterpriseCheckRow extends PanacheEntityBase {

    @Id
    public UUID application;

    public UUID counsellor;

    @Column(name = "asked_at")
    public Instant askedAt;

    public static List<EnterpriseCheckRow> oldest(int limit) {
        return EnterpriseCheckRow.<EnterpriseCheckRow>find("order by askedAt, application")
                .page(0, limit)
                .list();
    }
}
