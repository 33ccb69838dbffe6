package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What other figures would do to the people who ask in one year: who gains, who loses, and what it costs when all that is granted is taken up at a
 * provider liable to VAT.
 *
 * @param on day whose scheme is taken
 * @param changes other values for parameters of that day
 * @param reEntrants with the rules for re-entrants too (VR)
 * @param population in order of arrival, which matters under a quota
 */
public record WhatIf(LocalDate on, Map<ParameterKey, Long> changes, boolean reEntrants, List<Group> population) {

    /** People who are alike. */
    public record Group(int people, Facts facts) {}

    public enum Effect {
        GAINS,
        LOSES,
        SAME
    }

    /** @param hours 0 when refused */
    public record Right(String ruleVersion, int hours, int coPaymentPerHourCents, List<Condition> failed) {}

    /** @param group place in the population, from 1 */
    public record GroupEffect(int group, int people, Effect effect, Right before, Right after) {}

    /**
     * Whole cents of one year.
     *
     * @param governmentCents what government pays at most
     */
    public record Cost(long entitledPeople, long hours, long governmentCents, long coPaymentCents) {}

    /**
     * @param leftOfBudgetCents negative when the budget of a year is too small; absent where there is none
     */
    public record Result(
            long gaining,
            long losing,
            long same,
            Cost before,
            Cost after,
            long extraCents,
            @Nullable Long leftOfBudgetCents,
            List<GroupEffect> groups) {}

    private record Judged(List<Right> rights, Cost cost) {}

    /** Empty scheme days give an error: ask for a day on which there was one. */
    public Result answer() {
        Figures figures = Parameters.on(on);
        Figures changed = figures.with(changes);
        Judged before = judge(figures, false);
        Judged after = judge(changed, reEntrants);
        List<GroupEffect> groups = new ArrayList<>();
        for (int i = 0; i < population.size(); i++) {
            Right then = before.rights().get(i);
            Right now = after.rights().get(i);
            Effect effect = effect(then, now);
            groups.add(new GroupEffect(i + 1, population.get(i).people(), effect, then, now));
        }
        return new Result(
                people(groups, Effect.GAINS),
                people(groups, Effect.LOSES),
                people(groups, Effect.SAME),
                before.cost(),
                after.cost(),
                after.cost().governmentCents() - before.cost().governmentCents(),
                changed.has(ParameterKey.BUDGET_PER_YEAR)
                        ? changed.get(ParameterKey.BUDGET_PER_YEAR)
                                - after.cost().governmentCents()
                        : null,
                List.copyOf(groups));
    }

    private static long people(List<GroupEffect> groups, Effect effect) {
        return groups.stream()
                .filter(group -> group.effect() == effect)
                .mapToLong(GroupEffect::people)
                .sum();
    }

    private Judged judge(Figures figures, boolean withReEntrants) {
        RuleSet scheme = RuleSets.scheme(on, figures).orElseThrow();
        List<Right> rights = new ArrayList<>();
        long entitled = 0;
        long hours = 0;
        long government = 0;
        long coPayment = 0;
        for (Group group : population) {
            // who asks in a year is spread evenly over its months
            int grantedThisMonth = Math.toIntExact(entitled / 12);
            Judgement judgement = RuleSets.judge(scheme, figures, group.facts(), on, grantedThisMonth, withReEntrants);
            rights.add(new Right(
                    judgement.ruleVersion(), judgement.hours(), judgement.coPaymentPerHourCents(), judgement.failed()));
            if (judgement.entitled()) {
                long pays = scheme.governmentCents(judgement);
                entitled += group.people();
                hours += (long) group.people() * judgement.hours();
                government += group.people() * pays;
                coPayment += group.people() * (figures.providerCents(judgement.hours()) - pays);
            }
        }
        return new Judged(rights, new Cost(entitled, hours, government, coPayment));
    }

    /** More hours is more; for the same hours a lower price is. */
    private static Effect effect(Right before, Right after) {
        int hours = Integer.compare(after.hours(), before.hours());
        int price =
                after.hours() == 0 ? 0 : Integer.compare(before.coPaymentPerHourCents(), after.coPaymentPerHourCents());
        int sign = hours == 0 ? price : hours;
        return sign == 0 ? Effect.SAME : sign > 0 ? Effect.GAINS : Effect.LOSES;
    }
}
