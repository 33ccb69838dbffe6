package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;

/** CN 2.1: from 2027-01-01, six hours for a whole career for who worked seven years. */
final class Loopbaankrediet2027 implements RuleSet {

    private final Figures figures;

    Loopbaankrediet2027() {
        this(Parameters.on(Parameters.CREDIT_2027));
    }

    Loopbaankrediet2027(Figures figures) {
        this.figures = figures;
    }

    @Override
    public String version() {
        return "LOOPBAANKREDIET_2027";
    }

    @Override
    public Judgement judge(Facts facts, LocalDate requestedOn, int grantedThisMonth) {
        WorkedDays worked = WorkedDays.count(facts.periods(), requestedOn);
        int requiredDays = figures.number(ParameterKey.EXPERIENCE_DAYS); // D-2: seven years
        int hours = hoursCarriedOver(figures, facts.chequesUsed());
        Weighing weighing = new Weighing(facts, requestedOn)
                .require(worked.total() >= requiredDays, Condition.NOT_ENOUGH_EXPERIENCE)
                .working()
                .require(hours > 0, Condition.NO_HOURS_CARRIED_OVER)
                .initiativeAndRegion();
        return weighing.judgement(version(), worked, requiredDays, hours, coPayment(figures, weighing.education()));
    }

    @Override
    public long governmentCents(Judgement judgement) {
        return figures.providerCents(judgement.hours()) - (long) judgement.hours() * judgement.coPaymentPerHourCents();
    }

    /** CN 2.5.1: no cheque ever used, exactly one, two or more. */
    static int hoursCarriedOver(Figures figures, int chequesUsed) {
        return figures.number(
                switch (chequesUsed) {
                    case 0 -> ParameterKey.HOURS_AFTER_NO_CHEQUE;
                    case 1 -> ParameterKey.HOURS_AFTER_ONE_CHEQUE;
                    default -> ParameterKey.HOURS_AFTER_TWO_CHEQUES;
                });
    }

    /** CN 2.1, with the social correction for the low-skilled. */
    static int coPayment(Figures figures, EducationLevel education) {
        return figures.number(
                education == EducationLevel.LOW
                        ? ParameterKey.CO_PAYMENT_PER_HOUR_LOW_SKILLED
                        : ParameterKey.CO_PAYMENT_PER_HOUR);
    }
}
