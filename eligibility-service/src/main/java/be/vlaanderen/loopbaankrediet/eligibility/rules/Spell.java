package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An unbroken time, both days in: periods that overlap or follow each other without a day between. */
record Spell(LocalDate from, LocalDate to) {

    /** The spells within some days, oldest first. */
    static List<Spell> of(List<Period> periods, LocalDate since, LocalDate upTo) {
        List<Spell> spells = new ArrayList<>();
        for (Period period :
                periods.stream().sorted(Comparator.comparing(Period::from)).toList()) {
            LocalDate from = period.from().isBefore(since) ? since : period.from();
            LocalDate to = period.lastDayUpTo(upTo);
            if (period.cancelled() || from.isAfter(to)) {
                continue;
            }
            Spell last = spells.isEmpty() ? null : spells.getLast();
            if (last == null || from.isAfter(last.to().plusDays(1))) {
                spells.add(new Spell(from, to));
            } else if (to.isAfter(last.to())) {
                spells.set(spells.size() - 1, new Spell(last.from(), to));
            }
        }
        return spells;
    }

    int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1);
    }

    boolean lasts(int months) {
        return !from.plusMonths(months).isAfter(to.plusDays(1));
    }
}
