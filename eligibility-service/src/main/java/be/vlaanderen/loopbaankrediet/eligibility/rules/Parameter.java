package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One dated figure of a scheme.
 *
 * @param source where the figure comes from
 * @param lastDay absent while no end is known
 * @param nextReview when somebody looks whether it still fits; absent once it ended
 */
public record Parameter(
        ParameterKey key,
        long value,
        Unit unit,
        String source,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate nextReview) {

    public boolean inForce(LocalDate day) {
        return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
    }
}
