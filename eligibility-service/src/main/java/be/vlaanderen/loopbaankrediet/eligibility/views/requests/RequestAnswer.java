package be.vlaanderen.loopbaankrediet.eligibility.views.requests;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.CaseFile;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionReviewed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRevised;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EvidenceSent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.ObjectionFiled;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EvidenceKind;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Reason;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Request;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.ReviewOutcome;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.WorkKind;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Condition;
import be.vlaanderen.loopbaankrediet.eligibility.rules.EducationLevel;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request and its decision, as its citizen sees it. While pending only the explanation is known.
 *
 * @param hours granted, 0 when refused
 * @param coPaymentPerHourCents whole cents, also when refused
 * @param reachedOn when the required days are reached if the current job goes on
 * @param alternatives what can be done or used after a refusal; empty otherwise
 * @param decidedAt when what holds was decided
 * @param evidence what was sent in, oldest first
 * @param review where a human look stands; absent when nobody asked for one
 * @param reviews what officers decided, oldest first
 * @param revisions how hours or price changed after the right was established, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestAnswer(
        UUID request,
        Status status,
        LocalDate requestedOn,
        @Nullable Integer workedDays,
        @Nullable Integer requiredDays,
        List<Condition> failed,
        @Nullable Integer hours,
        @Nullable Integer coPaymentPerHourCents,
        @Nullable EducationLevel educationLevel,
        @Nullable String ruleVersion,
        @Nullable LocalDate reachedOn,
        Explanation explanation,
        List<Alternative> alternatives,
        @Nullable Instant decidedAt,
        List<Evidence> evidence,
        List<Objection> objections,
        @Nullable ReviewState review,
        List<Review> reviews,
        List<Revision> revisions) {

    public enum Status {
        PENDING,
        ENTITLED,
        REFUSED;

        public static Status of(Judgement judgement) {
            return judgement.entitled() ? ENTITLED : REFUSED;
        }
    }

    /** @param from first day that it is about */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Evidence(
            UUID evidence,
            EvidenceKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Instant sentAt) {

        static Evidence of(EvidenceSent sent) {
            return new Evidence(sent.evidence(), sent.kind(), sent.from(), sent.to(), sent.at());
        }
    }

    /** @param text absent once it was kept long enough */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Objection(
            UUID objection, Instant filedAt, @Nullable String text) {

        static Objection of(ObjectionFiled filed, Map<UUID, String> words) {
            return new Objection(filed.objection(), filed.at(), words.get(filed.objection()));
        }
    }

    public enum ReviewStatus {
        WAITING,
        /** An officer contradicts a source; another one has to confirm. */
        SECOND_OFFICER,
        DECIDED
    }

    /**
     * @param waitingFor what an officer has to look at
     * @param text Dutch, what is happening
     */
    public record ReviewState(ReviewStatus status, List<WorkKind> waitingFor, String text) {}

    /**
     * @param officer pseudonym of who decided
     * @param confirmedBy pseudonym of the second officer, where one was needed
     * @param reason in words; absent once it was kept long enough
     * @param text Dutch, what it changed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Review(
            UUID review,
            ReviewOutcome outcome,
            Reason reasonCode,
            @Nullable String reason,
            String officer,
            @Nullable String confirmedBy,
            Instant decidedAt,
            String text) {

        static Review of(DecisionReviewed reviewed, Map<UUID, String> words) {
            return new Review(
                    reviewed.review(),
                    reviewed.outcome(),
                    reviewed.reasonCode(),
                    words.get(reviewed.review()),
                    reviewed.officer(),
                    reviewed.confirmation() == null
                            ? null
                            : reviewed.confirmation().officer(),
                    reviewed.at(),
                    Sentences.outcome(reviewed.outcome()));
        }
    }

    /** @param text Dutch, what follows for hours and price */
    public record Revision(
            Reason reasonCode,
            int hours,
            int coPaymentPerHourCents,
            String ruleVersion,
            Instant revisedAt,
            String text) {

        static Revision of(EntitlementRevised revised) {
            Judgement judgement = revised.judgement();
            return new Revision(
                    revised.reasonCode(),
                    judgement.hours(),
                    judgement.coPaymentPerHourCents(),
                    judgement.ruleVersion(),
                    revised.at(),
                    Sentences.revision(revised.reasonCode()) + " " + Sentences.right(judgement));
        }
    }

    static RequestAnswer of(Entitlement entitlement, Request request, Map<UUID, String> words, boolean reEntrants) {
        Request.Decided decided = request.decided();
        if (decided == null) {
            return new RequestAnswer(
                    request.id(),
                    Status.PENDING,
                    request.requestedOn(),
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    Explanation.ofPending(request.silent()),
                    List.of(),
                    null,
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    List.of());
        }
        Judgement judgement = decided.judgement();
        CaseFile file = request.file();
        Openings openings = Openings.of(entitlement, request);
        return new RequestAnswer(
                request.id(),
                Status.of(judgement),
                request.requestedOn(),
                judgement.workedDays(),
                judgement.requiredDays(),
                judgement.failed(),
                judgement.hours(),
                judgement.coPaymentPerHourCents(),
                judgement.educationLevel(),
                judgement.ruleVersion(),
                judgement.reachedOn(),
                Explanation.of(judgement, decided.sources(), request.requestedOn(), file.findings(), openings),
                Alternative.of(judgement, openings, reEntrants),
                decided.at(),
                file.evidence().stream().map(Evidence::of).toList(),
                file.objections().stream()
                        .map(filed -> Objection.of(filed, words))
                        .toList(),
                review(file),
                file.reviews().stream()
                        .map(reviewed -> Review.of(reviewed, words))
                        .toList(),
                file.revisions().stream().map(Revision::of).toList());
    }

    private static @Nullable ReviewState review(CaseFile file) {
        List<WorkKind> waiting = file.waiting().stream().sorted().toList();
        if (file.proposal() != null) {
            return new ReviewState(ReviewStatus.SECOND_OFFICER, waiting, Sentences.SECOND_OFFICER);
        }
        if (!waiting.isEmpty()) {
            return new ReviewState(ReviewStatus.WAITING, waiting, Sentences.waiting(waiting));
        }
        return file.reviews().isEmpty()
                ? null
                : new ReviewState(
                        ReviewStatus.DECIDED,
                        waiting,
                        Sentences.outcome(file.reviews().getLast().outcome()));
    }
}
