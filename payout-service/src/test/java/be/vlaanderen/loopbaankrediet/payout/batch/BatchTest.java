package be.vlaanderen.loopbaankrediet.payout.batch;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.payout.batch.Batch.Status;
import be.vlaanderen.loopbaankrediet.payout.batch.Batch.Step;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchApproved;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchHeld;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchMade;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchRefused;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchSent;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.StopReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final UUID BATCH = new UUID(7, 7);
    private static final Instant AT = Instant.parse("2027-02-22T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 2, 22);

    @Test
    void a_batch_above_the_amount_needs_two_different_officers() {
        given(Batch.AGGREGATE, made(2))
                .when(batch -> batch.release(BATCH, "an", DAY, AT))
                .then(approved("an", false));
        given(Batch.AGGREGATE, made(2), approved("an", false))
                .when(batch -> batch.release(BATCH, "an", DAY, AT))
                .thenRefused(BatchRefusal.FOUR_EYES);
        given(Batch.AGGREGATE, made(2), approved("an", false))
                .when(batch -> batch.release(BATCH, "bo", DAY, AT))
                .then(approved("bo", true));
        Batch half = given(Batch.AGGREGATE, made(2), approved("an", false)).state();
        assertEquals(Status.WAITING, half.status());
        assertEquals(List.of(Step.HOLD, Step.REFUSE), half.steps("an"));
        assertEquals(List.of(Step.RELEASE, Step.HOLD, Step.REFUSE), half.steps("bo"));
    }

    @Test
    void a_small_batch_goes_by_itself_unless_it_is_held_in_time() {
        assertEquals(Status.RELEASED, given(Batch.AGGREGATE, made(0)).state().status());
        given(Batch.AGGREGATE, made(0))
                .when(batch -> batch.release(BATCH, "an", DAY, AT))
                .thenNothing();
        given(Batch.AGGREGATE, made(0)).when(batch -> batch.hold(held())).then(held());
        assertEquals(
                Status.HELD, given(Batch.AGGREGATE, made(0), held()).state().status());
        given(Batch.AGGREGATE, made(0), held())
                .when(batch -> batch.release(BATCH, "an", DAY, AT))
                .then(approved("an", true));
    }

    @Test
    void holding_a_batch_takes_back_what_was_released() {
        Batch again = given(
                        Batch.AGGREGATE,
                        made(2),
                        approved("an", false),
                        approved("bo", true),
                        held(),
                        approved("bo", false))
                .state();
        assertEquals(Status.WAITING, again.status());
        assertEquals(1, again.approvals().size());
    }

    @Test
    void what_is_refused_or_sent_stays_so() {
        given(Batch.AGGREGATE, made(0), refused())
                .when(batch -> batch.release(BATCH, "an", DAY, AT))
                .thenRefused(BatchRefusal.BATCH_CLOSED);
        given(Batch.AGGREGATE, made(0), refused())
                .when(batch -> batch.refuse(refused(), false))
                .thenNothing();
        given(Batch.AGGREGATE, made(0), new BatchSent(BATCH, AT))
                .when(batch -> batch.refuse(refused(), false))
                .thenRefused(BatchRefusal.BATCH_CLOSED);
        given(Batch.AGGREGATE, made(0), refused())
                .when(batch -> batch.record(new BatchSent(BATCH, AT)))
                .thenNothing();
    }

    @Test
    void a_batch_that_the_bank_may_have_cannot_be_refused_but_it_can_be_held() {
        given(Batch.AGGREGATE, made(0))
                .when(batch -> batch.refuse(refused(), true))
                .thenRefused(BatchRefusal.MAYBE_AT_BANK);
        given(Batch.AGGREGATE, made(0), held())
                .when(batch -> batch.record(new BatchSent(BATCH, AT)))
                .then(new BatchSent(BATCH, AT));
    }

    @Test
    void nothing_can_be_done_with_a_batch_that_does_not_exist() {
        given(Batch.AGGREGATE)
                .when(batch -> batch.release(BATCH, "an", DAY, AT))
                .thenRefused(BatchRefusal.BATCH_UNKNOWN);
    }

    private static BatchMade made(int officersNeeded) {
        return new BatchMade(BATCH, List.of(), 21_780, DAY, officersNeeded, AT);
    }

    private static BatchApproved approved(String officer, boolean released) {
        return new BatchApproved(BATCH, officer, DAY, released, AT);
    }

    private static BatchHeld held() {
        return new BatchHeld(BATCH, StopReason.AMOUNT_UNUSUAL, null, "cas", AT);
    }

    private static BatchRefused refused() {
        return new BatchRefused(BATCH, StopReason.MADE_TWICE, null, "cas", AT);
    }
}
