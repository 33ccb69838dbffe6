package be.vlaanderen.loopbaankrediet.eligibility.entitlement.review;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Consequence;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.Confirmation;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionProposed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionReviewed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementRefusal;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Findings;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Reason;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Request;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.ReviewOutcome;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.SourceAsked;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Period;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer decides on evidence, an objection or what a source says now: the same rule set judges again, over the sources and what the officer
 * found. D-84: who contradicts a source needs a second officer.
 *
 * @param officer pseudonym
 * @param reEntrants the rules for re-entrants are switched on (VR)
 */
public record ReviewDecision(
        UUID citizen,
        UUID request,
        UUID review,
        Findings findings,
        Reason reasonCode,
        String officer,
        boolean reEntrants,
        Instant at) {

    /** Nobody who asks today worked before this. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1940, 1, 1);

    public static Decision<EntitlementEvent> decide(Entitlement entitlement, ReviewDecision command) {
        Request request = entitlement.find(command.request());
        if (request == null) {
            return Decision.refused(EntitlementRefusal.REQUEST_UNKNOWN);
        }
        if (known(request, command.review())) {
            return Decision.nothing();
        }
        EntitlementRefusal no = refusal(entitlement, request, command);
        if (no != null) {
            return Decision.refused(no);
        }
        Judgement judgement = request.judgeAgain(command.findings(), command.reEntrants());
        if (command.findings().overrule(request.basis())) {
            return Decision.of(new DecisionProposed(
                    command.citizen(),
                    command.request(),
                    command.review(),
                    command.findings(),
                    judgement,
                    command.officer(),
                    command.reasonCode(),
                    command.at()));
        }
        return reviewed(
                entitlement,
                command.citizen(),
                request,
                command.review(),
                command.findings(),
                judgement,
                command.officer(),
                null,
                command.reasonCode(),
                command.at());
    }

    /** The decision with what follows from it. */
    static Decision<EntitlementEvent> reviewed(
            Entitlement entitlement,
            UUID citizen,
            Request request,
            UUID review,
            Findings findings,
            Judgement judgement,
            String officer,
            @Nullable Confirmation confirmation,
            Reason reasonCode,
            Instant at) {
        Consequence consequence = Consequence.of(request.judged(), judgement);
        List<EntitlementEvent> events = new ArrayList<>();
        events.add(new DecisionReviewed(
                citizen,
                request.id(),
                review,
                outcome(consequence, judgement),
                findings,
                judgement,
                officer,
                confirmation,
                reasonCode,
                at));
        List<SourceAsked> sources = request.newestSources();
        EntitlementEvent told = consequence.event(entitlement, citizen, request, judgement, sources, reasonCode, at);
        if (told != null) {
            events.add(told);
        }
        return Decision.of(events);
    }

    private static ReviewOutcome outcome(Consequence consequence, Judgement judgement) {
        return switch (consequence) {
            case NOTHING -> ReviewOutcome.UPHELD;
            case RIGHT -> ReviewOutcome.OVERTURNED;
            case BETTER -> ReviewOutcome.REVISED;
            case WORSE -> judgement.entitled() ? ReviewOutcome.REVISED : ReviewOutcome.WITHDRAWN;
        };
    }

    private static boolean known(Request request, UUID review) {
        DecisionProposed proposal = request.file().proposal();
        return (proposal != null && proposal.review().equals(review))
                || request.file().rejected().contains(review)
                || request.file().reviews().stream()
                        .anyMatch(each -> each.review().equals(review));
    }

    private static @Nullable EntitlementRefusal refusal(
            Entitlement entitlement, Request request, ReviewDecision command) {
        EntitlementRefusal closed = entitlement.closed(request);
        if (closed != null) {
            return closed;
        }
        if (request.file().proposal() != null) {
            return EntitlementRefusal.PROPOSAL_WAITS;
        }
        if (command.reasonCode() == Reason.ASKED_AGAIN) {
            return EntitlementRefusal.REASON_DOES_NOT_FIT;
        }
        return usable(command.findings(), request.requestedOn()) ? null : EntitlementRefusal.PERIOD_NOT_USABLE;
    }

    /** Only work or what is equated with it can be recognised (D-2, D-3). */
    public static boolean usable(Findings findings, LocalDate requestedOn) {
        return findings.periods().stream().allMatch(period -> usable(period, requestedOn));
    }

    private static boolean usable(Period period, LocalDate on) {
        LocalDate to = period.to();
        return period.kind().countsAsWork()
                && !period.cancelled()
                && !period.from().isBefore(FIRST_DAY)
                && !period.from().isAfter(on)
                && (to == null || !to.isBefore(period.from()));
    }
}
