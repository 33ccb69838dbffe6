package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.apply;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.APPLICATION_CLOSED;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.APPLICATION_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.TOO_MANY_DOCUMENTS;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationDocumentAdded;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof;
import java.time.Instant;
import java.util.UUID;

/**
 * The applicant sends a document that shows a proof; the last one that was asked for puts the application before the officers again.
 *
 * @param file SHA-256 of its bytes
 */
public record AddDocument(UUID counsellor, UUID document, Proof kind, String file, Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, AddDocument command) {
        Application application = counsellor.application();
        if (application == null) {
            return Decision.refused(APPLICATION_UNKNOWN);
        }
        if (application.documents().stream().anyMatch(known -> known.id().equals(command.document()))) {
            return Decision.nothing(); // a repeat
        }
        if (!application.isOpen() || counsellor.papers().contains(command.document())) { // of one before the last
            return Decision.refused(APPLICATION_CLOSED);
        }
        if (application.documents().size() >= Application.MOST_DOCUMENTS) {
            return Decision.refused(TOO_MANY_DOCUMENTS);
        }
        return Decision.of(new ApplicationDocumentAdded(
                command.counsellor(),
                application.id(),
                command.document(),
                command.kind(),
                command.file(),
                application.stateWith(command.kind()),
                command.at()));
    }
}
