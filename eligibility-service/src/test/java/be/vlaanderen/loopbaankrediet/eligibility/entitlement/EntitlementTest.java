package be.vlaanderen.loopbaankrediet.eligibility.entitlement;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionPostponed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementEstablished;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRefused;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRequested;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.judge.JudgeEntitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.judge.PostponeDecision;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.request.RequestEntitlement;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Facts;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Period;
import be.vlaanderen.loopbaankrediet.eligibility.rules.PeriodKind;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Region;
import be.vlaanderen.loopbaankrediet.eligibility.rules.RuleSets;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class EntitlementTest {

    private static final UUID CITIZEN = UUID.fromString("6f6a0a5e-6d3c-4a57-8f58-8a4f3b8a0001");
    private static final UUID FIRST = UUID.fromString("6f6a0a5e-6d3c-4a57-8f58-8a4f3b8a0002");
    private static final UUID SECOND = UUID.fromString("6f6a0a5e-6d3c-4a57-8f58-8a4f3b8a0003");
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);
    private static final Instant AT = Instant.parse("2027-01-04T09:00:00Z");
    private static final List<SourceAsked> SOURCES = List.of(new SourceAsked(Source.PERSON, AT));
    private static final Facts LONG_CAREER = facts(LocalDate.of(2010, 1, 1));
    private static final Facts SHORT_CAREER = facts(LocalDate.of(2026, 1, 1));

    @Test
    void a_first_request_is_taken_in() {
        given(Entitlement.AGGREGATE).when(request(FIRST, DAY)).then(requested(FIRST));
    }

    @Test
    void a_request_from_before_the_first_day_is_not() {
        given(Entitlement.AGGREGATE)
                .when(request(FIRST, LocalDate.of(2026, 12, 31)))
                .thenRefused(EntitlementRefusal.NOT_OPEN_YET, Map.of("opensOn", LocalDate.of(2027, 1, 1)));
    }

    @Test
    void a_request_under_way_answers_for_a_new_one() {
        var scenario = given(Entitlement.AGGREGATE, requested(FIRST));
        scenario.when(request(SECOND, DAY)).thenNothing();
        assertEquals(FIRST, scenario.state().answering(SECOND));
    }

    @Test
    void who_worked_long_enough_is_entitled() {
        given(Entitlement.AGGREGATE, requested(FIRST))
                .when(judge(FIRST, LONG_CAREER))
                .then(established(FIRST));
    }

    @Test
    void who_did_not_is_refused_with_the_figures() {
        given(Entitlement.AGGREGATE, requested(FIRST))
                .when(judge(FIRST, SHORT_CAREER))
                .then(refused(FIRST));
    }

    @Test
    void a_right_is_established_once() {
        var scenario = given(Entitlement.AGGREGATE, requested(FIRST), established(FIRST));
        scenario.when(request(SECOND, DAY)).thenNothing();
        scenario.when(judge(FIRST, LONG_CAREER)).thenNothing();
        scenario.when(judge(SECOND, LONG_CAREER)).thenNothing();
        assertEquals(FIRST, scenario.state().answering(SECOND));
    }

    @Test
    void who_was_refused_is_judged_anew_also_on_the_same_day() {
        given(Entitlement.AGGREGATE, requested(FIRST), refused(FIRST))
                .when(request(SECOND, DAY))
                .then(requested(SECOND));
        given(Entitlement.AGGREGATE, requested(FIRST), refused(FIRST), requested(SECOND))
                .when(judge(SECOND, LONG_CAREER))
                .then(established(SECOND));
    }

    @Test
    void a_repeat_of_a_refused_request_keeps_its_answer() {
        var scenario =
                given(Entitlement.AGGREGATE, requested(FIRST), refused(FIRST), requested(SECOND), established(SECOND));
        scenario.when(request(FIRST, DAY)).thenNothing();
        assertEquals(FIRST, scenario.state().answering(FIRST));
    }

    @Test
    void a_silent_source_lets_the_request_wait() {
        given(Entitlement.AGGREGATE, requested(FIRST)).when(postpone(FIRST)).then(postponed(1, Duration.ofSeconds(5)));
    }

    @Test
    void each_pause_is_longer_than_the_last_up_to_a_bound() {
        given(Entitlement.AGGREGATE, requested(FIRST), postponed(1, Duration.ofSeconds(5)))
                .when(postpone(FIRST))
                .then(postponed(2, Duration.ofSeconds(10)));
        given(Entitlement.AGGREGATE, requested(FIRST), postponed(10_000, Duration.ZERO))
                .when(postpone(FIRST))
                .then(postponed(10_001, Duration.ofSeconds(5 * 1024)));
    }

    @Test
    void a_request_that_waited_is_judged_by_the_day_it_was_made() {
        var later = new JudgeEntitlement(CITIZEN, FIRST, SHORT_CAREER, SOURCES, AT.plus(Duration.ofDays(3_000)));
        var events = given(Entitlement.AGGREGATE, requested(FIRST), postponed(1, Duration.ofSeconds(5)))
                .when(state -> JudgeEntitlement.decide(state, later))
                .events();
        assertEquals(369, ((EntitlementRefused) events.getFirst()).judgement().workedDays());
    }

    @Test
    void what_was_decided_is_not_postponed() {
        given(Entitlement.AGGREGATE, requested(FIRST), established(FIRST))
                .when(postpone(FIRST))
                .thenNothing();
    }

    private static Facts facts(LocalDate worksSince) {
        return new Facts(
                Region.FLANDERS,
                false,
                null,
                null,
                0,
                false,
                List.of(new Period(PeriodKind.EMPLOYEE, worksSince, null, false)));
    }

    private static EntitlementEvent requested(UUID request) {
        return new EntitlementRequested(CITIZEN, request, DAY, AT);
    }

    private static EntitlementEvent established(UUID request) {
        return new EntitlementEstablished(CITIZEN, request, DAY, judgement(LONG_CAREER), SOURCES, List.of(), AT);
    }

    private static EntitlementEvent refused(UUID request) {
        return new EntitlementRefused(CITIZEN, request, DAY, judgement(SHORT_CAREER), SOURCES, List.of(), AT);
    }

    private static EntitlementEvent postponed(int attempt, Duration pause) {
        return new DecisionPostponed(CITIZEN, FIRST, Source.WORK_RELATIONS, attempt, AT.plus(pause), AT);
    }

    private static Judgement judgement(Facts facts) {
        return RuleSets.on(DAY).orElseThrow().judge(facts, DAY);
    }

    private static Function<Entitlement, Decision<EntitlementEvent>> request(UUID request, LocalDate on) {
        return state -> RequestEntitlement.decide(state, new RequestEntitlement(CITIZEN, request, on, AT));
    }

    private static Function<Entitlement, Decision<EntitlementEvent>> judge(UUID request, Facts facts) {
        return state -> JudgeEntitlement.decide(state, new JudgeEntitlement(CITIZEN, request, facts, SOURCES, AT));
    }

    private static Function<Entitlement, Decision<EntitlementEvent>> postpone(UUID request) {
        return state ->
                PostponeDecision.decide(state, new PostponeDecision(CITIZEN, request, Source.WORK_RELATIONS, AT));
    }
}
