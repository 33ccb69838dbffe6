package be.vlaanderen.loopbaankrediet.payout.clawback;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutApproved;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.DecisionReason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.Instalment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.Reason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.WriteOffReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked about the clawbacks of a payout. */
public sealed interface ClawbackCommand {

    UUID clawback();

    Instant at();

    /**
     * @param paid null when the payout is not paid
     * @param hoursReturn the fault was not the citizen's: what is final goes back to them (MR 4.7)
     * @param review found by a review at session-claims-service; null when an officer announces it here
     */
    record Announce(
            UUID clawback,
            @Nullable PayoutApproved paid,
            int halfHours,
            boolean hoursReturn,
            Reason reason,
            @Nullable UUID explanation,
            String officer,
            @Nullable UUID review,
            Instant at)
            implements ClawbackCommand {}

    record Answer(UUID clawback, UUID counsellor, UUID answer, Instant at) implements ClawbackCommand {}

    record Decide(
            UUID clawback,
            int halfHours,
            DecisionReason reason,
            @Nullable UUID explanation,
            String officer,
            Instant at) implements ClawbackCommand {}

    /** @param availableCents what of the later payout is still to be paid */
    record SetOff(UUID clawback, UUID againstPayout, long availableCents, Instant at) implements ClawbackCommand {}

    /** @param reference structured reference of twelve digits, never given before */
    record AskRepayment(UUID clawback, long reference, String officer, Instant at) implements ClawbackCommand {}

    record AgreeInstalments(UUID clawback, List<Instalment> instalments, String officer, Instant at)
            implements ClawbackCommand {}

    /** @param officer null when the bank said so: it may be more than is owed */
    record NoteRepayment(
            UUID clawback,
            UUID entry,
            long amountCents,
            @Nullable String officer,
            Instant at) implements ClawbackCommand {}

    record WriteOff(
            UUID clawback, WriteOffReason reason, @Nullable UUID explanation, String officer, Instant at)
            implements ClawbackCommand {}
}
