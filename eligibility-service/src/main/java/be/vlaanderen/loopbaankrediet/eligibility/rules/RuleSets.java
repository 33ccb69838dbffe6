package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Every scheme by its first day; its last is the day before the next one. The figures of the day come from {@link Parameters}. */
public final class RuleSets {

    /** The career cheques of before were never asked for here: their rules serve history, evidence and what-if. */
    public static final LocalDate FIRST_DAY = Parameters.CREDIT_2027;

    private static final TreeMap<LocalDate, Function<Figures, RuleSet>> BY_FIRST_DAY = new TreeMap<>(Map.of(
            Parameters.CHEQUE_2013, Loopbaancheque2013::new,
            Parameters.CHEQUE_2020, Loopbaancheque2020::new,
            Parameters.QUOTA_2025, Loopbaancheque2020::new,
            Parameters.TRANSITION_2025, LoopbaanchequeTransition::new,
            Parameters.CREDIT_2027, Loopbaankrediet2027::new));

    private RuleSets() {}

    /** The rule set that answers a request of that day; empty on days on which nothing could be asked here. */
    public static Optional<RuleSet> on(LocalDate day) {
        return day.isBefore(FIRST_DAY) ? Optional.empty() : scheme(day);
    }

    /** The rule set of that day, also of the cheques; empty before the first scheme. */
    public static Optional<RuleSet> scheme(LocalDate day) {
        return scheme(day, Parameters.on(day));
    }

    /** The same conditions with other figures, to see what would happen. */
    public static Optional<RuleSet> scheme(LocalDate day, Figures figures) {
        return Optional.ofNullable(BY_FIRST_DAY.floorEntry(day))
                .map(entry -> entry.getValue().apply(figures));
    }

    /** Judges a request; who is refused is judged as a re-entrant too when that is switched on (VR). */
    public static Judgement judge(Facts facts, LocalDate requestedOn, boolean reEntrants) {
        Figures figures = Parameters.on(requestedOn);
        return judge(on(requestedOn).orElseThrow(), figures, facts, requestedOn, 0, reEntrants);
    }

    static Judgement judge(
            RuleSet scheme,
            Figures figures,
            Facts facts,
            LocalDate requestedOn,
            int grantedThisMonth,
            boolean reEntrants) {
        Judgement judgement = scheme.judge(facts, requestedOn, grantedThisMonth);
        if (judgement.entitled() || !reEntrants || !figures.has(ParameterKey.RE_ENTRY_WORKED_MONTHS)) {
            return judgement;
        }
        Judgement reEntrant = new ReEntrants2027(figures).judge(facts, requestedOn);
        return reEntrant.entitled() ? reEntrant : judgement;
    }
}
