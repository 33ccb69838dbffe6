package be.vlaanderen.loopbaankrediet.sessionclaims.complaint;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.sessionclaims.complaint.Complaint.AGGREGATE;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionRegistered;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Mode;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Theme;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintAnswered;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintDecided;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintFiled;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintKind;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintOutcome;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** MR 4.7. */
class ComplaintTest {

    private static final UUID COMPLAINT = new UUID(7, 7);
    private static final UUID BOOKING = new UUID(1, 1);
    private static final UUID WALLET = new UUID(2, 2);
    private static final UUID COUNSELLOR = new UUID(3, 3);
    private static final UUID SESSION = new UUID(4, 4);
    private static final UUID STRANGER = new UUID(5, 5);
    private static final Instant PAID = Instant.parse("2027-03-01T09:00:00Z");
    private static final Instant START = Instant.parse("2027-03-08T13:00:00Z");
    private static final Instant NOW = Instant.parse("2027-03-20T08:00:00Z");
    private static final String OFFICER = "a1b2c3d4";

    @Test
    void a_citizen_complains_about_the_guidance_of_an_own_block_once() {
        given(AGGREGATE)
                .when(file(ComplaintKind.GUIDANCE, BOOKING, SESSION, NOW))
                .then(filed(ComplaintKind.GUIDANCE));
        given(AGGREGATE, filed(ComplaintKind.GUIDANCE))
                .when(file(ComplaintKind.GUIDANCE, BOOKING, SESSION, NOW))
                .thenNothing();
    }

    @Test
    void a_complaint_about_the_right_needs_no_booking_and_one_about_the_guidance_does() {
        given(AGGREGATE)
                .when(file(ComplaintKind.RIGHT, null, null, NOW))
                .then(new ComplaintFiled(COMPLAINT, ComplaintKind.RIGHT, WALLET, null, null, null, NOW));
        given(AGGREGATE)
                .when(file(ComplaintKind.GUIDANCE, null, null, NOW))
                .thenRefused(ComplaintRefusal.BOOKING_MISSING);
        given(AGGREGATE)
                .when(file(ComplaintKind.RIGHT, null, SESSION, NOW))
                .thenRefused(ComplaintRefusal.BOOKING_MISSING);
    }

    @Test
    void nobody_complains_about_the_block_of_somebody_else_or_a_session_that_is_not_in_it() {
        given(AGGREGATE)
                .when(it -> FileComplaint.decide(
                        it,
                        new FileComplaint(COMPLAINT, ComplaintKind.GUIDANCE, STRANGER, BOOKING, null, block(), NOW)))
                .thenRefused(BlockRefusal.BLOCK_UNKNOWN);
        given(AGGREGATE)
                .when(it -> FileComplaint.decide(
                        it,
                        new FileComplaint(COMPLAINT, ComplaintKind.GUIDANCE, WALLET, BOOKING, null, Block.EMPTY, NOW)))
                .thenRefused(BlockRefusal.BLOCK_UNKNOWN);
        given(AGGREGATE)
                .when(file(ComplaintKind.GUIDANCE, BOOKING, STRANGER, NOW))
                .thenRefused(BlockRefusal.SESSION_UNKNOWN);
    }

    /** D-45. */
    @Test
    void a_complaint_comes_within_a_year_of_the_last_session_or_of_the_payment() {
        Instant last = Instant.parse("2028-03-08T22:59:59Z"); // the last second of 8 March in Brussels
        given(AGGREGATE)
                .when(file(ComplaintKind.GUIDANCE, BOOKING, null, last))
                .then(new ComplaintFiled(COMPLAINT, ComplaintKind.GUIDANCE, WALLET, BOOKING, null, COUNSELLOR, last));
        given(AGGREGATE)
                .when(file(ComplaintKind.GUIDANCE, BOOKING, null, last.plusSeconds(1)))
                .thenRefused(ComplaintRefusal.COMPLAINT_TOO_LATE, Map.of("lastDay", "2028-03-08"));
        given(AGGREGATE)
                .when(it -> FileComplaint.decide(
                        it,
                        new FileComplaint(
                                COMPLAINT,
                                ComplaintKind.GUIDANCE,
                                WALLET,
                                BOOKING,
                                null,
                                Block.AGGREGATE.replay(List.of(opened())),
                                last)))
                .thenRefused(ComplaintRefusal.COMPLAINT_TOO_LATE, Map.of("lastDay", "2028-03-01"));
    }

