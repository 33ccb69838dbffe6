package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.sanction;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.REASON_DOES_NOT_FIT;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.SANCTION_UNDER_WAY;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.SUSPENDED_ALREADY;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorWarned;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionAnnounced;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Sanction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An officer warns at once, or announces a suspension or withdrawal, which the counsellor can answer (BVR art. 18, 19 through MR 4.8).
 *
 * @param officer pseudonym
 * @param today the day in Brussels
 */
public record AnnounceSanction(
        UUID counsellor,
        UUID sanction,
        Sanction.Kind kind,
        Reason reasonCode,
        String officer,
        LocalDate today,
        Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, AnnounceSanction command) {
        if (counsellor.standing().sanctions().containsKey(command.sanction())
                || counsellor.standing().warnings().contains(command.sanction())) {
            return Decision.nothing(); // a repeat
        }
        CounsellorRefusal none = counsellor.withoutRegistration(command.today());
        if (none != null) {
            return Decision.refused(none);
        }
        if (!command.reasonCode().isAgainst()) {
            return Decision.refused(REASON_DOES_NOT_FIT);
        }
        if (command.kind() == Sanction.Kind.WARNING) {
            return Decision.of(new CounsellorWarned(
                    command.counsellor(), command.sanction(), command.reasonCode(), command.officer(), command.at()));
        }
        if (counsellor.standing().hasOpenSanction()) {
            return Decision.refused(SANCTION_UNDER_WAY);
        }
        if (command.kind() == Sanction.Kind.SUSPENSION && counsellor.standing().suspendedBy() != null) {
            return Decision.refused(SUSPENDED_ALREADY);
        }
        return Decision.of(new SanctionAnnounced(
                command.counsellor(),
                command.sanction(),
                command.kind(),
                command.reasonCode(),
                command.today().plusDays(Sanction.DAYS_TO_ANSWER),
                command.officer(),
                command.at()));
    }
}
