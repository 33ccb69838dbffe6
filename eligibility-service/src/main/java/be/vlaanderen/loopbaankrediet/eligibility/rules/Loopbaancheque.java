package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;

/** BVR, MR, OP, CN 2.5: what the schemes with cheques have in common; they differ in experience and in which cheque is still free. */
abstract sealed class Loopbaancheque implements RuleSet
        permits Loopbaancheque2013, Loopbaancheque2020, LoopbaanchequeTransition {

    final Figures figures;

    Loopbaancheque(Figures figures) {
        this.figures = figures;
    }

    /** The experience that counts, and how many days of it are needed. */
    record Experience(WorkedDays worked, int requiredDays) {}

    abstract Experience experience(Facts facts, LocalDate requestedOn);

    /** How many cheques stand in the way on that day. */
    abstract int chequesThatCount(Facts facts, LocalDate requestedOn);

    abstract Condition whenNoChequeIsLeft();

    @Override
    public Judgement judge(Facts facts, LocalDate requestedOn, int grantedThisMonth) {
        Experience experience = experience(facts, requestedOn);
        int hours = hours(chequesThatCount(facts, requestedOn));
        return new Weighing(facts, requestedOn)
                .require(experience.worked().total() >= experience.requiredDays(), Condition.NOT_ENOUGH_EXPERIENCE)
                .working()
                .require(hours > 0, whenNoChequeIsLeft())
                .initiativeAndRegion()
                .require(
                        !figures.has(ParameterKey.CHEQUES_PER_MONTH)
                                || grantedThisMonth < figures.number(ParameterKey.CHEQUES_PER_MONTH),
                        Condition.QUOTA_FULL)
                .judgement(version(), experience.worked(), experience.requiredDays(), hours, perHour(hours));
    }

    @Override
    public long governmentCents(Judgement judgement) {
        return judgement.entitled()
                ? figures.providerCents(judgement.hours()) - figures.get(ParameterKey.CO_PAYMENT_PER_CHEQUE)
                : 0;
    }

    private int hours(int cheques) {
        return switch (cheques) {
            case 0 -> figures.numberOrNone(ParameterKey.HOURS_AFTER_NO_CHEQUE);
            case 1 -> figures.numberOrNone(ParameterKey.HOURS_AFTER_ONE_CHEQUE);
            default -> figures.numberOrNone(ParameterKey.HOURS_AFTER_TWO_CHEQUES);
        };
    }

    /** A cheque has one price whatever its hours: to the nearest cent. */
    private int perHour(int hours) {
        int divisor = Math.max(1, hours == 0 ? figures.number(ParameterKey.HOURS_AFTER_NO_CHEQUE) : hours);
        return (figures.number(ParameterKey.CO_PAYMENT_PER_CHEQUE) + divisor / 2) / divisor;
    }
}
