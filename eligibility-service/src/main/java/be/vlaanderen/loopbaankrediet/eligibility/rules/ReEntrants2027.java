package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * VR, a proposal and so off unless it is switched on: who worked four years and then was out of work for three without a benefit need not have
 * the seven years, nor work on the day. The last such break counts, whether it still runs or ended in a new job.
 */
final class ReEntrants2027 implements RuleSet {

    private final Figures figures;

    ReEntrants2027(Figures figures) {
        this.figures = figures;
    }

    @Override
    public String version() {
        return "LOOPBAANKREDIET_2027_RE_ENTRANTS";
    }

    @Override
    public Judgement judge(Facts facts, LocalDate requestedOn, int grantedThisMonth) {
        WorkedDays worked = WorkedDays.count(facts.periods(), requestedOn);
        int requiredDays = Weighing.days(figures.number(ParameterKey.RE_ENTRY_WORKED_MONTHS));
        int hours = Loopbaankrediet2027.hoursCarriedOver(figures, facts.chequesUsed());
        Optional<Spell> away = outOfWork(facts.periods(), requestedOn);
        int workedBefore = away.map(
                        spell -> WorkedDays.count(facts.periods(), spell.from().minusDays(1))
                                .total())
                .orElse(worked.total());
        Weighing weighing = new Weighing(facts, requestedOn)
                .require(workedBefore >= requiredDays, Condition.NOT_ENOUGH_EXPERIENCE)
                .require(hours > 0, Condition.NO_HOURS_CARRIED_OVER)
                .initiativeAndRegion()
                .require(away.isPresent(), Condition.NOT_OUT_OF_WORK_LONG_ENOUGH)
                .require(away.isEmpty() || !benefit(facts.periods(), away.get()), Condition.BENEFIT_WHILE_OUT_OF_WORK);
        return weighing.judgement(
                version(), worked, requiredDays, hours, Loopbaankrediet2027.coPayment(figures, weighing.education()));
    }

    @Override
    public long governmentCents(Judgement judgement) {
        return new Loopbaankrediet2027(figures).governmentCents(judgement);
    }

    /** VR: the last time that lasted long enough, neither employed nor self-employed. */
    private Optional<Spell> outOfWork(List<Period> periods, LocalDate on) {
        int months = figures.number(ParameterKey.RE_ENTRY_OUT_OF_WORK_MONTHS);
        List<Spell> work = Spell.of(periods.stream().filter(Period::counts).toList(), LocalDate.MIN, on);
        for (int i = work.size() - 1; i >= 0; i--) {
            LocalDate first = work.get(i).to().plusDays(1);
            LocalDate last = i == work.size() - 1 ? on : work.get(i + 1).from().minusDays(1);
            if (!first.isAfter(last) && new Spell(first, last).lasts(months)) {
                return Optional.of(new Spell(first, last));
            }
        }
        return Optional.empty();
    }

    /** VR: no unemployment or career-break benefit in that time. */
    private static boolean benefit(List<Period> periods, Spell away) {
        return !Spell.of(
                        periods.stream()
                                .filter(period -> period.kind() == PeriodKind.UNEMPLOYMENT
                                        || period.kind() == PeriodKind.CAREER_BREAK)
                                .toList(),
                        away.from(),
                        away.to())
                .isEmpty();
    }
}
