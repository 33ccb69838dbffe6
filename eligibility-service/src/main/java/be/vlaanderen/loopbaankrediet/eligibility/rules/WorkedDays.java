package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * D-2: the distinct calendar days on which a person was bound by work, up to and including a day. Overlaps count once, gaps do not count.
 *
 * @param total in days
 * @param periods all that was declared, oldest first, each with the days that it adds; together they are the total
 */
public record WorkedDays(int total, List<WeighedPeriod> periods) {

    private static final Comparator<Period> OLDEST_FIRST = Comparator.comparing(Period::from)
            .thenComparing(Period::to, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Period::kind)
            .thenComparing(Period::cancelled);

    public static WorkedDays count(List<Period> declared, LocalDate upTo) {
        return count(declared, null, upTo);
    }

    /** @param since first day that counts; absent when a whole career counts */
    static WorkedDays count(List<Period> declared, @Nullable LocalDate since, LocalDate upTo) {
        List<WeighedPeriod> weighed = new ArrayList<>();
        LocalDate counted = since == null ? null : since.minusDays(1); // last day that is counted already
        int total = 0;
        for (Period period : declared.stream().sorted(OLDEST_FIRST).toList()) {
            int added = 0;
            LocalDate last = period.lastDayUpTo(upTo);
            if (period.counts()) {
                LocalDate first =
                        counted == null || period.from().isAfter(counted) ? period.from() : counted.plusDays(1);
                added = Math.max(0, Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1));
                total += added;
                counted = later(counted, last, added);
            }
            weighed.add(new WeighedPeriod(
                    period.kind(),
                    period.from(),
                    period.to(),
                    added,
                    since != null && period.counts() && last.isBefore(since)
                            ? Weight.BEFORE_THE_WINDOW
                            : weight(period, added, period.from().isAfter(upTo))));
        }
        return new WorkedDays(total, List.copyOf(weighed));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate counted, LocalDate last, int added) {
        return added > 0 ? last : counted;
    }

    private static Weight weight(Period period, int added, boolean afterwards) {
        if (period.cancelled()) {
            return Weight.CANCELLED;
        }
        if (!period.kind().countsAsWork()) {
            return Weight.NOT_WORK;
        }
        if (afterwards) {
            return Weight.AFTER_THE_REQUEST;
        }
        if (added == 0) {
            return Weight.COUNTED_ELSEWHERE;
        }
        return period.kind().equated() ? Weight.EQUATED : Weight.WORK;
    }
}
