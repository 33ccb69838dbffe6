package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.apply;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.APPLICATION_CLOSED;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.APPLICATION_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.NO_ENTERPRISE_CHECK;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application.Enterprise;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.EnterpriseCheckAsked;
import java.time.Instant;
import java.util.UUID;

/**
 * The enterprise is looked up anew, for example when it was put right meanwhile (D-34).
 *
 * @param possible whether there is a source to ask
 */
public record AskEnterpriseCheck(UUID counsellor, UUID application, boolean possible, Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, AskEnterpriseCheck command) {
        Application application = counsellor.application();
        if (application == null || !application.id().equals(command.application())) {
            return Decision.refused(APPLICATION_UNKNOWN);
        }
        if (!application.isOpen()) {
            return Decision.refused(APPLICATION_CLOSED);
        }
        if (!command.possible()) {
            return Decision.refused(NO_ENTERPRISE_CHECK);
        }
        return application.enterprise() == Enterprise.WAITING
                ? Decision.nothing()
                : Decision.of(new EnterpriseCheckAsked(command.counsellor(), command.application(), command.at()));
    }
}