    @Test
    void the_counsellor_answers_once_and_before_the_decision() {
        given(AGGREGATE, filed(ComplaintKind.GUIDANCE)).when(answer(COUNSELLOR)).then(answered());
        given(AGGREGATE, filed(ComplaintKind.GUIDANCE), answered())
                .when(answer(COUNSELLOR))
                .thenRefused(ComplaintRefusal.COMPLAINT_ALREADY_ANSWERED);
        given(AGGREGATE, filed(ComplaintKind.GUIDANCE), decided(ComplaintOutcome.FOUNDED))
                .when(answer(COUNSELLOR))
                .thenRefused(ComplaintRefusal.COMPLAINT_ALREADY_DECIDED);
        given(AGGREGATE, filed(ComplaintKind.GUIDANCE))
                .when(answer(STRANGER))
                .thenRefused(ComplaintRefusal.COMPLAINT_UNKNOWN);
        given(AGGREGATE, filed(ComplaintKind.RIGHT))
                .when(answer(COUNSELLOR))
                .thenRefused(ComplaintRefusal.COMPLAINT_NOT_ABOUT_GUIDANCE);
        given(AGGREGATE).when(answer(COUNSELLOR)).thenRefused(ComplaintRefusal.COMPLAINT_UNKNOWN);
    }

    @Test
    void an_officer_decides_once_with_or_without_an_answer() {
        given(AGGREGATE, filed(ComplaintKind.GUIDANCE))
                .when(decide(ComplaintOutcome.FOUNDED, true))
                .then(decided(ComplaintOutcome.FOUNDED));
        given(AGGREGATE, filed(ComplaintKind.GUIDANCE), answered())
                .when(decide(ComplaintOutcome.UNFOUNDED, false))
                .then(decided(ComplaintOutcome.UNFOUNDED));
        given(AGGREGATE, filed(ComplaintKind.GUIDANCE), decided(ComplaintOutcome.FOUNDED))
                .when(decide(ComplaintOutcome.FOUNDED, true))
                .thenNothing();
        given(AGGREGATE, filed(ComplaintKind.GUIDANCE), decided(ComplaintOutcome.FOUNDED))
                .when(decide(ComplaintOutcome.UNFOUNDED, false))
                .thenRefused(ComplaintRefusal.COMPLAINT_ALREADY_DECIDED);
        given(AGGREGATE).when(decide(ComplaintOutcome.FOUNDED, false)).thenRefused(ComplaintRefusal.COMPLAINT_UNKNOWN);
    }

    @Test
    void only_a_founded_complaint_about_a_booking_makes_a_session_undue() {
        given(AGGREGATE, filed(ComplaintKind.GUIDANCE))
                .when(decide(ComplaintOutcome.UNFOUNDED, true))
                .thenRefused(ComplaintRefusal.UNDUE_NEEDS_FOUNDED);
        given(AGGREGATE, new ComplaintFiled(COMPLAINT, ComplaintKind.RIGHT, WALLET, null, null, null, NOW))
                .when(decide(ComplaintOutcome.FOUNDED, true))
                .thenRefused(ComplaintRefusal.UNDUE_NEEDS_BOOKING);
    }

    private static Function<Complaint, Decision<ComplaintEvent>> file(
            ComplaintKind kind, UUID booking, UUID session, Instant at) {
        return it ->
                FileComplaint.decide(it, new FileComplaint(COMPLAINT, kind, WALLET, booking, session, block(), at));
    }

    private static Function<Complaint, Decision<ComplaintEvent>> answer(UUID counsellor) {
        return it -> AnswerComplaint.decide(it, new AnswerComplaint(counsellor, NOW));
    }

    private static Function<Complaint, Decision<ComplaintEvent>> decide(ComplaintOutcome outcome, boolean findsUndue) {
        return it -> DecideComplaint.decide(
                it, new DecideComplaint(outcome, ComplaintReason.GUIDANCE_NOT_GIVEN, findsUndue, OFFICER, NOW));
    }

    private static ComplaintEvent filed(ComplaintKind kind) {
        return new ComplaintFiled(COMPLAINT, kind, WALLET, BOOKING, SESSION, COUNSELLOR, NOW);
    }

    private static ComplaintEvent answered() {
        return new ComplaintAnswered(COMPLAINT, COUNSELLOR, NOW);
    }

    private static ComplaintEvent decided(ComplaintOutcome outcome) {
        return new ComplaintDecided(
                COMPLAINT,
                ComplaintKind.GUIDANCE,
                outcome,
                ComplaintReason.GUIDANCE_NOT_GIVEN,
                WALLET,
                BOOKING,
                COUNSELLOR,
                OFFICER,
                NOW);
    }

    private static Block block() {
        return Block.AGGREGATE.replay(List.of(opened(), registered()));
    }

    private static BlockEvent opened() {
        return new BlockOpened(BOOKING, WALLET, COUNSELLOR, "K7WQ2MHN", 4, 5000, PAID);
    }

    private static BlockEvent registered() {
        return new SessionRegistered(
                SESSION,
                BOOKING,
                WALLET,
                COUNSELLOR,
                START,
                START.plusSeconds(3600),
                2,
                Mode.ONLINE,
                List.of(Theme.OTHER),
                START.plusSeconds(4000));
    }
}
