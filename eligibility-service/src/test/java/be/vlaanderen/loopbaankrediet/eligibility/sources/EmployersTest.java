package be.vlaanderen.loopbaankrediet.eligibility.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.eligibility.rules.Period;
import be.vlaanderen.loopbaankrediet.eligibility.rules.PeriodKind;
import be.vlaanderen.loopbaankrediet.eligibility.sources.MagdaReplies.Work;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** D-50: who employs somebody on the day of the request. */
class EmployersTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

    @Test
    void employers_are_those_of_work_that_runs_on_the_day_of_the_request_each_once() {
        assertEquals(
                List.of("0492123758", "0484123733"),
                Sources.employers(
                        List.of(
                                job("0492123758", "2010-01-01", null, false),
                                job("0492123758", "2020-01-01", "2027-01-04", false),
                                job("0484123733", "2027-01-04", null, false),
                                job("0456123791", "2010-01-01", "2027-01-03", false),
                                job("0500123783", "2010-01-01", null, true),
                                job(null, "2010-01-01", null, false)),
                        List.of(),
                        DAY));
    }

    @Test
    void the_own_enterprise_of_a_self_employed_person_is_no_employer() {
        Work own = new Work(new Period(PeriodKind.SELF_EMPLOYED, LocalDate.of(2015, 1, 1), null, false), "0556123764");
        assertEquals(
                List.of("0492123758"),
                Sources.employers(
                        List.of(
                                job("0556123764", "2015-01-01", null, false),
                                job("0492123758", "2015-01-01", null, false)),
                        List.of(own),
                        DAY));
    }

    private static Work job(@Nullable String enterprise, String from, @Nullable String to, boolean cancelled) {
        return new Work(
                new Period(
                        PeriodKind.EMPLOYEE, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), cancelled),
                enterprise);
    }
}
