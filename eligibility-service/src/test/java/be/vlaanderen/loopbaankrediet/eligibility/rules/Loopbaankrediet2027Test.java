package be.vlaanderen.loopbaankrediet.eligibility.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class Loopbaankrediet2027Test {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);
    private static final LocalDate LONG_AGO = LocalDate.of(2010, 1, 1);

    @Test
    void nothing_is_judged_before_the_first_day() {
        assertTrue(RuleSets.on(LocalDate.of(2026, 12, 31)).isEmpty());
        assertEquals(
                "LOOPBAANKREDIET_2027",
                RuleSets.on(LocalDate.of(2027, 1, 1)).orElseThrow().version());
    }

    @ParameterizedTest
    @EnumSource(
            value = PeriodKind.class,
            names = {"UNEMPLOYMENT", "CAREER_BREAK", "OTHER"},
            mode = EnumSource.Mode.EXCLUDE)
    void work_and_what_is_equated_with_it_counts_and_is_working_on_the_day(PeriodKind kind) {
        assertEquals(List.of(), judge(new Period(kind, LONG_AGO, null, false)).failed());
    }

    @ParameterizedTest
    @EnumSource(
            value = PeriodKind.class,
            names = {"UNEMPLOYMENT", "CAREER_BREAK", "OTHER"})
    void what_is_no_work_does_not_count(PeriodKind kind) {
        Judgement judgement = judge(new Period(kind, LONG_AGO, null, false));
        assertEquals(List.of(Condition.NOT_ENOUGH_EXPERIENCE, Condition.NOT_WORKING), judgement.failed());
        assertEquals(0, judgement.workedDays());
    }

    @Test
    void a_cancelled_job_is_no_work_on_the_day() {
        Judgement judgement = judge(
                new Period(PeriodKind.EMPLOYEE, LONG_AGO, LocalDate.of(2026, 1, 1), false),
                new Period(PeriodKind.EMPLOYEE, LocalDate.of(2026, 6, 1), null, true));
        assertEquals(List.of(Condition.NOT_WORKING), judgement.failed());
    }

    @Test
    void who_stops_on_the_day_of_the_request_still_works() {
        assertTrue(judge(new Period(PeriodKind.EMPLOYEE, LONG_AGO, DAY, false)).entitled());
    }

    @Test
    void without_a_job_there_is_no_day_on_which_the_experience_is_reached() {
        assertNull(judge(new Period(PeriodKind.EMPLOYEE, LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1), false))
                .reachedOn());
    }

    @Test
    void a_hundred_and_forty_days_short_are_reached_in_a_hundred_and_forty_days() {
        Judgement judgement = judge(new Period(PeriodKind.EMPLOYEE, DAY.minusDays(2_414), null, false));
        assertEquals(2_415, judgement.workedDays());
        assertEquals(DAY.plusDays(140), judgement.reachedOn());
    }

    @ParameterizedTest
    @EnumSource(
            value = Region.class,
            names = {"OTHER", "UNKNOWN"})
    void outside_the_eea_working_here_does_not_help(Region region) {
        Facts facts = new Facts(
                region, true, null, null, 0, false, List.of(new Period(PeriodKind.EMPLOYEE, LONG_AGO, null, false)));
        assertEquals(
                List.of(Condition.OUTSIDE_REGION),
                new Loopbaankrediet2027().judge(facts, DAY).failed());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 1_000})
    void two_or_more_used_cheques_leave_no_hours(int cheques) {
        Facts facts = new Facts(
                Region.FLANDERS,
                false,
                EducationLevel.LOW,
                null,
                cheques,
                false,
                List.of(new Period(PeriodKind.EMPLOYEE, LONG_AGO, null, false)));
        Judgement judgement = new Loopbaankrediet2027().judge(facts, DAY);
        assertEquals(List.of(Condition.NO_HOURS_CARRIED_OVER), judgement.failed());
        assertEquals(0, judgement.hours());
        assertEquals(1_500, judgement.coPaymentPerHourCents());
    }

    private static Judgement judge(Period... periods) {
        return new Loopbaankrediet2027()
                .judge(new Facts(Region.FLANDERS, false, null, null, 0, false, List.of(periods)), DAY);
    }
}
