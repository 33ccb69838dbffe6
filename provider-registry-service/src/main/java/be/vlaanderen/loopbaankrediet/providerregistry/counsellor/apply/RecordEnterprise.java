package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.apply;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application.Enterprise;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.EnterpriseChecked;
import java.time.Instant;
import java.util.UUID;

/** What the Crossroads Bank for Enterprises says of the enterprise of an applicant; the application waits for it (D-34). */
public record RecordEnterprise(UUID counsellor, UUID application, Enterprise found, Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, RecordEnterprise command) {
        Application application = counsellor.application();
        boolean waits = application != null
                && application.id().equals(command.application())
                && application.isOpen()
                && application.enterprise() == Enterprise.WAITING;
        return waits
                ? Decision.of(new EnterpriseChecked(
                        command.counsellor(), command.application(), command.found(), command.at()))
                : Decision.nothing();
    }
}
