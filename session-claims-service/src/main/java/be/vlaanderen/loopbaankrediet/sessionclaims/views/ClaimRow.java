package be.vlaanderen.loopbaankrediet.sessionclaims.views;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A claim as its counsellor looks at it. */
@Entity
@Immutable
@Table(name = "claim")
public class ClaimRow extends PanacheEntityBase {

    @Id
    public UUID claim;

    public UUID booking;
    public UUID counsellor;

    @Column(name = "half_hours")
    public int halfHours;

    @Column(name = "submitted_at")
    public Instant submittedAt;
}
