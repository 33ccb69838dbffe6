package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule set found, with all that is needed to explain it. Codes and figures only: kept for ever.
 *
 * @param failed every condition that failed; empty when the citizen is entitled
 * @param hours granted; 0 when refused
 * @param coPaymentPerHourCents also given when refused
 * @param reachedOn when the required days are reached if the current job goes on; absent when that is not known
 */
public record Judgement(
        String ruleVersion,
        List<Condition> failed,
        int workedDays,
        int requiredDays,
        int hours,
        int coPaymentPerHourCents,
        EducationLevel educationLevel,
        EducationBasis educationBasis,
        Region region,
        boolean worksInFlandersOrBrussels,
        int chequesUsed,
        boolean outplacement,
        @Nullable LocalDate reachedOn,
        List<WeighedPeriod> periods) {

    public boolean entitled() {
        return failed.isEmpty();
    }
}
