package be.vlaanderen.loopbaankrediet.eligibility.views.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Findings;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Source;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.SourceAsked;
import be.vlaanderen.loopbaankrediet.eligibility.rules.EducationLevel;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Facts;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Period;
import be.vlaanderen.loopbaankrediet.eligibility.rules.PeriodKind;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Region;
import be.vlaanderen.loopbaankrediet.eligibility.rules.RuleSets;
import be.vlaanderen.loopbaankrediet.eligibility.views.requests.Explanation.Action;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);
    private static final Period LONG_JOB = new Period(PeriodKind.EMPLOYEE, LocalDate.of(2010, 1, 1), null, false);

    @Test
    void a_refusal_names_the_days_and_when_they_are_reached() {
        Explanation explanation =
                explain(Region.FLANDERS, 0, false, new Period(PeriodKind.EMPLOYEE, DAY.minusDays(2_414), null, false));
        assertEquals(
                "U hebt op 4 januari 2027 geen recht op loopbaankrediet. U hebt 2.415 van de 2.555 dagen werkervaring die nodig zijn."
                        + " Dat zijn er 140 te weinig. Als uw huidige job doorloopt, haalt u ze op 24 mei 2027.",
                explanation.text());
        assertEquals(
                List.of(Action.SEND_EVIDENCE, Action.OBJECT, Action.CAREER_ORIENTATION, Action.REFLECTION_TOOLS),
                explanation.options().stream().map(Explanation.Option::action).toList());
    }

    @Test
    void a_yes_names_the_hours_and_the_price() {
        assertEquals(
                "U hebt recht op 6 uur loopbaanbegeleiding. U werkte 6.213 dagen tot en met 4 januari 2027; 2.555 dagen waren nodig."
                        + " U betaalt 25 euro per uur.",
                explain(Region.FLANDERS, 0, false, LONG_JOB).text());
        assertTrue(explain(Region.FLANDERS, 1, false, LONG_JOB)
                .text()
                .contains("U gebruikte al 1 loopbaancheque, daarom krijgt u 2 uur in plaats van 6."));
    }

    @Test
    void every_condition_that_failed_is_told_with_its_source() {
        Explanation explanation = explain(Region.OTHER, 3, true);
        assertEquals(
                List.of(
                        Source.WORK_RELATIONS,
                        Source.WORK_RELATIONS,
                        Source.USED_CHEQUES,
                        Source.OUTPLACEMENT,
                        Source.PERSON),
                explanation.failed().stream().map(Explanation.Failed::source).toList());
        assertTrue(explanation.text().contains("3 loopbaancheques"));
    }

    @Test
    void every_period_says_what_it_was_worth() {
        Explanation explanation = explain(
                Region.FLANDERS,
                0,
                false,
                LONG_JOB,
                new Period(PeriodKind.SELF_EMPLOYED, LocalDate.of(2015, 1, 1), LocalDate.of(2015, 1, 31), false),
                new Period(PeriodKind.EMPLOYEE, LocalDate.of(2009, 1, 1), LocalDate.of(2009, 1, 1), true),
                new Period(PeriodKind.IBO, LocalDate.of(2008, 12, 31), LocalDate.of(2008, 12, 31), false),
                new Period(PeriodKind.UNEMPLOYMENT, LocalDate.of(2008, 1, 1), LocalDate.of(2008, 1, 2), false),
                new Period(PeriodKind.EMPLOYEE, LocalDate.of(2027, 2, 1), null, false));
        assertEquals(
                List.of(
                        "Werkloosheid van 1 januari 2008 tot en met 2 januari 2008: telt niet mee, want dit is geen werk.",
                        "Individuele beroepsopleiding van 31 december 2008 tot en met 31 december 2008: 1 dag geteld, want dit is gelijkgesteld met werk.",
                        "Job als werknemer van 1 januari 2009 tot en met 1 januari 2009: telt niet mee, want de werkgever heeft deze aangifte geannuleerd.",
                        "Job als werknemer sinds 1 januari 2010: 6.213 dagen geteld.",
                        "Zelfstandige activiteit van 1 januari 2015 tot en met 31 januari 2015: 0 dagen erbij, want deze dagen tellen al mee in een andere periode.",
                        "Job als werknemer sinds 1 februari 2027: telt niet mee, want dit begint na uw aanvraag."),
                explanation.periods().stream().map(Explanation.PeriodLine::text).toList());
    }

    @Test
    void the_day_on_which_the_experience_was_reached_is_named() {
        assertEquals(
                LocalDate.of(2016, 12, 29), // 2,555 days from the first day of 2010
                explain(Region.FLANDERS, 0, false, LONG_JOB).experienceReachedOn());
        assertNull(explain(Region.FLANDERS, 0, false).experienceReachedOn());
        Period first = new Period(PeriodKind.EMPLOYEE, LocalDate.of(2010, 1, 1), LocalDate.of(2015, 12, 31), false);
        Period overlapping =
                new Period(PeriodKind.SELF_EMPLOYED, LocalDate.of(2014, 1, 1), LocalDate.of(2016, 12, 31), false);
        assertEquals(
                LocalDate.of(2016, 12, 29),
                explain(Region.FLANDERS, 0, false, first, overlapping).experienceReachedOn());
    }

    @Test
    void a_period_that_an_officer_recognised_says_so() {
        Facts facts = new Facts(Region.FLANDERS, false, EducationLevel.HIGH, null, 0, false, List.of(LONG_JOB));
        Explanation explanation = Explanation.of(
                RuleSets.on(DAY).orElseThrow().judge(facts, DAY),
                List.of(),
                DAY,
                new Findings(List.of(LONG_JOB), null, null, null, null, null),
                Openings.ALL);
        assertTrue(explanation.periods().getFirst().recognised());
        assertTrue(explanation.periods().getFirst().text().endsWith("Een medewerker erkende deze periode."));
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void whoever_is_silent_is_named(Source source) {
        assertTrue(Explanation.ofPending(source).text().contains("antwoordt nu niet"));
    }

    private static Explanation explain(Region region, int cheques, boolean outplacement, Period... periods) {
        Facts facts = new Facts(region, false, EducationLevel.HIGH, null, cheques, outplacement, List.of(periods));
        return Explanation.of(
                RuleSets.on(DAY).orElseThrow().judge(facts, DAY),
                List.of(new SourceAsked(Source.PERSON, Instant.parse("2027-01-04T09:00:00Z"))),
                DAY,
                Findings.NONE,
                Openings.ALL);
    }
}
