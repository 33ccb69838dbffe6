package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A declared period and what it was worth.
 *
 * @param to as declared; absent when it runs on
 * @param countedDays days that no older period had counted
 */
public record WeighedPeriod(
        PeriodKind kind, LocalDate from, @Nullable LocalDate to, int countedDays, Weight weight) {

    /** As the source declared it. */
    Period declared() {
        return new Period(kind, from, to, weight == Weight.CANCELLED);
    }
}
