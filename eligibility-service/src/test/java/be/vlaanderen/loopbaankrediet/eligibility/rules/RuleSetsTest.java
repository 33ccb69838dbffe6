package be.vlaanderen.loopbaankrediet.eligibility.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetsTest {

    private static final LocalDate IN_2015 = LocalDate.of(2015, 6, 15);
    private static final LocalDate IN_2022 = LocalDate.of(2022, 6, 15);
    private static final LocalDate UNDER_QUOTA = LocalDate.of(2025, 3, 7);
    private static final LocalDate IN_TRANSITION = LocalDate.of(2025, 11, 3);
    private static final LocalDate IN_2027 = LocalDate.of(2027, 1, 4);

    @ParameterizedTest
    @CsvSource({
        "2013-07-01,LOOPBAANCHEQUE_2013",
        "2019-12-31,LOOPBAANCHEQUE_2013",
        "2020-01-01,LOOPBAANCHEQUE_2020",
        "2025-02-28,LOOPBAANCHEQUE_2020",
        "2025-03-01,LOOPBAANCHEQUE_2025_QUOTA",
        "2025-09-30,LOOPBAANCHEQUE_2025_QUOTA",
        "2025-10-01,LOOPBAANCHEQUE_2025_TRANSITION",
        "2026-12-31,LOOPBAANCHEQUE_2025_TRANSITION",
        "2027-01-01,LOOPBAANKREDIET_2027"
    })
    void the_day_of_the_request_chooses_the_scheme(LocalDate day, String version) {
        assertEquals(version, RuleSets.scheme(day).orElseThrow().version());
        assertEquals(
                day.isBefore(RuleSets.FIRST_DAY), RuleSets.on(day).isEmpty(), "only the credit can be asked for here");
    }

    @Test
    void before_the_first_cheque_there_is_no_scheme() {
        assertTrue(RuleSets.scheme(LocalDate.of(2013, 6, 30)).isEmpty());
    }

    @Test
    void in_2013_twelve_of_the_last_twenty_four_months_are_enough() {
        assertTrue(judge(IN_2015, work(IN_2015.minusDays(364), null)).entitled());
        assertEquals(
                List.of(Condition.NOT_ENOUGH_EXPERIENCE),
                judge(IN_2015, work(IN_2015.minusDays(363), null)).failed());
    }

    @Test
    void in_2013_work_of_longer_than_twenty_four_months_ago_does_not_count() {
        Judgement judgement = judge(
                IN_2015, work(LocalDate.of(2000, 1, 1), LocalDate.of(2013, 6, 15)), work(IN_2015.minusDays(99), null));
        assertEquals(List.of(Condition.NOT_ENOUGH_EXPERIENCE), judgement.failed());
        assertEquals(100, judgement.workedDays());
        assertEquals(Weight.BEFORE_THE_WINDOW, judgement.periods().getFirst().weight());
        assertEquals(
                101,
                judge(
                                IN_2015,
                                work(LocalDate.of(2000, 1, 1), LocalDate.of(2013, 6, 16)),
                                work(IN_2015.minusDays(99), null))
                        .workedDays(),
                "the first day of the window counts");
    }

    @Test
    void in_2013_nine_months_are_enough_with_four_unbroken_weeks_as_temp() {
        Period job = work(IN_2015.minusDays(273), null);
        assertTrue(judge(IN_2015, job, temp(IN_2015.minusDays(27), IN_2015)).entitled());
        assertEquals(
                List.of(Condition.NOT_ENOUGH_EXPERIENCE),
                judge(IN_2015, job, temp(IN_2015.minusDays(26), IN_2015)).failed());
    }

    @Test
    void in_2013_weekly_contracts_that_follow_each_other_are_unbroken_and_a_day_between_breaks_them() {
        Period job = work(IN_2015.minusDays(273), null);
        Period second = temp(IN_2015.minusDays(13), IN_2015);
        assertTrue(judge(IN_2015, job, temp(IN_2015.minusDays(27), IN_2015.minusDays(14)), second)
                .entitled());
        assertEquals(
                List.of(Condition.NOT_ENOUGH_EXPERIENCE),
                judge(IN_2015, job, temp(IN_2015.minusDays(28), IN_2015.minusDays(15)), second)
                        .failed());
    }

    @Test
    void in_2013_a_second_cheque_has_four_hours_and_a_third_waits_until_six_years_passed() {
        LocalDate day = LocalDate.of(2019, 12, 2);
        LocalDate recently = LocalDate.of(2018, 1, 1);
        assertEquals(4, withCheques(day, List.of()).hours());
        assertEquals(4, withCheques(day, List.of(recently)).hours());
        assertEquals(
                List.of(Condition.CHEQUES_USED_UP),
                withCheques(day, List.of(recently, day.minusYears(6).plusDays(1)))
                        .failed());
        assertEquals(
                4, withCheques(day, List.of(recently, day.minusYears(6))).hours(), "six years ago counts no longer");
    }

    @Test
    void from_2020_two_thousand_five_hundred_and_fifty_five_days_are_needed() {
        assertTrue(judge(IN_2022, work(IN_2022.minusDays(2_554), null)).entitled());
        Judgement judgement = judge(IN_2022, work(IN_2022.minusDays(2_553), null));
        assertEquals(List.of(Condition.NOT_ENOUGH_EXPERIENCE), judgement.failed());
        assertEquals(IN_2022.plusDays(1), judgement.reachedOn());
    }

    @Test
    void from_2020_a_second_cheque_has_three_hours_for_the_price_of_a_cheque() {
        Judgement second = withCheques(IN_2022, List.of(LocalDate.of(2021, 1, 1)));
        assertEquals(3, second.hours());
        assertEquals(13_33, second.coPaymentPerHourCents());
        RuleSet rules = RuleSets.scheme(IN_2022).orElseThrow();
        assertEquals(3 * 169_70 - 40_00, rules.governmentCents(second));
        assertEquals(0, rules.governmentCents(withCheques(IN_2022, List.of(IN_2022, IN_2022))));
    }

    @Test
    void under_the_quota_the_thousandth_gets_a_cheque_and_the_next_one_does_not() {
        RuleSet rules = RuleSets.scheme(UNDER_QUOTA).orElseThrow();
        Facts facts = facts(work(LocalDate.of(2010, 1, 1), null));
        assertTrue(rules.judge(facts, UNDER_QUOTA, 999).entitled());
        assertEquals(
                List.of(Condition.QUOTA_FULL),
                rules.judge(facts, UNDER_QUOTA, 1_000).failed());
    }

    @Test
    void without_a_quota_the_month_does_not_matter() {
        Facts facts = facts(work(LocalDate.of(2010, 1, 1), null));
        assertTrue(RuleSets.scheme(IN_2022)
                .orElseThrow()
                .judge(facts, IN_2022, 1_000_000)
                .entitled());
    }

    @Test
    void in_the_transition_there_is_one_cheque_only_for_who_never_had_one() {
        Judgement first = withCheques(IN_TRANSITION, List.of());
        assertEquals(4, first.hours());
        assertEquals(22_50, first.coPaymentPerHourCents());
        assertEquals(
                435_60 - 90_00, RuleSets.scheme(IN_TRANSITION).orElseThrow().governmentCents(first));
        assertEquals(
                List.of(Condition.CHEQUE_EVER_USED),
                withCheques(IN_TRANSITION, List.of(LocalDate.of(2014, 1, 1))).failed());
    }

    @Test
    void a_request_keeps_the_tariff_of_its_day() {
        assertEquals(
                11_25,
                withCheques(LocalDate.of(2025, 9, 30), List.of()).coPaymentPerHourCents(),
                "45 euro for four hours");
        assertEquals(
                16_780 * 3,
                RuleSets.scheme(IN_2027)
                        .orElseThrow()
                        .governmentCents(judge(IN_2027, work(LocalDate.of(2010, 1, 1), null))),
                "three blocks at a provider liable to VAT");
    }

    @Test
    void every_scheme_wants_who_works_in_the_region_and_not_in_outplacement() {
        Facts nobody = new Facts(Region.OTHER, false, null, null, 0, true, List.of());
        for (LocalDate day : List.of(IN_2015, IN_2022, UNDER_QUOTA, IN_TRANSITION, IN_2027)) {
            assertEquals(
                    List.of(
                            Condition.NOT_ENOUGH_EXPERIENCE,
                            Condition.NOT_WORKING,
                            Condition.OUTPLACEMENT,
                            Condition.OUTSIDE_REGION),
                    RuleSets.scheme(day).orElseThrow().judge(nobody, day).failed());
        }
    }

    @Test
    void a_re_entrant_worked_forty_eight_months_and_then_thirty_six_months_neither() {
        LocalDate stopped = IN_2027.minusMonths(36);
        Period enough = work(stopped.minusDays(1_459), stopped);
        assertEquals(List.of(), reEntrant(enough).failed());
        assertEquals(
                List.of(Condition.NOT_ENOUGH_EXPERIENCE),
                reEntrant(work(stopped.minusDays(1_458), stopped)).failed());
        assertEquals(
                List.of(Condition.NOT_OUT_OF_WORK_LONG_ENOUGH),
                reEntrant(work(stopped.minusDays(1_459), stopped.plusDays(1))).failed());
    }

    @Test
    void a_re_entrant_may_have_found_work_again() {
        LocalDate stopped = IN_2027.minusYears(4);
        assertTrue(reEntrant(work(stopped.minusDays(1_500), stopped), work(IN_2027.minusMonths(2), null))
                .entitled());
    }

    @Test
    void who_had_a_benefit_in_between_is_no_re_entrant() {
        LocalDate stopped = IN_2027.minusYears(5);
        Period enough = work(stopped.minusDays(2_000), stopped);
        for (PeriodKind benefit : List.of(PeriodKind.UNEMPLOYMENT, PeriodKind.CAREER_BREAK)) {
            assertEquals(
                    List.of(Condition.BENEFIT_WHILE_OUT_OF_WORK),
                    reEntrant(enough, new Period(benefit, stopped.plusYears(1), stopped.plusYears(1), false))
                            .failed());
        }
        assertTrue(reEntrant(
                        enough, new Period(PeriodKind.UNEMPLOYMENT, stopped.minusYears(1), stopped.minusDays(9), false))
                .entitled());
    }

    @Test
    void re_entrants_are_judged_so_only_when_that_is_switched_on() {
        LocalDate stopped = IN_2027.minusYears(4);
        Facts facts = facts(work(stopped.minusDays(1_500), stopped));
        assertEquals(
                List.of(Condition.NOT_ENOUGH_EXPERIENCE, Condition.NOT_WORKING),
                RuleSets.judge(facts, IN_2027, false).failed());
        assertEquals(
                "LOOPBAANKREDIET_2027_RE_ENTRANTS",
                RuleSets.judge(facts, IN_2027, true).ruleVersion());
        Facts neither = facts(work(IN_2027.minusDays(10), null));
        assertEquals(
                "LOOPBAANKREDIET_2027",
                RuleSets.judge(neither, IN_2027, true).ruleVersion(),
                "a refusal names the rules of everyone");
    }

    @Test
    void no_figure_has_two_values_on_a_day_and_each_has_a_source() {
        IntStream.rangeClosed(0, 15 * 366)
                .mapToObj(Parameters.CHEQUE_2013::plusDays)
                .forEach(day -> {
                    List<Parameter> inForce = Parameters.inForce(day);
                    assertEquals(
                            inForce.size(),
                            inForce.stream().map(Parameter::key).distinct().count(),
                            () -> "two values on " + day);
                });
        Parameters.all().forEach(each -> assertTrue(!each.source().isBlank()));
        assertNull(Parameters.all().getLast().lastDay());
    }

    @Test
    void other_figures_give_other_answers() {
        Facts facts = facts(work(IN_2027.minusYears(5), null));
        Figures five = Parameters.on(IN_2027).with(Map.of(ParameterKey.EXPERIENCE_DAYS, 5L * 365));
        assertTrue(RuleSets.scheme(IN_2027, five)
                .orElseThrow()
                .judge(facts, IN_2027)
                .entitled());
    }

    private static Judgement reEntrant(Period... periods) {
        return new ReEntrants2027(Parameters.on(IN_2027)).judge(facts(periods), IN_2027);
    }

    private static Judgement judge(LocalDate day, Period... periods) {
        return RuleSets.scheme(day).orElseThrow().judge(facts(periods), day);
    }

    private static Judgement withCheques(LocalDate day, List<LocalDate> usedOn) {
        Facts facts = new Facts(
                Region.FLANDERS,
                false,
                null,
                null,
                usedOn.size(),
                false,
                List.of(work(LocalDate.of(2000, 1, 1), null)),
                usedOn);
        return RuleSets.scheme(day).orElseThrow().judge(facts, day);
    }

    private static Facts facts(Period... periods) {
        return new Facts(Region.FLANDERS, false, null, null, 0, false, List.of(periods));
    }

    private static Period work(LocalDate from, LocalDate to) {
        return new Period(PeriodKind.EMPLOYEE, from, to, false);
    }

    private static Period temp(LocalDate from, LocalDate to) {
        return new Period(PeriodKind.TEMP_AGENCY_WORK, from, to, false);
    }
}
