package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.sanction;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.NOT_SUSPENDED;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.REASON_DOES_NOT_FIT;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.SANCTION_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorReinstated;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Sanction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An officer ends a suspension, from today on (BVR art. 18, 19 through MR 4.8).
 *
 * @param sanction the suspension
 * @param officer pseudonym
 * @param today the day in Brussels
 */
public record Reinstate(
        UUID counsellor, UUID sanction, Reason reasonCode, String officer, LocalDate today, Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, Reinstate command) {
        Sanction sanction = counsellor.standing().sanctions().get(command.sanction());
        if (sanction == null) {
            return Decision.refused(SANCTION_UNKNOWN);
        }
        if (!command.sanction().equals(counsellor.standing().suspendedBy())) {
            boolean ended = sanction.kind() == Sanction.Kind.SUSPENSION && sanction.state() == Sanction.State.FINAL;
            return ended ? Decision.nothing() : Decision.refused(NOT_SUSPENDED); // ended: a repeat
        }
        CounsellorRefusal none = counsellor.withoutRegistration(command.today());
        if (none != null) {
            return Decision.refused(none);
        }
        if (!command.reasonCode().isInFavour()) {
            return Decision.refused(REASON_DOES_NOT_FIT);
        }
        return Decision.of(new CounsellorReinstated(
                command.counsellor(),
                command.sanction(),
                command.today(),
                command.reasonCode(),
                command.officer(),
                command.at()));
    }
}
