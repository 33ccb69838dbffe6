package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;

/** CN 2.5, D-1: from 2025-10-01 one cheque of four hours, only for who never had one. */
final class LoopbaanchequeTransition extends Loopbaancheque {

    LoopbaanchequeTransition(Figures figures) {
        super(figures);
    }

    @Override
    public String version() {
        return "LOOPBAANCHEQUE_2025_TRANSITION";
    }

    @Override
    Experience experience(Facts facts, LocalDate requestedOn) {
        return new Experience(
                WorkedDays.count(facts.periods(), requestedOn), figures.number(ParameterKey.EXPERIENCE_DAYS));
    }

    @Override
    int chequesThatCount(Facts facts, LocalDate requestedOn) {
        return facts.chequesUsed(); // ever
    }

    @Override
    Condition whenNoChequeIsLeft() {
        return Condition.CHEQUE_EVER_USED;
    }
}
