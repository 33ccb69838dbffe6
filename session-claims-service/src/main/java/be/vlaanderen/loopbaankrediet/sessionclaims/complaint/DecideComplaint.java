package be.vlaanderen.loopbaankrediet.sessionclaims.complaint;

import static be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintRefusal.COMPLAINT_ALREADY_DECIDED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintRefusal.COMPLAINT_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintRefusal.UNDUE_NEEDS_BOOKING;
import static be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintRefusal.UNDUE_NEEDS_FOUNDED;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintDecided;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintFiled;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintOutcome;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintReason;
import java.time.Instant;

/**
 * An officer judges a complaint; one does, for money that it claws back is looked at again in the clawback (D-46).
 *
 * @param findsUndue it also makes sessions undue
 * @param officer a pseudonym
 */
public record DecideComplaint(
        ComplaintOutcome outcome, ComplaintReason reasonCode, boolean findsUndue, String officer, Instant at) {

    public static Decision<ComplaintEvent> decide(Complaint complaint, DecideComplaint command) {
        ComplaintFiled filed = complaint.filed();
        if (filed == null) {
            return Decision.refused(COMPLAINT_UNKNOWN);
        }
        ComplaintDecided before = complaint.decided();
        if (before != null) {
            return before.outcome() == command.outcome()
                            && before.reasonCode() == command.reasonCode()
                            && before.officer().equals(command.officer())
                    ? Decision.nothing()
                    : Decision.refused(COMPLAINT_ALREADY_DECIDED);
        }
        if (command.findsUndue() && command.outcome() == ComplaintOutcome.UNFOUNDED) {
            return Decision.refused(UNDUE_NEEDS_FOUNDED);
        }
        if (command.findsUndue() && filed.booking() == null) {
            return Decision.refused(UNDUE_NEEDS_BOOKING);
        }
        return Decision.of(new ComplaintDecided(
                filed.complaint(),
                filed.kind(),
                command.outcome(),
                command.reasonCode(),
                filed.wallet(),
                filed.booking(),
                filed.counsellor(),
                command.officer(),
                command.at()));
    }
}
