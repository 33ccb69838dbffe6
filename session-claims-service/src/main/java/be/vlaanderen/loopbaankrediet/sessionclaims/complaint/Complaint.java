package be.vlaanderen.loopbaankrediet.sessionclaims.complaint;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintAnswered;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintDecided;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintFiled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complaint of a citizen.
 *
 * @param filed null before
 * @param answeredAt when the counsellor answered
 */
public record Complaint(
        @Nullable ComplaintFiled filed,
        @Nullable Instant answeredAt,
        @Nullable ComplaintDecided decided) {

    public static final Complaint EMPTY = new Complaint(null, null, null);
    public static final Aggregate<Complaint, ComplaintEvent> AGGREGATE =
            new Aggregate<>("Complaint", EMPTY, Complaint::evolve);

    /** Where a complaint stands. */
    public enum ComplaintStatus {
        FILED,
        ANSWERED,
        DECIDED
    }

    public ComplaintStatus status() {
        return decided != null
                ? ComplaintStatus.DECIDED
                : answeredAt != null ? ComplaintStatus.ANSWERED : ComplaintStatus.FILED;
    }

    private Complaint evolve(ComplaintEvent event) {
        return switch (event) {
            case ComplaintFiled it -> new Complaint(it, answeredAt, decided);
            case ComplaintAnswered it -> new Complaint(filed, it.at(), decided);
            case ComplaintDecided it -> new Complaint(filed, answeredAt, it);
        };
    }
}
