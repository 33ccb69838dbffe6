package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every rule set by its first day; its last is the day before the next one. The career cheques of before 2027 were never asked for here,
 * so no rule set judges a request from before the first.
 */
public final class RuleSets {

    public static final LocalDate FIRST_DAY = LocalDate.of(2027, 1, 1);

    private static final TreeMap<LocalDate, RuleSet> BY_FIRST_DAY =
            new TreeMap<>(Map.of(FIRST_DAY, new Loopbaankrediet2027()));

    private RuleSets() {}

    public static Optional<RuleSet> on(LocalDate day) {
        return Optional.ofNullable(BY_FIRST_DAY.floorEntry(day)).map(Map.Entry::getValue);
    }
}
