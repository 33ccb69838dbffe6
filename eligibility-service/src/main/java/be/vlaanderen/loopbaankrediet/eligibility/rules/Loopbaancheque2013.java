package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;
import java.util.List;

/** BVR, MR: 12 of the last 24 months, or 9 with four unbroken weeks of temp work; a first and a second cheque in six years. */
final class Loopbaancheque2013 extends Loopbaancheque {

    Loopbaancheque2013(Figures figures) {
        super(figures);
    }

    @Override
    public String version() {
        return "LOOPBAANCHEQUE_2013";
    }

    @Override
    Experience experience(Facts facts, LocalDate requestedOn) {
        LocalDate since = requestedOn
                .minusMonths(figures.number(ParameterKey.EXPERIENCE_WINDOW_MONTHS))
                .plusDays(1);
        ParameterKey months = tempWork(facts.periods(), since, requestedOn)
                ? ParameterKey.EXPERIENCE_MONTHS_WITH_TEMP_WORK
                : ParameterKey.EXPERIENCE_MONTHS;
        return new Experience(
                WorkedDays.count(facts.periods(), since, requestedOn), Weighing.days(figures.number(months)));
    }

    private boolean tempWork(List<Period> periods, LocalDate since, LocalDate upTo) {
        int unbroken = 7 * figures.number(ParameterKey.TEMP_WORK_UNBROKEN_WEEKS);
        List<Period> temp = periods.stream()
                .filter(period -> period.kind() == PeriodKind.TEMP_AGENCY_WORK)
                .toList();
        return Spell.of(temp, since, upTo).stream().anyMatch(spell -> spell.days() >= unbroken);
    }

    @Override
    int chequesThatCount(Facts facts, LocalDate requestedOn) {
        return facts.chequesUsedAfter(requestedOn.minusYears(figures.number(ParameterKey.CHEQUE_WINDOW_YEARS)));
    }

    @Override
    Condition whenNoChequeIsLeft() {
        return Condition.CHEQUES_USED_UP;
    }
}
