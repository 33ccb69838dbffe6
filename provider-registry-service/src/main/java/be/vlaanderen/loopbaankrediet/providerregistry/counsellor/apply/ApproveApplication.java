package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.apply;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.APPLICATION_CLOSED;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.APPLICATION_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.STILL_MISSING;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationApproved;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorRegistered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.DossierOpened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An officer approves, which registers the counsellor; not while the route still asks something (CN 2.3).
 *
 * @param officer pseudonym
 * @param today the day in Brussels
 */
public record ApproveApplication(UUID counsellor, UUID application, String officer, LocalDate today, Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, ApproveApplication command) {
        Application application = counsellor.application();
        if (application == null || !application.id().equals(command.application())) {
            return Decision.refused(APPLICATION_UNKNOWN);
        }
        if (application.state() == Application.State.APPROVED) {
            return Decision.nothing(); // a repeat
        }
        if (!application.isOpen()) {
            return Decision.refused(APPLICATION_CLOSED);
        }
        if (!application.missing().isEmpty()) {
            return Decision.refused(STILL_MISSING, Map.of("missing", application.missing()));
        }
        return Decision.of(List.of(
                new ApplicationApproved(command.counsellor(), application.id(), command.officer(), command.at()),
                new DossierOpened(
                        command.counsellor(),
                        application.route(),
                        application.activeSince(),
                        application.shown().stream().sorted().toList(),
                        application.vatLiable(),
                        command.at()),
                new CounsellorRegistered(
                        command.counsellor(),
                        application.route(),
                        application.vatLiable(),
                        command.today(),
                        command.at())));
    }
}
