package be.vlaanderen.loopbaankrediet.sessionclaims.block;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.Block.AGGREGATE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block.Open;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block.Todo;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.AgreementAccepted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.AgreementRecorded;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockClosed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.GuidanceCompleted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.PlanAttested;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.PlanHandedOver;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionConfirmed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionRegistered;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SurveyAnswered;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.guide.CompleteGuidance;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.guide.GuidanceStep;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.guide.GuidanceStep.AcceptAgreement;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.guide.GuidanceStep.AttestPlan;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.guide.GuidanceStep.HandOverPlan;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.guide.GuidanceStep.RecordAgreement;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.survey.AnswerSurvey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Agreement, plan, completion and survey; none of it is a condition for payment (D-41). */
class GuidanceTest {

    private static final UUID BOOKING = UUID.fromString("5f0a7a52-3c1e-4b0f-8a35-2a016f1b7f6f");
    private static final UUID WALLET = UUID.fromString("0b0f3c1e-6f0a-4a52-9a35-6f1b7f6f2a01");
    private static final UUID COUNSELLOR = UUID.fromString("3f0c1d52-7a64-4a6e-9d0b-5c1f2b7e8a10");
    private static final UUID ONE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2027-03-09T08:00:00Z");
    private static final List<Theme> THEMES = List.of(Theme.JOB_TARGET, Theme.MEANING);
    private static final List<Integer> SCORES = Collections.nCopies(11, 8);

    @Test
    void an_agreement_is_written_again_until_the_citizen_agrees() {
        given(AGGREGATE, opened())
                .when(step(new RecordAgreement(COUNSELLOR, THEMES, NOW)))
                .then(agreement(THEMES));
        given(AGGREGATE, opened(), agreement(THEMES))
                .when(step(new RecordAgreement(COUNSELLOR, THEMES, NOW)))
                .thenNothing();
        given(AGGREGATE, opened(), agreement(THEMES))
                .when(step(new RecordAgreement(COUNSELLOR, List.of(Theme.OTHER), NOW)))
                .then(agreement(List.of(Theme.OTHER)));
        given(AGGREGATE, opened(), agreement(THEMES), accepted())
                .when(step(new RecordAgreement(COUNSELLOR, List.of(Theme.OTHER), NOW)))
                .thenRefused(BlockRefusal.AGREEMENT_ACCEPTED);
    }

    @Test
    void the_citizen_agrees_once_with_what_is_written_down() {
        given(AGGREGATE, opened()).when(step(new AcceptAgreement(WALLET, NOW))).thenRefused(BlockRefusal.NO_AGREEMENT);
        given(AGGREGATE, opened(), agreement(THEMES))
                .when(step(new AcceptAgreement(WALLET, NOW)))
                .then(accepted());
        given(AGGREGATE, opened(), agreement(THEMES), accepted())
                .when(step(new AcceptAgreement(WALLET, NOW)))
                .thenNothing();
    }

    @Test
    void a_plan_is_handed_over_by_the_counsellor_and_then_attested_by_the_citizen() {
        given(AGGREGATE, opened()).when(step(new AttestPlan(WALLET, NOW))).thenRefused(BlockRefusal.NO_PLAN);
        given(AGGREGATE, opened())
                .when(step(new HandOverPlan(COUNSELLOR, NOW)))
                .then(new PlanHandedOver(BOOKING, WALLET, COUNSELLOR, NOW));
        given(AGGREGATE, opened(), new PlanHandedOver(BOOKING, WALLET, COUNSELLOR, NOW))
                .when(step(new AttestPlan(WALLET, NOW)))
                .then(new PlanAttested(BOOKING, WALLET, COUNSELLOR, NOW));
    }

    @Test
    void each_does_their_own_part_in_their_own_block_that_is_not_cancelled() {
        for (GuidanceStep strange : List.of(
                new RecordAgreement(WALLET, THEMES, NOW),
                new HandOverPlan(WALLET, NOW),
                new AcceptAgreement(COUNSELLOR, NOW),
                new AttestPlan(COUNSELLOR, NOW))) {
            given(AGGREGATE, opened()).when(step(strange)).thenRefused(BlockRefusal.BLOCK_UNKNOWN);
            given(AGGREGATE).when(step(strange)).thenRefused(BlockRefusal.BLOCK_UNKNOWN);
        }
        given(AGGREGATE, opened(), new BlockClosed(BOOKING, WALLET, NOW))
                .when(step(new HandOverPlan(COUNSELLOR, NOW)))
                .thenRefused(BlockRefusal.BLOCK_CANCELLED);
    }

