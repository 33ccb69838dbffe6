package be.vlaanderen.loopbaankrediet.eligibility.entitlement.evidence;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EvidenceSent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementRefusal;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EvidenceKind;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Request;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A citizen shows what the sources do not know.
 *
 * @param file digest of what was sent
 */
public record SendEvidence(
        UUID citizen,
        UUID request,
        UUID evidence,
        EvidenceKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String file,
        Instant at) {

    /** Enough for a career, and a bound on what one person can make us keep. */
    static final int MOST = 20;

    public static Decision<EntitlementEvent> decide(Entitlement entitlement, SendEvidence command) {
        Request request = entitlement.find(command.request());
        if (request == null) {
            return Decision.refused(EntitlementRefusal.REQUEST_UNKNOWN);
        }
        if (request.file().evidence().stream().anyMatch(sent -> sent.evidence().equals(command.evidence()))) {
            return Decision.nothing();
        }
        EntitlementRefusal closed = entitlement.closed(request);
        if (closed != null) {
            return Decision.refused(closed);
        }
        if (request.file().evidence().size() >= MOST) {
            return Decision.refused(EntitlementRefusal.TOO_MUCH_EVIDENCE);
        }
        return Decision.of(new EvidenceSent(
                command.citizen(),
                command.request(),
                command.evidence(),
                command.kind(),
                command.from(),
                command.to(),
                command.file(),
                command.at()));
    }
}
