package be.vlaanderen.loopbaankrediet.eligibility.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class WorkedDaysTest {

    private static final LocalDate REQUEST = LocalDate.of(2027, 3, 1);

    @Provide
    Arbitrary<List<Period>> careers() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(-4_000, 400).map(REQUEST::plusDays);
        Arbitrary<Period> periods = Combinators.combine(
                        Arbitraries.of(PeriodKind.class),
                        days,
                        days.injectNull(0.2),
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))))
                .as(Period::new);
        return periods.list().ofMaxSize(12);
    }

    @Property
    void the_total_is_the_number_of_distinct_days(@ForAll("careers") List<Period> career) {
        Set<LocalDate> days = new HashSet<>();
        for (Period period : career) {
            if (period.counts()) {
                for (LocalDate day = period.from(); !day.isAfter(period.lastDayUpTo(REQUEST)); day = day.plusDays(1)) {
                    days.add(day);
                }
            }
        }
        assertEquals(days.size(), WorkedDays.count(career, REQUEST).total());
    }

    @Property
    void the_periods_add_up_to_the_total(@ForAll("careers") List<Period> career) {
        WorkedDays worked = WorkedDays.count(career, REQUEST);
        assertEquals(career.size(), worked.periods().size());
        assertEquals(
                worked.total(),
                worked.periods().stream().mapToInt(WeighedPeriod::countedDays).sum());
        assertTrue(worked.periods().stream()
                .allMatch(period -> (period.countedDays() > 0)
                        == (period.weight() == Weight.WORK || period.weight() == Weight.EQUATED)));
    }

    @Property
    void the_order_of_periods_is_irrelevant(@ForAll("careers") List<Period> career, @ForAll long seed) {
        List<Period> shuffled = new ArrayList<>(career);
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(WorkedDays.count(career, REQUEST), WorkedDays.count(shuffled, REQUEST));
    }

    @Property
    void a_duplicate_changes_nothing(@ForAll("careers") List<Period> career) {
        List<Period> twice = new ArrayList<>(career);
        twice.addAll(career);
        assertEquals(
                WorkedDays.count(career, REQUEST).total(),
                WorkedDays.count(twice, REQUEST).total());
    }

    @Property
    void never_more_than_the_span_and_never_less_than_the_longest(@ForAll("careers") List<Period> career) {
        List<Period> counting = career.stream()
                .filter(period -> period.counts() && !period.from().isAfter(period.lastDayUpTo(REQUEST)))
                .toList();
        int total = WorkedDays.count(career, REQUEST).total();
        if (counting.isEmpty()) {
            assertEquals(0, total);
            return;
        }
        LocalDate first =
                counting.stream().map(Period::from).min(LocalDate::compareTo).orElseThrow();
        LocalDate last = counting.stream()
                .map(period -> period.lastDayUpTo(REQUEST))
                .max(LocalDate::compareTo)
                .orElseThrow();
        long longest = counting.stream()
                .mapToLong(period ->
                        period.lastDayUpTo(REQUEST).toEpochDay() - period.from().toEpochDay() + 1)
                .max()
                .orElseThrow();
        assertTrue(total <= last.toEpochDay() - first.toEpochDay() + 1);
        assertTrue(total >= longest);
        assertTrue(!last.isAfter(REQUEST));
    }

    @Property
    void one_more_period_never_takes_a_day_away(@ForAll("careers") List<Period> career) {
        if (!career.isEmpty()) {
            assertTrue(
                    WorkedDays.count(career.subList(1, career.size()), REQUEST).total()
                            <= WorkedDays.count(career, REQUEST).total());
        }
    }

    @Property
    void who_works_today_reaches_the_days_when_the_job_goes_on(@ForAll("careers") List<Period> career) {
        List<Period> working = new ArrayList<>(career);
        working.add(new Period(PeriodKind.EMPLOYEE, REQUEST, null, false));
        Facts facts = new Facts(Region.FLANDERS, false, null, null, 0, false, working);
        Judgement today = RuleSets.on(REQUEST).orElseThrow().judge(facts, REQUEST);
        LocalDate reachedOn = today.reachedOn();
        if (reachedOn != null) {
            assertTrue(
                    RuleSets.on(reachedOn).orElseThrow().judge(facts, reachedOn).entitled());
            LocalDate before = reachedOn.minusDays(1);
            assertEquals(
                    2_554,
                    RuleSets.on(before).orElseThrow().judge(facts, before).workedDays());
        }
    }
}
