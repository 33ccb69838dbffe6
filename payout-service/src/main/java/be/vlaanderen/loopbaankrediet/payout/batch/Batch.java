package be.vlaanderen.loopbaankrediet.payout.batch;

import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchApproved;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchHeld;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchMade;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchRefused;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchSent;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchedPayout;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The payouts of one file, and who let it go to the bank (D-62).
 *
 * @param made null when there is no such batch
 * @param approvals since it was made, or since it was last held
 * @param officersNeeded different officers who must release it
 * @param held null unless it is held now
 */
public record Batch(
        @Nullable BatchMade made,
        List<BatchApproved> approvals,
        int officersNeeded,
        @Nullable BatchHeld held,
        @Nullable BatchRefused refused,
        @Nullable Instant sentAt) {

    public static final Batch EMPTY = new Batch(null, List.of(), 0, null, null, null);
    public static final Aggregate<Batch, BatchEvent> AGGREGATE = new Aggregate<>("Batch", EMPTY, Batch::evolve);

    /** Where a batch stands: {@code WAITING <-> HELD -> RELEASED -> SENT}, or {@code REFUSED}. */
    public enum Status {
        /** For officers. */
        WAITING,
        HELD,
        RELEASED,
        REFUSED,
        SENT
    }

    /** What an officer can do. */
    public enum Step {
        RELEASE,
        HOLD,
        REFUSE
    }

    public static String stream(UUID batch) {
        return "batch-" + batch;
    }

    public List<BatchedPayout> payouts() {
        return made == null ? List.of() : made.payouts();
    }

    public Status status() {
        if (sentAt != null) {
            return Status.SENT;
        }
        if (refused != null) {
            return Status.REFUSED;
        }
        if (held != null) {
            return Status.HELD;
        }
        return approvals.size() >= officersNeeded ? Status.RELEASED : Status.WAITING;
    }

    /** What this officer can do now. */
    public List<Step> steps(String officer) {
        return switch (status()) {
            case SENT, REFUSED -> List.of();
            case RELEASED -> List.of(Step.HOLD, Step.REFUSE);
            case HELD -> List.of(Step.RELEASE, Step.REFUSE);
            case WAITING ->
                isApprovedBy(officer) ? List.of(Step.HOLD, Step.REFUSE) : List.of(Step.RELEASE, Step.HOLD, Step.REFUSE);
        };
    }

    public Decision<BatchEvent> record(BatchMade batch) {
        return made == null ? Decision.of(batch) : Decision.nothing();
    }

    /** Also when it was held meanwhile: the bank has it. */
    public Decision<BatchEvent> record(BatchSent noted) {
        return made == null || sentAt != null || refused != null ? Decision.nothing() : Decision.of(noted);
    }

    /** D-62: four eyes above an amount. */
    public Decision<BatchEvent> release(UUID batch, String officer, LocalDate executeOn, Instant at) {
        return switch (open()) {
            case Decision.Refused<BatchEvent> no -> no;
            case Decision.Events<BatchEvent> _ when status() == Status.RELEASED -> Decision.nothing();
            case Decision.Events<BatchEvent> _ when isApprovedBy(officer) -> Decision.refused(BatchRefusal.FOUR_EYES);
            case Decision.Events<BatchEvent> _ ->
                Decision.of(new BatchApproved(batch, officer, executeOn, approvals.size() + 1 >= officersNeeded, at));
        };
    }

    public Decision<BatchEvent> hold(BatchHeld command) {
        return switch (open()) {
            case Decision.Refused<BatchEvent> no -> no;
            case Decision.Events<BatchEvent> _ -> held == null ? Decision.of(command) : Decision.nothing();
        };
    }

    /** @param maybeAtBank the file was offered to the bank and it is not sure that it was not taken */
    public Decision<BatchEvent> refuse(BatchRefused command, boolean maybeAtBank) {
        if (refused != null) {
            return Decision.nothing();
        }
        return switch (open()) {
            case Decision.Refused<BatchEvent> no -> no;
            case Decision.Events<BatchEvent> _ ->
                maybeAtBank ? Decision.refused(BatchRefusal.MAYBE_AT_BANK) : Decision.of(command);
        };
    }

    private Decision<BatchEvent> open() {
        if (made == null) {
            return Decision.refused(BatchRefusal.BATCH_UNKNOWN);
        }
        return sentAt != null || refused != null ? Decision.refused(BatchRefusal.BATCH_CLOSED) : Decision.nothing();
    }

    private boolean isApprovedBy(String officer) {
        return approvals.stream().anyMatch(approval -> approval.officer().equals(officer));
    }

    public Batch evolve(BatchEvent event) {
        return switch (event) {
            case BatchMade batch -> new Batch(batch, List.of(), batch.officersNeeded(), null, null, null);
            case BatchApproved approved ->
                new Batch(
                        made,
                        Stream.concat(approvals.stream(), Stream.of(approved)).toList(),
                        officersNeeded,
                        null,
                        refused,
                        sentAt);
            case BatchHeld hold -> new Batch(made, List.of(), Math.max(1, officersNeeded), hold, refused, sentAt);
            case BatchRefused refusal -> new Batch(made, approvals, officersNeeded, held, refusal, sentAt);
            case BatchSent sent -> new Batch(made, approvals, officersNeeded, held, refused, sent.at());
        };
    }
}
