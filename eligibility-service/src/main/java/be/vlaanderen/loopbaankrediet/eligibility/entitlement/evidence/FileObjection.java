package be.vlaanderen.loopbaankrediet.eligibility.entitlement.evidence;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.ObjectionFiled;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementRefusal;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Request;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.WorkKind;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Instant;
import java.util.UUID;

/** GDPR art. 22: a citizen wants a human to look at a decision. D-82: without a last day, and again after each decision. */
public record FileObjection(UUID citizen, UUID request, UUID objection, Instant at) {

    public static Decision<EntitlementEvent> decide(Entitlement entitlement, FileObjection command) {
        Request request = entitlement.find(command.request());
        if (request == null) {
            return Decision.refused(EntitlementRefusal.REQUEST_UNKNOWN);
        }
        if (request.file().objections().stream()
                .anyMatch(filed -> filed.objection().equals(command.objection()))) {
            return Decision.nothing();
        }
        EntitlementRefusal closed = entitlement.closed(request);
        if (closed != null) {
            return Decision.refused(closed);
        }
        if (request.file().waiting().contains(WorkKind.OBJECTION)) {
            return Decision.refused(EntitlementRefusal.OBJECTION_UNDER_WAY);
        }
        return Decision.of(new ObjectionFiled(command.citizen(), command.request(), command.objection(), command.at()));
    }
}
