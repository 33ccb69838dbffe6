package be.vlaanderen.loopbaankrediet.eligibility.officers;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionProposed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.SourceCorrected;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementRefusal;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Findings;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Reason;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Request;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Condition;
import be.vlaanderen.loopbaankrediet.eligibility.rules.EducationBasis;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Region;
import be.vlaanderen.loopbaankrediet.eligibility.views.requests.RequestAnswer;
import be.vlaanderen.loopbaankrediet.eligibility.views.requests.Sentences;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as an officer sees it.
 *
 * @param citizen pseudonym
 * @param request what the citizen sees
 * @param facts what the sources said, beside the periods in the explanation; absent while it waits for its first decision
 * @param findings all that officers found before
 * @param correction what the sources say now, while nobody decided on it
 * @param proposal what waits for a second officer
 * @param otherRequests of the same citizen, newest first
 * @param actions what can be done, and why not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dossier(
        UUID citizen,
        RequestAnswer request,
        @Nullable SourceFacts facts,
        Findings findings,
        @Nullable Correction correction,
        @Nullable Proposal proposal,
        List<OtherRequest> otherRequests,
        List<Possible> actions) {

    public record SourceFacts(
            Region region,
            boolean worksInFlandersOrBrussels,
            EducationBasis educationBasis,
            int chequesUsed,
            boolean outplacement) {

        static SourceFacts of(Judgement judgement) {
            return new SourceFacts(
                    judgement.region(),
                    judgement.worksInFlandersOrBrussels(),
                    judgement.educationBasis(),
                    judgement.chequesUsed(),
                    judgement.outplacement());
        }
    }

    /**
     * What the rules say of a request when something else is taken as true.
     *
     * @param consequences Dutch, what it changes for the citizen
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outlook(
            boolean entitled,
            List<Condition> failed,
            int workedDays,
            int requiredDays,
            int hours,
            int coPaymentPerHourCents,
            String ruleVersion,
            @Nullable LocalDate reachedOn,
            List<String> consequences) {

        static Outlook of(Judgement before, Judgement after) {
            return new Outlook(
                    after.entitled(),
                    after.failed(),
                    after.workedDays(),
                    after.requiredDays(),
                    after.hours(),
                    after.coPaymentPerHourCents(),
                    after.ruleVersion(),
                    after.reachedOn(),
                    Sentences.consequences(before, after));
        }
    }

    public record Correction(Reason reasonCode, Instant noticedAt, Outlook outlook) {}

    /**
     * @param officer pseudonym of who proposes
     * @param reason in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Proposal(
            UUID review,
            Findings findings,
            Reason reasonCode,
            @Nullable String reason,
            String officer,
            Instant proposedAt,
            Outlook outlook) {}

    public record OtherRequest(UUID request, RequestAnswer.Status status, LocalDate requestedOn) {}

    public enum Action {
        DECIDE,
        CONFIRM,
        REJECT,
        RE_ASK
    }

    /** @param why Dutch, why it cannot be done; absent when it can */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Possible(
            Action action, boolean possible, @Nullable String why) {}

    /** @param officer pseudonym of who looks */
    static Dossier of(
            UUID citizen,
            Entitlement entitlement,
            Request request,
            RequestAnswer answer,
            Map<UUID, String> words,
            boolean reEntrants,
            String officer) {
        return new Dossier(
                citizen,
                answer,
                request.open() ? null : SourceFacts.of(request.basis()),
                request.file().findings(),
                correction(request),
                proposal(request, words, reEntrants),
                entitlement.requests().reversed().stream()
                        .filter(other -> !other.id().equals(request.id()))
                        .map(Dossier::other)
                        .toList(),
                actions(entitlement, request, officer));
    }

    private static @Nullable Correction correction(Request request) {
        SourceCorrected correction = request.file().correction();
        return correction == null
                ? null
                : new Correction(
                        correction.reasonCode(), correction.at(), Outlook.of(request.judged(), correction.judgement()));
    }

    private static @Nullable Proposal proposal(Request request, Map<UUID, String> words, boolean reEntrants) {
        DecisionProposed proposal = request.file().proposal();
        return proposal == null
                ? null
                : new Proposal(
                        proposal.review(),
                        proposal.findings(),
                        proposal.reasonCode(),
                        words.get(proposal.review()),
                        proposal.officer(),
                        proposal.at(),
                        Outlook.of(request.judged(), request.judgeAgain(proposal.findings(), reEntrants)));
    }

    private static OtherRequest other(Request request) {
        Request.Decided decided = request.decided();
        return new OtherRequest(
                request.id(),
                decided == null ? RequestAnswer.Status.PENDING : RequestAnswer.Status.of(decided.judgement()),
                request.requestedOn());
    }

    private static List<Possible> actions(Entitlement entitlement, Request request, String officer) {
        EntitlementRefusal closed = entitlement.closed(request);
        DecisionProposed proposal = request.file().proposal();
        List<Possible> all = new ArrayList<>();
        all.add(possible(
                Action.DECIDE, closed != null ? closed : proposal == null ? null : EntitlementRefusal.PROPOSAL_WAITS));
        if (proposal != null) {
            boolean own = proposal.officer().equals(officer);
            all.add(possible(Action.CONFIRM, own ? EntitlementRefusal.FOUR_EYES : closed));
            all.add(possible(Action.REJECT, null));
        }
        all.add(possible(Action.RE_ASK, closed));
        return List.copyOf(all);
    }

    private static Possible possible(Action action, @Nullable EntitlementRefusal refusal) {
        return new Possible(action, refusal == null, refusal == null ? null : refusal.detail());
    }
}
