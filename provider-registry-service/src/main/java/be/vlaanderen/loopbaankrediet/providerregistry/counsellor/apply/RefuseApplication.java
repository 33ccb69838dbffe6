package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.apply;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.APPLICATION_CLOSED;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.APPLICATION_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.REASON_DOES_NOT_FIT;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationRefused;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import java.time.Instant;
import java.util.UUID;

/**
 * An officer refuses, with what is missing and why (domain 6).
 *
 * @param officer pseudonym
 */
public record RefuseApplication(UUID counsellor, UUID application, Reason reasonCode, String officer, Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, RefuseApplication command) {
        Application application = counsellor.application();
        if (application == null || !application.id().equals(command.application())) {
            return Decision.refused(APPLICATION_UNKNOWN);
        }
        if (application.state() == Application.State.REFUSED) {
            return Decision.nothing(); // a repeat
        }
        if (!application.isOpen()) {
            return Decision.refused(APPLICATION_CLOSED);
        }
        if (!command.reasonCode().isAgainst()) {
            return Decision.refused(REASON_DOES_NOT_FIT);
        }
        return Decision.of(new ApplicationRefused(
                command.counsellor(),
                application.id(),
                application.missing(),
                command.reasonCode(),
                command.officer(),
                command.at()));
    }
}
