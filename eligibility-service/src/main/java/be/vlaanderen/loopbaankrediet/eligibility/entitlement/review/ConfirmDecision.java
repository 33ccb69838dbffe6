package be.vlaanderen.loopbaankrediet.eligibility.entitlement.review;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.Confirmation;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionProposed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementRefusal;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Request;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Instant;
import java.util.UUID;

/** The second of four eyes (D-84). The rules judge once more, for a source may have said something else meanwhile. */
public record ConfirmDecision(UUID citizen, UUID request, UUID review, String officer, boolean reEntrants, Instant at) {

    public static Decision<EntitlementEvent> decide(Entitlement entitlement, ConfirmDecision command) {
        Request request = entitlement.find(command.request());
        if (request == null) {
            return Decision.refused(EntitlementRefusal.REQUEST_UNKNOWN);
        }
        if (request.file().reviews().stream().anyMatch(each -> each.review().equals(command.review()))) {
            return Decision.nothing();
        }
        DecisionProposed proposal = request.file().proposal();
        if (proposal == null || !proposal.review().equals(command.review())) {
            return Decision.refused(EntitlementRefusal.NO_PROPOSAL);
        }
        if (proposal.officer().equals(command.officer())) {
            return Decision.refused(EntitlementRefusal.FOUR_EYES);
        }
        EntitlementRefusal closed = entitlement.closed(request);
        if (closed != null) {
            return Decision.refused(closed);
        }
        return ReviewDecision.reviewed(
                entitlement,
                command.citizen(),
                request,
                proposal.review(),
                proposal.findings(),
                request.judgeAgain(proposal.findings(), command.reEntrants()),
                proposal.officer(),
                new Confirmation(command.officer(), command.at()),
                proposal.reasonCode(),
                command.at());
    }
}
