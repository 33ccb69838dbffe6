package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every scheme asks in the same way, and the conditions that failed so far. */
final class Weighing {

    private static final int DAYS_A_YEAR = 365;

    private final Facts facts;
    private final LocalDate on;
    private final Set<Condition> failed = EnumSet.noneOf(Condition.class);

    Weighing(Facts facts, LocalDate on) {
        this.facts = facts;
        this.on = on;
    }

    /** D-2: seven years are 2,555 days, so a month is a twelfth of 365; a part of a day counts as one. */
    static int days(int months) {
        return (months * DAYS_A_YEAR + 11) / 12;
    }

    Weighing require(boolean holds, Condition otherwise) {
        if (!holds) {
            failed.add(otherwise);
        }
        return this;
    }

    /** MR 2.5: works on the day of the request. */
    Weighing working() {
        return require(works(), Condition.NOT_WORKING);
    }

    /** MR: guidance that is part of outplacement is excluded. BVR: lives in Flanders or Brussels, or works there while living elsewhere in the EEA. */
    Weighing initiativeAndRegion() {
        boolean inRegion = facts.region().flandersOrBrussels()
                || (facts.region().elsewhereInEea() && facts.worksInFlandersOrBrussels());
        return require(!facts.outplacement(), Condition.OUTPLACEMENT).require(inRegion, Condition.OUTSIDE_REGION);
    }

    /** @param hours granted when nothing failed */
    Judgement judgement(String version, WorkedDays worked, int requiredDays, int hours, int coPaymentPerHourCents) {
        return new Judgement(
                version,
                List.copyOf(failed),
                worked.total(),
                requiredDays,
                failed.isEmpty() ? hours : 0,
                coPaymentPerHourCents,
                education(),
                basis(),
                facts.region(),
                facts.worksInFlandersOrBrussels(),
                facts.chequesUsed(),
                facts.outplacement(),
                reachedOn(requiredDays - worked.total()),
                worked.periods());
    }

    /** BVR, D-4. */
    EducationLevel education() {
        return switch (basis()) {
            case UNRECOGNISED_DIPLOMA -> EducationLevel.LOW;
            case PROOF -> facts.education() == null ? EducationLevel.MEDIUM : facts.education();
            case UNKNOWN -> EducationLevel.MEDIUM;
        };
    }

    private EducationBasis basis() {
        if (Boolean.FALSE.equals(facts.diplomaRecognised())) {
            return EducationBasis.UNRECOGNISED_DIPLOMA;
        }
        return facts.education() == null ? EducationBasis.UNKNOWN : EducationBasis.PROOF;
    }

    private boolean works() {
        return facts.periods().stream().anyMatch(period -> period.counts() && period.covers(on));
    }

    private @Nullable LocalDate reachedOn(int missing) {
        return missing > 0 && works() ? on.plusDays(missing) : null;
    }
}
