package be.vlaanderen.loopbaankrediet.simulation;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionProposed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EvidenceKind;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Findings;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Reason;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Request;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Source;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.SourceAsked;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.evidence.FileObjection;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.evidence.SendEvidence;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.judge.JudgeEntitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.judge.PostponeDecision;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.request.RequestEntitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.review.ConfirmDecision;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.review.CorrectSources;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.review.RejectProposal;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.review.ReviewDecision;
import be.vlaanderen.loopbaankrediet.eligibility.publishing.EligibilityPublisher;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** eligibility-service: asks MAGDA, judges, and asks again what was not answered. */
final class Eligibility extends Service {

    private final Magda magda;

    Eligibility(World world, Magda magda) {
        super(world, new EligibilityPublisher());
        this.magda = magda;
        sweeps("requests that wait for a source are asked again", this::askAgain);
    }

    void ask(UUID citizen, String key) {
        asksFreely(() -> {
            asksForRight(citizen, key);
            return true;
        });
    }

    private void asksForRight(UUID citizen, String key) {
        UUID request = Idempotency.id("request", citizen.toString(), key);
        Outcome<Entitlement, EntitlementEvent> asked = store.handle(
                Entitlement.AGGREGATE,
                citizen.toString(),
                state -> RequestEntitlement.decide(
                        state, new RequestEntitlement(citizen, request, Days.of(now()), now())));
        finish(citizen, asked.orThrow().answering(request));
    }

    private void askAgain() {
        for (UUID citizen : world.citizens()) {
            Request open =
                    store.state(Entitlement.AGGREGATE, citizen.toString()).open();
            if (open != null) {
                finish(citizen, open.id());
            }
        }
    }

    private void finish(UUID citizen, UUID id) {
        Request open = store.state(Entitlement.AGGREGATE, citizen.toString()).open(id);
        if (open == null) {
            return;
        }
        try {
            JudgeEntitlement command = new JudgeEntitlement(citizen, id, magda.facts(citizen), sources(), now());
            store.handle(Entitlement.AGGREGATE, citizen.toString(), state -> JudgeEntitlement.decide(state, command));
        } catch (Silent silent) {
            PostponeDecision command = new PostponeDecision(citizen, id, Source.WORK_RELATIONS, now());
            store.handle(Entitlement.AGGREGATE, citizen.toString(), state -> PostponeDecision.decide(state, command));
        }
    }

    /** MAGDA says something else now (D-85). */
    boolean askSourcesAgain(UUID citizen) {
        Request request = decided(citizen);
        if (request == null) {
            return false;
        }
        CorrectSources command = new CorrectSources(
                citizen, request.id(), magda.facts(citizen), sources(), Reason.SOURCE_CORRECTED, false, now());
        return attempt(citizen, state -> CorrectSources.decide(state, command));
    }

    /** An officer agrees with what the sources said, also when it is worse for the citizen. */
    boolean review(UUID citizen, String officer, UUID review) {
        return review(citizen, officer, review, Findings.NONE, Reason.SOURCE_CORRECTED);
    }

    /** An officer finds something else than the sources say: where it contradicts one, another officer answers first (D-84). */
    boolean find(UUID citizen, Findings found, String officer) {
        return review(citizen, officer, world.uuid(), found, Reason.SOURCE_WRONG);
    }

    private boolean review(UUID citizen, String officer, UUID review, Findings found, Reason reason) {
        Request request = decided(citizen);
        return request != null
                && asks(() -> attempt(
                        citizen,
                        state -> ReviewDecision.decide(
                                state,
                                new ReviewDecision(
                                        citizen, request.id(), review, found, reason, officer, false, now()))));
    }

    boolean sendEvidence(UUID citizen) {
        Request request = decided(citizen);
        if (request == null) {
            return false;
        }
        UUID evidence = world.uuid();
        return asks(() -> attempt(
                citizen,
                state -> SendEvidence.decide(
                        state,
                        new SendEvidence(
                                citizen,
                                request.id(),
                                evidence,
                                EvidenceKind.EDUCATION,
                                null,
                                null,
                                "digest",
                                now()))));
    }

    boolean object(UUID citizen) {
        Request request = decided(citizen);
        if (request == null) {
            return false;
        }
        UUID objection = world.uuid();
        return asks(() -> attempt(
                citizen,
                state -> FileObjection.decide(state, new FileObjection(citizen, request.id(), objection, now()))));
    }

    List<UUID> withProposal(List<UUID> citizens) {
        return citizens.stream().filter(each -> proposal(each) != null).toList();
    }

    boolean answerProposal(UUID citizen, String officer, boolean confirms) {
        DecisionProposed proposal = proposal(citizen);
        return proposal != null
                && asks(() -> attempt(
                        citizen,
                        state -> confirms
                                ? ConfirmDecision.decide(
                                        state,
                                        new ConfirmDecision(
                                                citizen, proposal.request(), proposal.review(), officer, false, now()))
                                : RejectProposal.decide(
                                        state,
                                        new RejectProposal(
                                                citizen,
                                                proposal.request(),
                                                proposal.review(),
                                                officer,
                                                Reason.EVIDENCE_INSUFFICIENT,
                                                now()))));
    }

    private @Nullable DecisionProposed proposal(UUID citizen) {
        return store.state(Entitlement.AGGREGATE, citizen.toString()).requests().stream()
                .map(request -> request.file().proposal())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private boolean attempt(UUID citizen, Function<Entitlement, Decision<EntitlementEvent>> decide) {
        return store.handle(Entitlement.AGGREGATE, citizen.toString(), decide)
                instanceof Outcome.Accepted<Entitlement, EntitlementEvent>;
    }

    private @Nullable Request decided(UUID citizen) {
        return store.state(Entitlement.AGGREGATE, citizen.toString()).requests().stream()
                .filter(request -> !request.open())
                .findFirst()
                .orElse(null);
    }

    private List<SourceAsked> sources() {
        return List.of(new SourceAsked(Source.WORK_RELATIONS, now()));
    }
}
