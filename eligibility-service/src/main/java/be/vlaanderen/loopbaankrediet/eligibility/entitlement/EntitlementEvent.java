package be.vlaanderen.loopbaankrediet.eligibility.entitlement;

import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to the right of one citizen. Stored for ever: fields are added, never changed. */
public sealed interface EntitlementEvent {

    UUID citizen();

    Instant at();

    /** @param requestedOn day in Brussels; its rule set judges, whenever the sources answer */
    record EntitlementRequested(UUID citizen, UUID request, LocalDate requestedOn, Instant at)
            implements EntitlementEvent {}

    /**
     * A source was silent; never a reason to refuse.
     *
     * @param attempt from 1
     */
    record DecisionPostponed(UUID citizen, UUID request, Source source, int attempt, Instant nextAttemptAt, Instant at)
            implements EntitlementEvent {}

    /** @param employers pseudonyms of the employers of the day of the request (D-50); absent when there are none */
    record EntitlementEstablished(
            UUID citizen,
            UUID request,
            LocalDate requestedOn,
            Judgement judgement,
            List<SourceAsked> sources,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<UUID> employers,

            Instant at)
            implements EntitlementEvent {}

    /** @param employers as of a right that was established, for when the refusal is overturned */
    record EntitlementRefused(
            UUID citizen,
            UUID request,
            LocalDate requestedOn,
            Judgement judgement,
            List<SourceAsked> sources,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<UUID> employers,

            Instant at)
            implements EntitlementEvent {}

    /** Hours or price of a right that was established changed; no hours is a right withdrawn. */
    record EntitlementRevised(
            UUID citizen, UUID request, Judgement judgement, List<SourceAsked> sources, Reason reasonCode, Instant at)
            implements EntitlementEvent {}

    /**
     * The file itself is in the vault.
     *
     * @param from first day that it is about
     * @param file digest of what was sent
     */
    record EvidenceSent(
            UUID citizen,
            UUID request,
            UUID evidence,
            EvidenceKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String file,
            Instant at)
            implements EntitlementEvent {}

    /** GDPR art. 22: somebody wants a human to look. The words are in the vault. */
    record ObjectionFiled(UUID citizen, UUID request, UUID objection, Instant at) implements EntitlementEvent {}

    /** An officer contradicts a source: nothing changes before another officer confirms. */
    record DecisionProposed(
            UUID citizen,
            UUID request,
            UUID review,
            Findings findings,
            Judgement judgement,
            String officer,
            Reason reasonCode,
            Instant at)
            implements EntitlementEvent {}

    record ProposalRejected(UUID citizen, UUID request, UUID review, String officer, Reason reasonCode, Instant at)
            implements EntitlementEvent {}

    /** The second of four eyes. */
    record Confirmation(String officer, Instant at) {}

    /**
     * An officer decided about evidence, an objection or a revision; the words are in the vault.
     *
     * @param findings of this decision
     * @param judgement made again by the same rule set over sources and findings
     * @param officer who decided, or proposed
     * @param confirmation absent where one officer is enough
     */
    record DecisionReviewed(
            UUID citizen,
            UUID request,
            UUID review,
            ReviewOutcome outcome,
            Findings findings,
            Judgement judgement,
            String officer,
            @Nullable Confirmation confirmation,
            Reason reasonCode,
            Instant at)
            implements EntitlementEvent {}

    /**
     * Sources say something else than they did.
     *
     * @param judgement by what they say now, with all that officers found before
     * @param waits true when it would take something away: then an officer decides first
     */
    record SourceCorrected(
            UUID citizen,
            UUID request,
            Judgement judgement,
            List<SourceAsked> sources,
            Reason reasonCode,
            boolean waits,
            Instant at)
            implements EntitlementEvent {}

    /** CN 2.5.3: the file was kept long enough; who it was about is no longer known. */
    record CitizenForgotten(UUID citizen, String officer, Instant at) implements EntitlementEvent {}
}
