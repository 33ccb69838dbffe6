package be.vlaanderen.loopbaankrediet.payout.clawback;

import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackAnnounced;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackAnswered;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackDecided;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackSetOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackSettled;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackWrittenOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.Instalment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.InstalmentsAgreed;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.RepaymentAsked;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.RepaymentReceived;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Half hours of a payout that are undue: announced, answered, decided, and what was paid back of them.
 *
 * @param answered null while its counsellor did not answer
 * @param decided null until it is final
 * @param asked null while it is not asked back by an invoice
 * @param agreed null while no instalments are agreed
 * @param leftAtAgreement owed when they were agreed
 * @param entries of the bank, or notes of officers, that are counted in repaidCents
 */
public record ClawbackState(
        ClawbackAnnounced announced,
        @Nullable ClawbackAnswered answered,
        @Nullable ClawbackDecided decided,
        long setOffCents,
        long repaidCents,
        Set<UUID> entries,
        @Nullable RepaymentAsked asked,
        @Nullable InstalmentsAgreed agreed,
        long leftAtAgreement,
        @Nullable ClawbackWrittenOff writtenOff,
        @Nullable Instant settledAt) {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** What can be done next. */
    public enum Step {
        /** By its counsellor. */
        ANSWER,
        DECIDE,
        ASK_REPAYMENT,
        AGREE_INSTALMENTS,
        NOTE_REPAYMENT,
        WRITE_OFF
    }

    static ClawbackState announced(ClawbackAnnounced announced) {
        return new ClawbackState(announced, null, null, 0, 0, Set.of(), null, null, 0, null, null);
    }

    int halfHours() {
        return decided == null ? announced.halfHours() : decided.halfHours();
    }

    public long writtenOffCents() {
        return writtenOff == null ? 0 : writtenOff.amountCents();
    }

    /** Owed by the counsellor. */
    public long leftCents() {
        return decided == null ? 0 : decided.totalCents() - setOffCents - repaidCents - writtenOffCents();
    }

    /** D-68: what is asked back by an invoice is taken from payouts only when the counsellor is late with it. */
    public long dueCents(LocalDate day) {
        if (asked == null) {
            return leftCents();
        }
        if (agreed == null) {
            return asked.dueOn().isBefore(day) ? leftCents() : 0;
        }
        long due = agreed.instalments().stream()
                .filter(instalment -> instalment.dueOn().isBefore(day))
                .mapToLong(Instalment::amountCents)
                .sum();
        return Math.clamp(due - (leftAtAgreement - leftCents()), 0, leftCents());
    }

    /** @param officer who asks; null for its counsellor */
    public List<Step> steps(@Nullable String officer, Instant at) {
        List<Step> steps = new ArrayList<>();
        if (officer == null) {
            if (answered == null && decided == null && !isOver(at)) {
                steps.add(Step.ANSWER);
            }
        } else if (decided == null) {
            boolean other = announced.review() != null || !announced.officer().equals(officer);
            if (other && (answered != null || isOver(at))) {
                steps.add(Step.DECIDE);
            }
        } else if (leftCents() > 0) {
            if (asked == null) {
                steps.add(Step.ASK_REPAYMENT);
            } else {
                steps.add(Step.AGREE_INSTALMENTS);
                steps.add(Step.NOTE_REPAYMENT);
            }
            if (!decided.officer().equals(officer)) {
                steps.add(Step.WRITE_OFF);
            }
        }
        return steps;
    }

    boolean isOver(Instant at) {
        return LocalDate.ofInstant(at, BRUSSELS).isAfter(announced.answerUntil());
    }

    ClawbackState evolve(ClawbackEvent event) {
        Draft next = new Draft(this);
        switch (event) {
            case ClawbackAnnounced _ -> {}
            case ClawbackAnswered answer -> next.answered = answer;
            case ClawbackDecided decision -> next.decided = decision;
            case ClawbackSetOff setOff -> next.setOffCents += setOff.amountCents();
            case RepaymentAsked invoice -> next.asked = invoice;
            case InstalmentsAgreed agreement -> {
                next.agreed = agreement;
                next.leftAtAgreement = leftCents();
            }
            case RepaymentReceived received -> {
                next.repaidCents += received.amountCents();
                next.entries = new HashSet<>(entries);
                next.entries.add(received.entry());
            }
            case ClawbackWrittenOff written -> next.writtenOff = written;
            case ClawbackSettled settled -> next.settledAt = settled.at();
        }
        return next.done();
    }

    /** A state in which one thing is changed. */
    private static final class Draft {
        private final ClawbackAnnounced announced;
        private @Nullable ClawbackAnswered answered;
        private @Nullable ClawbackDecided decided;
        private long setOffCents;
        private long repaidCents;
        private Set<UUID> entries;
        private @Nullable RepaymentAsked asked;
        private @Nullable InstalmentsAgreed agreed;
        private long leftAtAgreement;
        private @Nullable ClawbackWrittenOff writtenOff;
        private @Nullable Instant settledAt;

        Draft(ClawbackState from) {
            announced = from.announced;
            answered = from.answered;
            decided = from.decided;
            setOffCents = from.setOffCents;
            repaidCents = from.repaidCents;
            entries = from.entries;
            asked = from.asked;
            agreed = from.agreed;
            leftAtAgreement = from.leftAtAgreement;
            writtenOff = from.writtenOff;
            settledAt = from.settledAt;
        }

        ClawbackState done() {
            return new ClawbackState(
                    announced,
                    answered,
                    decided,
                    setOffCents,
                    repaidCents,
                    Set.copyOf(entries),
                    asked,
                    agreed,
                    leftAtAgreement,
                    writtenOff,
                    settledAt);
        }
    }
}
