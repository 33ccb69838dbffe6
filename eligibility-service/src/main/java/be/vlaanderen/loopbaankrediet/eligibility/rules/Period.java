package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something a source declared, both days in.
 *
 * @param to absent when it runs on
 * @param cancelled the declaration was withdrawn
 */
public record Period(
        PeriodKind kind, LocalDate from, @Nullable LocalDate to, boolean cancelled) {

    /** D-2: counts as experience. */
    boolean counts() {
        return kind.countsAsWork() && !cancelled;
    }

    /** It runs on that day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** D-2: without an end, or with an end in the future, it runs to the day of the request. */
    LocalDate lastDayUpTo(LocalDate day) {
        return to == null || to.isAfter(day) ? day : to;
    }
}
