package be.vlaanderen.loopbaankrediet.eligibility.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import be.vlaanderen.loopbaankrediet.eligibility.rules.WhatIf.Cost;
import be.vlaanderen.loopbaankrediet.eligibility.rules.WhatIf.Effect;
import be.vlaanderen.loopbaankrediet.eligibility.rules.WhatIf.Group;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private static final LocalDate IN_2027 = LocalDate.of(2027, 6, 1);
    private static final LocalDate UNDER_QUOTA = LocalDate.of(2025, 6, 2);
    private static final Group LONG_CAREER = group(1_000, EducationLevel.HIGH, LocalDate.of(2010, 1, 1));
    private static final Group LOW_SKILLED = group(500, EducationLevel.LOW, LocalDate.of(2010, 1, 1));
    private static final Group SIX_YEARS = group(200, EducationLevel.HIGH, IN_2027.minusYears(6));

    @Test
    void without_a_change_nobody_gains_or_loses() {
        WhatIf.Result result = ask(IN_2027, Map.of(), LONG_CAREER, LOW_SKILLED, SIX_YEARS);
        assertEquals(0, result.gaining() + result.losing());
        assertEquals(1_700, result.same());
        assertEquals(0, result.extraCents());
        assertEquals(result.before(), result.after());
        assertEquals(
                new Cost(1_500, 9_000, 1_000 * 503_40L + 500 * 563_40L, 1_000 * 150_00L + 500 * 90_00L),
                result.after());
        assertEquals(10_000_000_00L - result.after().governmentCents(), result.leftOfBudgetCents());
    }

    @Test
    void fewer_years_let_more_people_in_and_cost_more() {
        WhatIf.Result result =
                ask(IN_2027, Map.of(ParameterKey.EXPERIENCE_DAYS, 5L * 365), LONG_CAREER, LOW_SKILLED, SIX_YEARS);
        assertEquals(200, result.gaining());
        assertEquals(0, result.losing());
        assertEquals(200 * 503_40L, result.extraCents());
        assertEquals(
                List.of(Effect.SAME, Effect.SAME, Effect.GAINS),
                result.groups().stream().map(WhatIf.GroupEffect::effect).toList());
        assertEquals(
                List.of(Condition.NOT_ENOUGH_EXPERIENCE),
                result.groups().get(2).before().failed());
        assertEquals(6, result.groups().get(2).after().hours());
    }

    @Test
    void a_higher_price_is_a_loss_for_who_pays_it_and_for_nobody_else() {
        WhatIf.Result result =
                ask(IN_2027, Map.of(ParameterKey.CO_PAYMENT_PER_HOUR, 30_00L), LONG_CAREER, LOW_SKILLED, SIX_YEARS);
        assertEquals(1_000, result.losing());
        assertEquals(700, result.same());
        assertEquals(-1_000 * 6 * 5_00L, result.extraCents());
    }

    @Test
    void a_budget_that_is_too_small_is_told() {
        assertEquals(
                1_00 - 1_000 * 503_40L,
                ask(IN_2027, Map.of(ParameterKey.BUDGET_PER_YEAR, 1_00L), LONG_CAREER)
                        .leftOfBudgetCents());
    }

    @Test
    void re_entrants_gain_when_they_are_switched_on() {
        LocalDate stopped = IN_2027.minusYears(4);
        Group away = new Group(
                30,
                new Facts(
                        Region.FLANDERS,
                        false,
                        null,
                        null,
                        0,
                        false,
                        List.of(new Period(PeriodKind.EMPLOYEE, stopped.minusDays(1_500), stopped, false))));
        WhatIf.Result result = new WhatIf(IN_2027, Map.of(), true, List.of(away, LONG_CAREER)).answer();
        assertEquals(30, result.gaining());
        assertEquals(30 * 503_40L, result.extraCents());
    }

    @Test
    void under_a_quota_who_comes_too_late_gets_nothing() {
        Group[] months = IntStream.range(0, 14).mapToObj(i -> LONG_CAREER).toArray(Group[]::new);
        WhatIf.Result result = ask(UNDER_QUOTA, Map.of(ParameterKey.CHEQUES_PER_MONTH, 500L), months);
        assertEquals(12_000, result.before().entitledPeople());
        assertEquals(6_000, result.after().entitledPeople());
        assertEquals(6_000, result.losing());
        assertNull(result.leftOfBudgetCents(), "the cheques had no yearly budget here");
    }

    @Test
    void figures_of_zero_are_no_error() {
        for (LocalDate day : List.of(
                LocalDate.of(2015, 1, 1), LocalDate.of(2022, 1, 1), UNDER_QUOTA, LocalDate.of(2026, 1, 1), IN_2027)) {
            for (Parameter parameter : Parameters.inForce(day)) {
                WhatIf.Result result = ask(day, Map.of(parameter.key(), 0L), LONG_CAREER, SIX_YEARS);
                assertEquals(1_200, result.gaining() + result.losing() + result.same());
            }
        }
    }

    private static WhatIf.Result ask(LocalDate on, Map<ParameterKey, Long> changes, Group... groups) {
        return new WhatIf(on, changes, false, List.of(groups)).answer();
    }

    private static Group group(int people, EducationLevel education, LocalDate worksSince) {
        return new Group(
                people,
                new Facts(
                        Region.FLANDERS,
                        false,
                        education,
                        null,
                        0,
                        false,
                        List.of(new Period(PeriodKind.EMPLOYEE, worksSince, null, false))));
    }
}
