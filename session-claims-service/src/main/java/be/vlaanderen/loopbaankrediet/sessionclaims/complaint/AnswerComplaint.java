package be.vlaanderen.loopbaankrediet.sessionclaims.complaint;

import static be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintRefusal.COMPLAINT_ALREADY_ANSWERED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintRefusal.COMPLAINT_ALREADY_DECIDED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintRefusal.COMPLAINT_NOT_ABOUT_GUIDANCE;
import static be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintRefusal.COMPLAINT_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintAnswered;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintFiled;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintKind;
import java.time.Instant;
import java.util.UUID;

/** D-46: the counsellor answers a complaint about the guidance once, as long as it is not decided. */
public record AnswerComplaint(UUID counsellor, Instant at) {

    public static Decision<ComplaintEvent> decide(Complaint complaint, AnswerComplaint command) {
        ComplaintFiled filed = complaint.filed();
        if (filed == null || !command.counsellor().equals(filed.counsellor())) {
            return Decision.refused(COMPLAINT_UNKNOWN);
        }
        if (filed.kind() != ComplaintKind.GUIDANCE) {
            return Decision.refused(COMPLAINT_NOT_ABOUT_GUIDANCE);
        }
        return switch (complaint.status()) {
            case FILED -> Decision.of(new ComplaintAnswered(filed.complaint(), command.counsellor(), command.at()));
            case ANSWERED -> Decision.refused(COMPLAINT_ALREADY_ANSWERED);
            case DECIDED -> Decision.refused(COMPLAINT_ALREADY_DECIDED);
        };
    }
}