    /** D-42. */
    @Test
    void the_counsellor_completes_a_block_with_time_left_when_nothing_waits_for_an_answer() {
        CompleteGuidance command = new CompleteGuidance(COUNSELLOR, NOW);
        given(AGGREGATE, opened())
                .when(it -> CompleteGuidance.decide(it, command))
                .thenRefused(BlockRefusal.NOTHING_DELIVERED);
        given(AGGREGATE, opened(), registered())
                .when(it -> CompleteGuidance.decide(it, command))
                .thenRefused(BlockRefusal.SESSIONS_UNANSWERED);
        given(AGGREGATE, opened(), registered(), confirmed())
                .when(it -> CompleteGuidance.decide(it, command))
                .then(completed());
        given(AGGREGATE, opened(), registered(), confirmed(), completed())
                .when(it -> CompleteGuidance.decide(it, command))
                .thenNothing();
        given(AGGREGATE, opened(), registered(), confirmed())
                .when(it -> CompleteGuidance.decide(it, new CompleteGuidance(WALLET, NOW)))
                .thenRefused(BlockRefusal.BLOCK_UNKNOWN);
    }

    /** D-43. */
    @Test
    void the_survey_is_answered_after_the_guidance_and_changed_for_thirty_days() {
        given(AGGREGATE, opened(), registered(), confirmed())
                .when(survey(SCORES, NOW))
                .thenRefused(BlockRefusal.GUIDANCE_NOT_COMPLETED);
        given(AGGREGATE, opened(), registered(), confirmed(), completed())
                .when(survey(SCORES, NOW))
                .then(new SurveyAnswered(BOOKING, COUNSELLOR, SCORES, true, NOW));
        var answered = given(
                AGGREGATE,
                opened(),
                registered(),
                confirmed(),
                completed(),
                new SurveyAnswered(BOOKING, COUNSELLOR, SCORES, true, NOW));
        answered.when(survey(SCORES, NOW)).thenNothing();
        List<Integer> other = Collections.nCopies(11, 3);
        Instant last = NOW.plus(Duration.ofDays(30)).minusMillis(1);
        answered.when(survey(other, last)).then(new SurveyAnswered(BOOKING, COUNSELLOR, other, true, last));
        answered.when(survey(other, last.plusMillis(1))).thenRefused(BlockRefusal.SURVEY_CLOSED);
        // a change does not start the thirty days again
        given(
                        AGGREGATE,
                        opened(),
                        completed(),
                        new SurveyAnswered(BOOKING, COUNSELLOR, SCORES, true, NOW),
                        new SurveyAnswered(BOOKING, COUNSELLOR, other, true, last))
                .when(survey(SCORES, last.plusMillis(1)))
                .thenRefused(BlockRefusal.SURVEY_CLOSED);
        answered.when(it -> AnswerSurvey.decide(it, new AnswerSurvey(COUNSELLOR, SCORES, true, NOW)))
                .thenRefused(BlockRefusal.BLOCK_UNKNOWN);
    }

    @Test
    void what_is_still_to_do_is_said_to_both() {
        assertEquals(List.of(Todo.AGREEMENT, Todo.SESSION, Todo.PLAN, Todo.COMPLETION), todo(opened()));
        assertEquals(
                List.of(
                        Todo.AGREEMENT_ACCEPTANCE,
                        Todo.SESSION_ANSWER,
                        Todo.SESSION,
                        Todo.PLAN_ATTESTATION,
                        Todo.COMPLETION),
                todo(opened(), agreement(THEMES), registered(), new PlanHandedOver(BOOKING, WALLET, COUNSELLOR, NOW)));
        assertEquals(
                List.of(Todo.AGREEMENT, Todo.PLAN, Todo.SURVEY),
                todo(opened(), registered(), confirmed(), completed()));
        assertEquals(List.of(), todo(opened(), new BlockClosed(BOOKING, WALLET, NOW)));
    }

    private static List<Todo> todo(BlockEvent... events) {
        return given(AGGREGATE, events).state().open().stream().map(Open::what).toList();
    }

    private static Function<Block, Decision<BlockEvent>> step(GuidanceStep step) {
        return it -> GuidanceStep.decide(it, step);
    }

    private static Function<Block, Decision<BlockEvent>> survey(List<Integer> scores, Instant at) {
        return it -> AnswerSurvey.decide(it, new AnswerSurvey(WALLET, scores, true, at));
    }

    private static BlockEvent opened() {
        return new BlockOpened(BOOKING, WALLET, COUNSELLOR, "K7WQ2MHN", 4, 5000, NOW);
    }

    private static BlockEvent agreement(List<Theme> themes) {
        return new AgreementRecorded(BOOKING, WALLET, COUNSELLOR, themes, NOW);
    }

    private static BlockEvent accepted() {
        return new AgreementAccepted(BOOKING, WALLET, COUNSELLOR, NOW);
    }

    private static BlockEvent registered() {
        return new SessionRegistered(
                ONE, BOOKING, WALLET, COUNSELLOR, NOW, NOW.plusSeconds(3600), 2, Mode.ONLINE, THEMES, NOW);
    }

    private static BlockEvent confirmed() {
        return new SessionConfirmed(ONE, BOOKING, WALLET, COUNSELLOR, 2, false, NOW);
    }

    private static BlockEvent completed() {
        return new GuidanceCompleted(BOOKING, WALLET, COUNSELLOR, THEMES, NOW);
    }
}
