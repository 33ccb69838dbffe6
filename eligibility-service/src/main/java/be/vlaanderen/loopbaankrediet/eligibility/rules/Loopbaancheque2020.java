package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;

/** MR, CN: seven years of experience; four hours and then three in six years. From 2025-03-01 under a quota (OP). */
final class Loopbaancheque2020 extends Loopbaancheque {

    Loopbaancheque2020(Figures figures) {
        super(figures);
    }

    @Override
    public String version() {
        return figures.has(ParameterKey.CHEQUES_PER_MONTH) ? "LOOPBAANCHEQUE_2025_QUOTA" : "LOOPBAANCHEQUE_2020";
    }

    @Override
    Experience experience(Facts facts, LocalDate requestedOn) {
        return new Experience(
                WorkedDays.count(facts.periods(), requestedOn), figures.number(ParameterKey.EXPERIENCE_DAYS));
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
