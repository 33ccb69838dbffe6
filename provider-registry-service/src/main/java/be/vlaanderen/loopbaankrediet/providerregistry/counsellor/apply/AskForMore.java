package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.apply;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.APPLICATION_CLOSED;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.APPLICATION_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.REASON_DOES_NOT_FIT;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationMoreAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An officer asks for a (better) document of some proofs; what lies there of those does not count any more (CN 2.3).
 *
 * @param asking id under which the words stand in the vault
 * @param officer pseudonym
 */
public record AskForMore(
        UUID counsellor,
        UUID application,
        UUID asking,
        Set<Proof> asked,
        Reason reasonCode,
        String officer,
        Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, AskForMore command) {
        Application application = counsellor.application();
        if (application == null || !application.id().equals(command.application())) {
            return Decision.refused(APPLICATION_UNKNOWN);
        }
        if (counsellor.papers().contains(command.asking())) {
            return Decision.nothing(); // a repeat
        }
        if (!application.isOpen()) {
            return Decision.refused(APPLICATION_CLOSED);
        }
        if (!command.reasonCode().isAgainst()) {
            return Decision.refused(REASON_DOES_NOT_FIT);
        }
        return Decision.of(new ApplicationMoreAsked(
                command.counsellor(),
                application.id(),
                command.asking(),
                Stream.concat(application.asked().stream(), command.asked().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                command.reasonCode(),
                command.officer(),
                command.at()));
    }
}
