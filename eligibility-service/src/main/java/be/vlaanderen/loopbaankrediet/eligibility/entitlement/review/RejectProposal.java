package be.vlaanderen.loopbaankrediet.eligibility.entitlement.review;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionProposed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.ProposalRejected;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementRefusal;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Reason;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Request;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Instant;
import java.util.UUID;

/** A second officer does not agree, or the first one thinks better of it: what waited waits again. */
public record RejectProposal(UUID citizen, UUID request, UUID review, String officer, Reason reasonCode, Instant at) {

    public static Decision<EntitlementEvent> decide(Entitlement entitlement, RejectProposal command) {
        Request request = entitlement.find(command.request());
        if (request == null) {
            return Decision.refused(EntitlementRefusal.REQUEST_UNKNOWN);
        }
        if (request.file().rejected().contains(command.review())) {
            return Decision.nothing();
        }
        DecisionProposed proposal = request.file().proposal();
        if (proposal == null || !proposal.review().equals(command.review())) {
            return Decision.refused(EntitlementRefusal.NO_PROPOSAL);
        }
        return Decision.of(new ProposalRejected(
                command.citizen(),
                command.request(),
                command.review(),
                command.officer(),
                command.reasonCode(),
                command.at()));
    }
}
