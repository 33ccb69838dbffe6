package be.vlaanderen.loopbaankrediet.eligibility.entitlement.review;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionProposed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionReviewed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementEstablished;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRequested;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRevised;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EvidenceSent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.SourceCorrected;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementRefusal;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EvidenceKind;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Findings;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Reason;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.ReviewOutcome;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Source;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.SourceAsked;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.WorkKind;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.evidence.FileObjection;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.evidence.SendEvidence;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.forget.ForgetCitizen;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.judge.JudgeEntitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.request.RequestEntitlement;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Condition;
import be.vlaanderen.loopbaankrediet.eligibility.rules.EducationLevel;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Facts;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Period;
import be.vlaanderen.loopbaankrediet.eligibility.rules.PeriodKind;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Region;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Weight;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReviewTest {

    private static final UUID CITIZEN = id(1);
    private static final UUID REQUEST = id(2);
    private static final UUID AGAIN = id(3);
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);
    private static final Instant AT = Instant.parse("2027-01-04T09:00:00Z");
    private static final List<SourceAsked> SOURCES = List.of(new SourceAsked(Source.PERSON, AT));
    private static final Period SINCE_2010 = new Period(PeriodKind.EMPLOYEE, LocalDate.of(2010, 1, 1), null, false);
    private static final Period SINCE_2021 = new Period(PeriodKind.EMPLOYEE, LocalDate.of(2021, 1, 1), null, false);
    private static final Period ABROAD =
            new Period(PeriodKind.EMPLOYEE, LocalDate.of(2018, 1, 1), LocalDate.of(2019, 12, 31), false);

    private static final Facts ENTITLED = facts(0, SINCE_2010);
    private static final Facts REFUSED = facts(0, SINCE_2021);

    @Test
    void recognised_foreign_work_turns_a_refusal_into_a_right() {
        List<EntitlementEvent> events = given(Entitlement.AGGREGATE, judged(REFUSED))
                .when(decide(id(9), periods(ABROAD), Reason.EVIDENCE_ACCEPTED, "one"))
                .events();
        DecisionReviewed reviewed = assertInstanceOf(DecisionReviewed.class, events.getFirst());
        assertEquals(ReviewOutcome.OVERTURNED, reviewed.outcome());
        assertEquals("one", reviewed.officer());
        assertNull(reviewed.confirmation());
        EntitlementEstablished right = assertInstanceOf(EntitlementEstablished.class, events.getLast());
        assertEquals(2_195 + 730, right.judgement().workedDays());
        assertEquals(6, right.judgement().hours());
        assertEquals(SOURCES, right.sources());
        assertEquals(List.of(), right.employers());
    }

    /** D-50. */
    @Test
    void a_right_has_the_employers_of_the_day_of_the_request_also_when_it_comes_after_a_refusal() {
        List<UUID> employers = List.of(id(20), id(21));
        EntitlementEvent right = given(Entitlement.AGGREGATE, requested(REQUEST))
                .when(judge(ENTITLED, employers))
                .events()
                .getLast();
        assertEquals(employers, ((EntitlementEstablished) right).employers());
        List<EntitlementEvent> history = new ArrayList<>(List.of(requested(REQUEST)));
        history.addAll(given(Entitlement.AGGREGATE, history)
                .when(judge(REFUSED, employers))
                .events());
        EntitlementEvent after = given(Entitlement.AGGREGATE, history)
                .when(decide(id(9), periods(ABROAD), Reason.EVIDENCE_ACCEPTED, "one"))
                .events()
                .getLast();
        assertEquals(employers, ((EntitlementEstablished) after).employers());
    }

    @Test
    void an_officer_who_finds_nothing_new_upholds_the_refusal_and_nobody_else_is_told() {
        List<EntitlementEvent> events = given(Entitlement.AGGREGATE, judged(REFUSED))
                .when(decide(id(9), Findings.NONE, Reason.OBJECTION_UNFOUNDED, "one"))
                .events();
        assertEquals(1, events.size());
        assertEquals(ReviewOutcome.UPHELD, ((DecisionReviewed) events.getFirst()).outcome());
    }

    @Test
    void recognised_days_that_are_still_too_few_stay_a_refusal_with_the_new_figures() {
        Period month =
                new Period(PeriodKind.PARENTAL_LEAVE, LocalDate.of(2019, 1, 1), LocalDate.of(2019, 1, 31), false);
        DecisionReviewed reviewed = (DecisionReviewed) given(Entitlement.AGGREGATE, judged(REFUSED))
                .when(decide(id(9), periods(month), Reason.EVIDENCE_ACCEPTED, "one"))
                .events()
                .getFirst();
        assertEquals(ReviewOutcome.UPHELD, reviewed.outcome());
        assertEquals(2_195 + 31, reviewed.judgement().workedDays());
        assertEquals(
                List.of(Weight.EQUATED, Weight.WORK),
                reviewed.judgement().periods().stream()
                        .map(period -> period.weight())
                        .toList());
    }

    @Test
    void what_one_officer_recognised_counts_for_the_next_decision_too() {
        Period half = new Period(PeriodKind.EMPLOYEE, LocalDate.of(2018, 1, 1), LocalDate.of(2018, 6, 30), false);
        List<EntitlementEvent> history = new ArrayList<>(judged(REFUSED));
        history.addAll(given(Entitlement.AGGREGATE, history)
                .when(decide(id(9), periods(half), Reason.EVIDENCE_ACCEPTED, "one"))
                .events());
        EntitlementEvent last = given(Entitlement.AGGREGATE, history)
                .when(decide(id(10), periods(ABROAD), Reason.EVIDENCE_ACCEPTED, "two"))
                .events()
                .getLast();
        assertEquals(
                2_195 + 730, ((EntitlementEstablished) last).judgement().workedDays()); // that half year lies in ABROAD
    }

    @Test
    void who_contradicts_a_source_only_proposes_and_another_officer_has_to_confirm() {
        Facts outplaced = new Facts(Region.FLANDERS, false, null, null, 0, true, List.of(SINCE_2010));
        Findings not = new Findings(List.of(), null, null, null, null, false);
        List<EntitlementEvent> history = new ArrayList<>(judged(outplaced));
        history.addAll(given(Entitlement.AGGREGATE, history)
                .when(decide(id(9), not, Reason.SOURCE_WRONG, "one"))
                .events());
        assertInstanceOf(DecisionProposed.class, history.getLast());
        var scenario = given(Entitlement.AGGREGATE, history);
        scenario.when(confirm(id(9), "one")).thenRefused(EntitlementRefusal.FOUR_EYES);
        scenario.when(confirm(id(8), "two")).thenRefused(EntitlementRefusal.NO_PROPOSAL);
        scenario.when(decide(id(10), Findings.NONE, Reason.SOURCE_WRONG, "two"))
                .thenRefused(EntitlementRefusal.PROPOSAL_WAITS);
        List<EntitlementEvent> events = scenario.when(confirm(id(9), "two")).events();
        DecisionReviewed reviewed = (DecisionReviewed) events.getFirst();
        assertEquals("one", reviewed.officer());
        assertEquals("two", reviewed.confirmation().officer());
        assertInstanceOf(EntitlementEstablished.class, events.getLast());
        history.addAll(events);
        given(Entitlement.AGGREGATE, history).when(confirm(id(9), "two")).thenNothing();
    }

    @Test
    void a_rejected_proposal_leaves_what_waited() {
        Findings lives = new Findings(List.of(), null, Region.BRUSSELS, null, null, null);
        List<EntitlementEvent> history = new ArrayList<>(judged(REFUSED));
        history.add(evidence(20));
        history.addAll(given(Entitlement.AGGREGATE, history)
                .when(decide(id(9), lives, Reason.SOURCE_WRONG, "one"))
                .events());
        history.addAll(given(Entitlement.AGGREGATE, history)
                .when(state -> RejectProposal.decide(
                        state, new RejectProposal(CITIZEN, REQUEST, id(9), "two", Reason.EVIDENCE_INSUFFICIENT, AT)))
                .events());
        var file = given(Entitlement.AGGREGATE, history).state().find(REQUEST).file();
        assertNull(file.proposal());
        assertEquals(Set.of(WorkKind.EVIDENCE), file.waiting());
    }

    /** ADR 8: by then the kept answer is forgotten. */
    @Test
    void a_rejected_proposal_that_comes_again_is_not_proposed_anew_and_rejected_once() {
        Findings lives = new Findings(List.of(), null, Region.BRUSSELS, null, null, null);
        var propose = decide(id(9), lives, Reason.SOURCE_WRONG, "one");
        RejectProposal no = new RejectProposal(CITIZEN, REQUEST, id(9), "two", Reason.EVIDENCE_INSUFFICIENT, AT);
        List<EntitlementEvent> history = new ArrayList<>(judged(REFUSED));
        history.addAll(given(Entitlement.AGGREGATE, history).when(propose).events());
        history.addAll(given(Entitlement.AGGREGATE, history)
                .when(state -> RejectProposal.decide(state, no))
                .events());
        given(Entitlement.AGGREGATE, history).when(propose).thenNothing();
        given(Entitlement.AGGREGATE, history)
                .when(state -> RejectProposal.decide(state, no))
                .thenNothing();
    }

    @Test
    void an_education_level_that_was_unknown_is_shown_without_a_second_officer_and_lowers_the_price() {
        EntitlementRevised revised = (EntitlementRevised) given(Entitlement.AGGREGATE, judged(ENTITLED))
                .when(decide(
                        id(9),
                        new Findings(List.of(), EducationLevel.LOW, null, null, null, null),
                        Reason.EDUCATION_SHOWN,
                        "one"))
                .events()
                .getLast();
        assertEquals(1_500, revised.judgement().coPaymentPerHourCents());
        assertEquals(6, revised.judgement().hours());
        assertEquals(Reason.EDUCATION_SHOWN, revised.reasonCode());
    }

    @Test
    void an_education_level_that_a_proof_told_is_contradicted_by_two() {
        Facts high = new Facts(Region.FLANDERS, false, EducationLevel.HIGH, null, 0, false, List.of(SINCE_2010));
        Findings low = new Findings(List.of(), EducationLevel.LOW, null, null, null, null);
        assertInstanceOf(
                DecisionProposed.class,
                given(Entitlement.AGGREGATE, judged(high))
                        .when(decide(id(9), low, Reason.SOURCE_WRONG, "one"))
                        .events()
                        .getFirst());
    }

    @Test
    void found_cheques_wait_for_an_officer_and_then_leave_two_hours_or_none() {
        for (int cheques = 1; cheques <= 2; cheques++) {
            List<EntitlementEvent> history = new ArrayList<>(judged(ENTITLED));
            history.addAll(given(Entitlement.AGGREGATE, history)
                    .when(correct(facts(cheques, SINCE_2010), Reason.CHEQUES_FOUND))
                    .events());
            assertTrue(((SourceCorrected) history.getLast()).waits());
            Entitlement waits = given(Entitlement.AGGREGATE, history).state();
            assertEquals(6, waits.find(REQUEST).judged().hours(), "nothing changes while it waits");
            assertEquals(Set.of(WorkKind.REVISION), waits.find(REQUEST).file().waiting());
            given(Entitlement.AGGREGATE, history)
                    .when(correct(facts(cheques, SINCE_2010), Reason.CHEQUES_FOUND))
                    .thenNothing();
            List<EntitlementEvent> events = given(Entitlement.AGGREGATE, history)
                    .when(decide(id(9), Findings.NONE, Reason.CHEQUES_FOUND, "one"))
                    .events();
            assertEquals(
                    cheques == 1 ? ReviewOutcome.REVISED : ReviewOutcome.WITHDRAWN,
                    ((DecisionReviewed) events.getFirst()).outcome());
            EntitlementRevised revised = (EntitlementRevised) events.getLast();
            assertEquals(cheques == 1 ? 2 : 0, revised.judgement().hours());
            history.addAll(events);
            Entitlement after = given(Entitlement.AGGREGATE, history).state();
            assertEquals(cheques == 1 ? REQUEST : null, after.established());
            assertEquals(Set.of(), after.find(REQUEST).file().waiting());
        }
    }

    @Test
    void a_correction_for_the_better_holds_at_once() {
        List<EntitlementEvent> events = given(Entitlement.AGGREGATE, judged(facts(1, SINCE_2010)))
                .when(correct(facts(0, SINCE_2010), Reason.SOURCE_CORRECTED))
                .events();
        assertEquals(false, ((SourceCorrected) events.getFirst()).waits());
        assertEquals(6, ((EntitlementRevised) events.getLast()).judgement().hours());
        assertInstanceOf(
                EntitlementEstablished.class,
                given(Entitlement.AGGREGATE, judged(REFUSED))
                        .when(correct(ENTITLED, Reason.SOURCE_CORRECTED))
                        .events()
                        .getLast());
    }

    @Test
    void a_correction_that_changes_neither_hours_nor_price_is_noted_and_told_to_nobody() {
        Period until = new Period(PeriodKind.EMPLOYEE, LocalDate.of(2009, 1, 1), LocalDate.of(2009, 3, 31), false);
        List<EntitlementEvent> events = given(Entitlement.AGGREGATE, judged(ENTITLED))
                .when(correct(facts(0, until, SINCE_2010), Reason.SOURCE_CORRECTED))
                .events();
        assertEquals(1, events.size());
        List<EntitlementEvent> history = new ArrayList<>(judged(ENTITLED));
        history.addAll(events);
        assertEquals(
                6_213 + 90,
                given(Entitlement.AGGREGATE, history)
                        .state()
                        .find(REQUEST)
                        .judged()
                        .workedDays());
    }

    @Test
    void a_source_that_takes_its_correction_back_leaves_nothing_to_decide() {
        List<EntitlementEvent> history = new ArrayList<>(judged(ENTITLED));
        for (int cheques : new int[] {1, 0}) {
            history.addAll(given(Entitlement.AGGREGATE, history)
                    .when(correct(facts(cheques, SINCE_2010), Reason.SOURCE_CORRECTED))
                    .events());
        }
        var request = given(Entitlement.AGGREGATE, history).state().find(REQUEST);
        assertEquals(Set.of(), request.file().waiting());
        assertEquals(6, request.judged().hours());
        assertNull(request.file().correction());
    }

    @Test
    void what_officers_found_outlives_another_word_of_a_source() {
        List<EntitlementEvent> history = new ArrayList<>(judged(REFUSED));
        history.addAll(given(Entitlement.AGGREGATE, history)
                .when(decide(id(9), periods(ABROAD), Reason.EVIDENCE_ACCEPTED, "one"))
                .events());
        given(Entitlement.AGGREGATE, history)
                .when(correct(REFUSED, Reason.SOURCE_CORRECTED))
                .thenNothing();
    }

    @Test
    void who_lost_the_right_and_asks_again_gets_the_same_right_back_revised() {
        List<EntitlementEvent> history = new ArrayList<>(judged(ENTITLED));
        history.addAll(given(Entitlement.AGGREGATE, history)
                .when(correct(facts(2, SINCE_2010), Reason.CHEQUES_FOUND))
                .events());
        history.addAll(given(Entitlement.AGGREGATE, history)
                .when(decide(id(9), Findings.NONE, Reason.CHEQUES_FOUND, "one"))
                .events());
        history.addAll(given(Entitlement.AGGREGATE, history)
                .when(state -> RequestEntitlement.decide(state, new RequestEntitlement(CITIZEN, AGAIN, DAY, AT)))
                .events());
        EntitlementRevised again = (EntitlementRevised) given(Entitlement.AGGREGATE, history)
                .when(state -> JudgeEntitlement.decide(
                        state, new JudgeEntitlement(CITIZEN, AGAIN, facts(1, SINCE_2010), SOURCES, AT)))
                .events()
                .getFirst();
        assertEquals(Reason.ASKED_AGAIN, again.reasonCode());
        assertEquals(AGAIN, again.request());
        assertEquals(2, again.judgement().hours());
    }

    @Test
    void periods_that_are_no_work_or_lie_after_the_request_cannot_be_recognised() {
        for (Period wrong : List.of(
                new Period(PeriodKind.UNEMPLOYMENT, LocalDate.of(2018, 1, 1), null, false),
                new Period(PeriodKind.EMPLOYEE, DAY.plusDays(1), null, false),
                new Period(PeriodKind.EMPLOYEE, LocalDate.MIN, null, false),
                new Period(PeriodKind.EMPLOYEE, LocalDate.of(2018, 1, 2), LocalDate.of(2018, 1, 1), false))) {
            given(Entitlement.AGGREGATE, judged(REFUSED))
                    .when(decide(id(9), periods(wrong), Reason.EVIDENCE_ACCEPTED, "one"))
                    .thenRefused(EntitlementRefusal.PERIOD_NOT_USABLE);
        }
        given(Entitlement.AGGREGATE, judged(REFUSED))
                .when(decide(id(9), Findings.NONE, Reason.ASKED_AGAIN, "one"))
                .thenRefused(EntitlementRefusal.REASON_DOES_NOT_FIT);
    }

    @Test
    void nothing_is_sent_in_or_decided_about_a_request_that_is_open_or_answered_by_another() {
        var open = given(Entitlement.AGGREGATE, requested(REQUEST));
        open.when(send(id(20))).thenRefused(EntitlementRefusal.NOT_DECIDED_YET);
        open.when(object(id(21))).thenRefused(EntitlementRefusal.NOT_DECIDED_YET);
        open.when(decide(id(9), Findings.NONE, Reason.SOURCE_WRONG, "one"))
                .thenRefused(EntitlementRefusal.NOT_DECIDED_YET);
        open.when(correct(ENTITLED, Reason.SOURCE_CORRECTED)).thenRefused(EntitlementRefusal.NOT_DECIDED_YET);
        given(Entitlement.AGGREGATE).when(send(id(20))).thenRefused(EntitlementRefusal.REQUEST_UNKNOWN);
        List<EntitlementEvent> history = new ArrayList<>(judged(REFUSED));
        history.add(requested(AGAIN));
        given(Entitlement.AGGREGATE, history)
                .when(send(id(20)))
                .thenRefused(EntitlementRefusal.ANSWERED_BY_ANOTHER_REQUEST);
        history.addAll(given(Entitlement.AGGREGATE, history)
                .when(state ->
                        JudgeEntitlement.decide(state, new JudgeEntitlement(CITIZEN, AGAIN, ENTITLED, SOURCES, AT)))
                .events());
        given(Entitlement.AGGREGATE, history)
                .when(decide(id(9), periods(ABROAD), Reason.EVIDENCE_ACCEPTED, "one"))
                .thenRefused(EntitlementRefusal.ANSWERED_BY_ANOTHER_REQUEST);
    }

    @Test
    void evidence_is_bounded_and_a_repeat_changes_nothing() {
        List<EntitlementEvent> history = new ArrayList<>(judged(REFUSED));
        for (int i = 0; i < 20; i++) {
            history.add(evidence(20 + i));
        }
        var scenario = given(Entitlement.AGGREGATE, history);
        scenario.when(send(id(20))).thenNothing();
        scenario.when(send(id(99))).thenRefused(EntitlementRefusal.TOO_MUCH_EVIDENCE);
    }

    @Test
    void one_objection_at_a_time_and_another_after_each_decision() {
        List<EntitlementEvent> history = new ArrayList<>(judged(REFUSED));
        history.addAll(
                given(Entitlement.AGGREGATE, history).when(object(id(20))).events());
        given(Entitlement.AGGREGATE, history).when(object(id(20))).thenNothing();
        given(Entitlement.AGGREGATE, history).when(object(id(21))).thenRefused(EntitlementRefusal.OBJECTION_UNDER_WAY);
        history.addAll(given(Entitlement.AGGREGATE, history)
                .when(decide(id(9), Findings.NONE, Reason.OBJECTION_UNFOUNDED, "one"))
                .events());
        assertEquals(
                1,
                given(Entitlement.AGGREGATE, history)
                        .when(object(id(21)))
                        .events()
                        .size());
    }

    @Test
    void a_file_is_forgotten_five_years_after_the_last_thing_that_happened_and_never_while_the_right_runs() {
        var refused = given(Entitlement.AGGREGATE, judged(REFUSED));
        refused.when(forget(DAY.plusYears(5)))
                .thenRefused(EntitlementRefusal.FILE_STILL_KEPT, Map.of("keptUntil", DAY.plusYears(5)));
        List<EntitlementEvent> history = new ArrayList<>(judged(REFUSED));
        history.addAll(refused.when(forget(DAY.plusYears(5).plusDays(1))).events());
        assertEquals(Entitlement.EMPTY, given(Entitlement.AGGREGATE, history).state());
        given(Entitlement.AGGREGATE, history).when(forget(DAY.plusYears(6))).thenNothing();
        given(Entitlement.AGGREGATE, judged(ENTITLED))
                .when(forget(DAY.plusYears(40)))
                .thenRefused(EntitlementRefusal.RIGHT_STILL_RUNS);
    }

    /** Whatever sources and officers say in whatever order: others are told exactly the right that holds, and one officer never contradicts a source. */
    @Property(tries = 300)
    void what_others_are_told_is_what_holds(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 8) Integer> steps) {
        List<EntitlementEvent> history = new ArrayList<>(judged(steps.getFirst() % 2 == 0 ? REFUSED : ENTITLED));
        int number = 100;
        for (int step : steps) {
            number++;
            UUID review = id(number);
            Entitlement before = Entitlement.AGGREGATE.replay(history);
            DecisionProposed proposal = before.find(REQUEST).file().proposal();
            Decision<EntitlementEvent> decision = switch (step) {
                case 0 ->
                    decide(review, periods(ABROAD), Reason.EVIDENCE_ACCEPTED, "one")
                            .apply(before);
                case 1 ->
                    decide(review, Findings.NONE, Reason.OBJECTION_UNFOUNDED, "one")
                            .apply(before);
                case 2 ->
                    decide(review, new Findings(List.of(), null, null, null, 0, null), Reason.SOURCE_WRONG, "one")
                            .apply(before);
                case 3 ->
                    confirm(proposal == null ? review : proposal.review(), "two")
                            .apply(before);
                case 4, 5, 6 ->
                    correct(facts(step - 4, SINCE_2021), Reason.CHEQUES_FOUND).apply(before);
                default ->
                    correct(facts(step - 7, SINCE_2010), Reason.SOURCE_CORRECTED)
                            .apply(before);
            };
            if (decision instanceof Decision.Events<EntitlementEvent> decided) {
                history.addAll(decided.events());
            }
        }
        int told = 0;
        for (EntitlementEvent event : history) {
            told = switch (event) {
                case EntitlementEstablished yes -> yes.judgement().hours();
                case EntitlementRevised revised -> revised.judgement().hours();
                case DecisionReviewed reviewed
                when reviewed.findings().chequesUsed() != null -> {
                    assertTrue(reviewed.confirmation() == null
                            || !reviewed.confirmation().officer().equals(reviewed.officer()));
                    yield told;
                }
                default -> told;
            };
        }
        Entitlement after = Entitlement.AGGREGATE.replay(history);
        assertEquals(told, after.find(REQUEST).judged().hours());
        assertEquals(told > 0, after.established() != null);
        assertTrue(history.stream()
                        .filter(EntitlementEstablished.class::isInstance)
                        .count()
                <= 1);
        assertNotNull(after.lastAt());
    }

    @Test
    void a_wrong_cheque_count_stays_corrected_whatever_the_file_says_later() {
        List<EntitlementEvent> history = new ArrayList<>(judged(facts(2, SINCE_2010)));
        assertEquals(
                List.of(Condition.NO_HOURS_CARRIED_OVER),
                given(Entitlement.AGGREGATE, history)
                        .state()
                        .find(REQUEST)
                        .judged()
                        .failed());
        history.addAll(given(Entitlement.AGGREGATE, history)
                .when(decide(id(9), new Findings(List.of(), null, null, null, 1, null), Reason.SOURCE_WRONG, "one"))
                .events());
        history.addAll(given(Entitlement.AGGREGATE, history)
                .when(confirm(id(9), "two"))
                .events());
        given(Entitlement.AGGREGATE, history)
                .when(correct(facts(2, SINCE_2010), Reason.CHEQUES_FOUND))
                .thenNothing();
    }

    private static Facts facts(int cheques, Period... periods) {
        return new Facts(Region.FLANDERS, false, null, null, cheques, false, List.of(periods));
    }

    private static Findings periods(Period... periods) {
        return new Findings(List.of(periods), null, null, null, null, null);
    }

    private static EntitlementRequested requested(UUID request) {
        return new EntitlementRequested(CITIZEN, request, DAY, AT);
    }

    private static List<EntitlementEvent> judged(Facts facts) {
        List<EntitlementEvent> history = new ArrayList<>(List.of(requested(REQUEST)));
        history.addAll(given(Entitlement.AGGREGATE, history)
                .when(judge(facts, List.of()))
                .events());
        return history;
    }

    private static Function<Entitlement, Decision<EntitlementEvent>> judge(Facts facts, List<UUID> employers) {
        return state -> JudgeEntitlement.decide(
                state, new JudgeEntitlement(CITIZEN, REQUEST, facts, SOURCES, employers, false, AT));
    }

    private static EvidenceSent evidence(int number) {
        return new EvidenceSent(CITIZEN, REQUEST, id(number), EvidenceKind.FOREIGN_WORK, null, null, "digest", AT);
    }

    private static Function<Entitlement, Decision<EntitlementEvent>> send(UUID evidence) {
        return state -> SendEvidence.decide(
                state, new SendEvidence(CITIZEN, REQUEST, evidence, EvidenceKind.LEAVE, null, null, "digest", AT));
    }

    private static Function<Entitlement, Decision<EntitlementEvent>> object(UUID objection) {
        return state -> FileObjection.decide(state, new FileObjection(CITIZEN, REQUEST, objection, AT));
    }

    private static Function<Entitlement, Decision<EntitlementEvent>> decide(
            UUID review, Findings findings, Reason reason, String officer) {
        return state -> ReviewDecision.decide(
                state, new ReviewDecision(CITIZEN, REQUEST, review, findings, reason, officer, false, AT));
    }

    private static Function<Entitlement, Decision<EntitlementEvent>> confirm(UUID review, String officer) {
        return state ->
                ConfirmDecision.decide(state, new ConfirmDecision(CITIZEN, REQUEST, review, officer, false, AT));
    }

    private static Function<Entitlement, Decision<EntitlementEvent>> correct(Facts facts, Reason reason) {
        return state ->
                CorrectSources.decide(state, new CorrectSources(CITIZEN, REQUEST, facts, SOURCES, reason, false, AT));
    }

    private static Function<Entitlement, Decision<EntitlementEvent>> forget(LocalDate today) {
        return state -> ForgetCitizen.decide(state, new ForgetCitizen(CITIZEN, "one", DAY, today, AT));
    }

    private static UUID id(int number) {
        return new UUID(7, number);
    }
}
