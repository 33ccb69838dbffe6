package be.vlaanderen.loopbaankrediet.eligibility.entitlement;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionProposed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionReviewed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRevised;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EvidenceSent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.ObjectionFiled;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.ProposalRejected;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.SourceCorrected;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came after the first decision on a request.
 *
 * @param findings all that officers found, laid over each other
 * @param correction what the sources say now, while an officer has yet to decide on it
 * @param proposal what waits for a second officer
 * @param rejected proposals with which a second officer did not agree
 * @param waiting why an officer has to look
 */
public record CaseFile(
        List<EvidenceSent> evidence,
        List<ObjectionFiled> objections,
        List<DecisionReviewed> reviews,
        List<EntitlementRevised> revisions,
        Findings findings,
        @Nullable SourceCorrected correction,
        @Nullable DecisionProposed proposal,
        Set<UUID> rejected,
        Set<WorkKind> waiting) {

    static final CaseFile EMPTY =
            new CaseFile(List.of(), List.of(), List.of(), List.of(), Findings.NONE, null, null, Set.of(), Set.of());

    CaseFile with(EvidenceSent sent) {
        return new CaseFile(
                plus(evidence, sent),
                objections,
                reviews,
                revisions,
                findings,
                correction,
                proposal,
                rejected,
                waitingFor(WorkKind.EVIDENCE));
    }

    CaseFile with(ObjectionFiled filed) {
        return new CaseFile(
                evidence,
                plus(objections, filed),
                reviews,
                revisions,
                findings,
                correction,
                proposal,
                rejected,
                waitingFor(WorkKind.OBJECTION));
    }

    CaseFile with(EntitlementRevised revised) {
        return new CaseFile(
                evidence,
                objections,
                reviews,
                plus(revisions, revised),
                findings,
                correction,
                proposal,
                rejected,
                waiting);
    }

    CaseFile with(SourceCorrected corrected) {
        return new CaseFile(
                evidence,
                objections,
                reviews,
                revisions,
                findings,
                corrected.waits() ? corrected : null,
                proposal,
                rejected,
                corrected.waits() ? waitingFor(WorkKind.REVISION) : withoutRevision());
    }

    CaseFile with(DecisionProposed proposed) {
        return new CaseFile(
                evidence, objections, reviews, revisions, findings, correction, proposed, rejected, waiting);
    }

    CaseFile with(ProposalRejected answer) {
        Set<UUID> all = new HashSet<>(rejected);
        all.add(answer.review());
        return new CaseFile(
                evidence, objections, reviews, revisions, findings, correction, null, Set.copyOf(all), waiting);
    }

    /** A decision answers all that waited. */
    CaseFile with(DecisionReviewed reviewed) {
        return new CaseFile(
                evidence,
                objections,
                plus(reviews, reviewed),
                revisions,
                findings.and(reviewed.findings()),
                null,
                null,
                rejected,
                Set.of());
    }

    private Set<WorkKind> waitingFor(WorkKind kind) {
        EnumSet<WorkKind> kinds = EnumSet.of(kind);
        kinds.addAll(waiting);
        return Set.copyOf(kinds);
    }

    private Set<WorkKind> withoutRevision() {
        EnumSet<WorkKind> kinds = EnumSet.noneOf(WorkKind.class);
        kinds.addAll(waiting);
        kinds.remove(WorkKind.REVISION);
        return Set.copyOf(kinds);
    }

    private static <T> List<T> plus(List<T> list, T last) {
        List<T> all = new ArrayList<>(list);
        all.add(last);
        return List.copyOf(all);
    }
}
