package be.vlaanderen.loopbaankrediet.eligibility.views.requests;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.CitizenForgotten;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionPostponed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionProposed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionReviewed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementEstablished;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRefused;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRequested;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRevised;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EvidenceSent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.ObjectionFiled;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.ProposalRejected;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.SourceCorrected;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Whose request is which, when one that waits is tried again, and how many used cheques each rests on. */
@Singleton
class RequestsView implements InlineView {

    /** Who asks does the first try; when that one is lost with its process, the request is picked up after this. */
    private static final Duration FIRST_TRY = Duration.ofSeconds(30);

    @Override
    public List<String> tables() {
        return List.of("entitlement_request");
    }

    @Override
    public void on(Writes writes, StoredEvent event) {
        switch ((EntitlementEvent) event.payload()) {
            case EntitlementRequested asked -> requested(writes, asked);
            case DecisionPostponed later -> due(writes, later.request(), later.nextAttemptAt());
            case EntitlementEstablished yes -> decided(writes, yes.request(), yes.judgement());
            case EntitlementRefused no -> decided(writes, no.request(), no.judgement());
            case EntitlementRevised revised -> decided(writes, revised.request(), revised.judgement());
            case DecisionReviewed reviewed -> decided(writes, reviewed.request(), reviewed.judgement());
            case SourceCorrected corrected -> corrected(writes, corrected);
            case CitizenForgotten forgotten -> forget(writes, forgotten.citizen());
            case EvidenceSent ignored -> {}
            case ObjectionFiled ignored -> {}
            case DecisionProposed ignored -> {}
            case ProposalRejected ignored -> {}
        }
    }

    private static void requested(Writes writes, EntitlementRequested asked) {
        writes.add(
                "INSERT INTO entitlement_request (request, citizen, requested_on, requested_at, status, due_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (request) DO NOTHING",
                asked.request(),
                asked.citizen(),
                asked.requestedOn(),
                asked.at(),
                RequestAnswer.Status.PENDING.name(),
                asked.at().plus(FIRST_TRY));
    }

    private static void due(Writes writes, UUID request, Instant at) {
        writes.add("UPDATE entitlement_request SET due_at = ? WHERE request = ?", at, request);
    }

    private static void decided(Writes writes, UUID request, Judgement judgement) {
        writes.add(
                "UPDATE entitlement_request SET status = ?, cheques_used = ?, due_at = NULL WHERE request = ?",
                RequestAnswer.Status.of(judgement).name(),
                judgement.chequesUsed(),
                request);
    }

    /** A correction that waits is known too: it need not be noticed again. */
    private static void corrected(Writes writes, SourceCorrected corrected) {
        writes.add(
                "UPDATE entitlement_request SET cheques_used = ? WHERE request = ?",
                corrected.judgement().chequesUsed(),
                corrected.request());
    }

    private static void forget(Writes writes, UUID citizen) {
        writes.add("DELETE FROM entitlement_request WHERE citizen = ?", citizen);
    }
}
