package be.vlaanderen.loopbaankrediet.payout.clawback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to the clawbacks of a payout. Stored for ever: fields are added, never changed. An officer is a pseudonym;
 * texts are named by their id and lie in a vault.
 */
public sealed interface ClawbackEvent {

    UUID clawback();

    UUID booking();

    Instant at();

    /** Why an inspector finds half hours undue (MR 4.6, 4.7). */
    enum Reason {
        NOT_DELIVERED,
        SHORTER_THAN_CLAIMED,
        NO_PROOF_OF_ATTENDANCE,
        NO_AGREEMENT,
        NO_DEVELOPMENT_PLAN,
        REGISTERED_WRONGLY,
        COMPLAINT_FOUNDED,
        INSPECTION_FINDING
    }

    /** What the answer of the counsellor led to. */
    enum DecisionReason {
        NO_ANSWER,
        ANSWER_NOT_ACCEPTED,
        ANSWER_PARTLY_ACCEPTED,
        ANSWER_ACCEPTED
    }

    /** Why what is left is not collected. */
    enum WriteOffReason {
        COUNSELLOR_STOPPED,
        BANKRUPTCY,
        COST_ABOVE_AMOUNT,
        MISTAKE_OF_GOVERNMENT
    }

    /**
     * @param answerUntil last day in Brussels on which the counsellor can answer
     * @param hoursReturn the fault was not the citizen's; null, as in events of before this was recorded, is true
     * @param review that found it at session-claims-service; null when an officer announced it here
     */
    record ClawbackAnnounced(
            UUID clawback,
            UUID payout,
            UUID claim,
            UUID booking,
            UUID counsellor,
            int halfHours,
            long exclVatCents,
            long vatCents,
            long coPaymentCents,
            Reason reason,
            @Nullable UUID explanation,
            String officer,
            LocalDate answerUntil,
            @Nullable Boolean hoursReturn,
            @Nullable UUID review,
            Instant at)
            implements ClawbackEvent {}

    record ClawbackAnswered(UUID clawback, UUID booking, UUID answer, Instant at) implements ClawbackEvent {}

    /**
     * @param halfHours the final ones: 0 when nothing is undue
     * @param hoursReturn as it was announced
     */
    record ClawbackDecided(
            UUID clawback,
            UUID payout,
            UUID claim,
            UUID booking,
            UUID counsellor,
            int halfHours,
            long exclVatCents,
            long vatCents,
            long coPaymentCents,
            DecisionReason reason,
            @Nullable UUID explanation,
            String officer,
            @Nullable Boolean hoursReturn,
            Instant at)
            implements ClawbackEvent {

        public long totalCents() {
            return exclVatCents + vatCents;
        }
    }

    /** @param leftCents still to be set off or written off */
    record ClawbackSetOff(UUID clawback, UUID booking, UUID againstPayout, long amountCents, long leftCents, Instant at)
            implements ClawbackEvent {}

    /**
     * MR 4.7: asked back by an invoice.
     *
     * @param reference structured reference: twelve digits, the last two their check (mod 97)
     * @param dueOn last day to pay
     */
    record RepaymentAsked(
            UUID clawback,
            UUID booking,
            UUID counsellor,
            long reference,
            long amountCents,
            LocalDate dueOn,
            String officer,
            Instant at)
            implements ClawbackEvent {}

    /** @param instalments together what was left at that moment, by due day */
    record InstalmentsAgreed(UUID clawback, UUID booking, List<Instalment> instalments, String officer, Instant at)
            implements ClawbackEvent {}

    record Instalment(LocalDate dueOn, long amountCents) {}

    /**
     * Money came in.
     *
     * @param entry of the bank, or note of an officer: each counts once
     * @param officer null when the bank said so
     */
    record RepaymentReceived(
            UUID clawback,
            UUID booking,
            UUID entry,
            long amountCents,
            long leftCents,
            @Nullable String officer,
            Instant at)
            implements ClawbackEvent {}

    record ClawbackWrittenOff(
            UUID clawback,
            UUID booking,
            long amountCents,
            WriteOffReason reason,
            @Nullable UUID explanation,
            String officer,
            Instant at)
            implements ClawbackEvent {}

    /** Nothing is left. */
    record ClawbackSettled(
            UUID clawback,
            UUID payout,
            UUID claim,
            UUID booking,
            UUID counsellor,
            long setOffCents,
            long writtenOffCents,
            long repaidCents,
            Instant at)
            implements ClawbackEvent {}
}
