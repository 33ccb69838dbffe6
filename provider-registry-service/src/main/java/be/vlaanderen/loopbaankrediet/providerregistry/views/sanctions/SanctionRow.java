package be.vlaanderen.loopbaankrediet.providerregistry.views.sanctions;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Sanction;
import be.vlaanderen.loopbaankrediet.providerregistry.views.AsOf;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sanction, with who decided what and when. */
@Entity
@Table(name = "sanction")
public class SanctionRow extends PanacheEntityBase {

    /** Where a sanction stands. */
    public enum Status {
        OPEN,
        ANSWERED,
        DROPPED,
        FINAL,
        /** A suspension that was lifted. */
        ENDED
    }

    @Id
    public UUID sanction;

    public UUID counsellor;
    public String kind;
    public String status;

    @Column(name = "reason_code")
    public String reasonCode;

    public String officer;

    @Column(name = "announced_at")
    public Instant announcedAt;

    @Column(name = "answer_by")
    public @Nullable LocalDate answerBy;

    @Column(name = "answered_at")
    public @Nullable Instant answeredAt;

    @Column(name = "decision_code")
    public @Nullable String decisionCode;

    @Column(name = "decided_by")
    public @Nullable String decidedBy;

    @Column(name = "decided_at")
    public @Nullable Instant decidedAt;

    @Column(name = "end_code")
    public @Nullable String endCode;

    @Column(name = "ended_by")
    public @Nullable String endedBy;

    @Column(name = "ended_at")
    public @Nullable Instant endedAt;

    public String place;

    /** How far it was at a moment. */
    Status statusAt(AsOf moment) {
        Status now = Status.valueOf(status);
        if (Sanction.Kind.valueOf(kind) == Sanction.Kind.WARNING) {
            return now; // at once
        }
        if (moment.includes(endedAt)) {
            return Status.ENDED;
        }
        if (moment.includes(decidedAt)) {
            return now == Status.DROPPED ? Status.DROPPED : Status.FINAL;
        }
        return moment.includes(answeredAt) ? Status.ANSWERED : Status.OPEN;
    }

    /** Those of one counsellor, oldest first. */
    static List<SanctionRow> of(UUID counsellor, String after, int limit) {
        return SanctionRow.<SanctionRow>find("counsellor = ?1 and place > ?2 order by place", counsellor, after)
                .page(0, limit)
                .list();
    }

    /** Those of all counsellors, oldest first. */
    static List<SanctionRow> all(@Nullable Status status, String after, int limit) {
        return (status == null
                        ? SanctionRow.<SanctionRow>find("place > ?1 order by place", after)
                        : SanctionRow.<SanctionRow>find(
                                "status = ?1 and place > ?2 order by place", status.name(), after))
                .page(0, limit)
                .list();
    }
}
