package be.vlaanderen.loopbaankrediet.sessionclaims.views;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A session as people look at it. */
@Entity
@Immutable
@Table(name = "session")
public class SessionRow extends PanacheEntityBase {

    @Id
    public UUID session;

    public UUID booking;
    public UUID wallet;
    public UUID counsellor;

    @Column(name = "started_at")
    public Instant startedAt;

    @Column(name = "ended_at")
    public Instant endedAt;

    @Column(name = "half_hours")
    public int halfHours;

    public String mode;
    public List<String> themes;
    public String status;
    public boolean silent;

    @Column(name = "registered_at")
    public Instant registeredAt;

    @Column(name = "answer_before")
    public Instant answerBefore;

    @Column(name = "answered_at")
    public Instant answeredAt;

    public UUID claim;

    public String correction;

    @Column(name = "correction_reason")
    public String correctionReason;

    @Column(name = "undue_half_hours")
    public int undueHalfHours;
}
