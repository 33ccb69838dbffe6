package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.renew;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.RENEWAL_CLOSED;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.RENEWAL_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.TOO_MANY_DOCUMENTS;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.RenewalDocumentAdded;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Renewal;
import java.time.Instant;
import java.util.UUID;

/**
 * The counsellor sends a document that shows a proof anew (D-38).
 *
 * @param file SHA-256 of its bytes
 */
public record AddRenewalDocument(UUID counsellor, UUID renewal, UUID document, Proof kind, String file, Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, AddRenewalDocument command) {
        Renewal renewal = counsellor.renewal();
        if (renewal == null || !renewal.id().equals(command.renewal())) {
            return Decision.refused(RENEWAL_UNKNOWN);
        }
        if (renewal.documents().stream().anyMatch(known -> known.id().equals(command.document()))) {
            return Decision.nothing(); // a repeat
        }
        if (renewal.approved()) {
            return Decision.refused(RENEWAL_CLOSED);
        }
        if (renewal.documents().size() >= Application.MOST_DOCUMENTS) {
            return Decision.refused(TOO_MANY_DOCUMENTS);
        }
        return Decision.of(new RenewalDocumentAdded(
                command.counsellor(),
                renewal.id(),
                command.document(),
                command.kind(),
                command.file(),
                renewal.isCompleteWith(command.kind()),
                command.at()));
    }
}
