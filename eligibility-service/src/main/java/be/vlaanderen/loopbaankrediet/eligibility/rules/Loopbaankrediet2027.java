package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CN 2.1: from 2027-01-01, six hours for a whole career for who worked seven years. */
final class Loopbaankrediet2027 implements RuleSet {

    /** D-2: seven years. */
    private static final int REQUIRED_DAYS = 2_555;

    /** CN 2.1. */
    private static final int CO_PAYMENT_CENTS = 25_00;

    /** CN 2.1, the social correction for the low-skilled. */
    private static final int CO_PAYMENT_LOW_SKILLED_CENTS = 15_00;

    @Override
    public String version() {
        return "LOOPBAANKREDIET_2027";
    }

    @Override
    public Judgement judge(Facts facts, LocalDate requestedOn) {
        WorkedDays worked = WorkedDays.count(facts.periods(), requestedOn);
        boolean working = facts.periods().stream().anyMatch(period -> period.counts() && period.covers(requestedOn));
        int carriedOver = hoursCarriedOver(facts.chequesUsed());
        List<Condition> failed = new ArrayList<>();
        if (worked.total() < REQUIRED_DAYS) {
            failed.add(Condition.NOT_ENOUGH_EXPERIENCE);
        }
        if (!working) {
            failed.add(Condition.NOT_WORKING);
        }
        if (carriedOver == 0) {
            failed.add(Condition.NO_HOURS_CARRIED_OVER);
        }
        if (facts.outplacement()) {
            failed.add(Condition.OUTPLACEMENT);
        }
        if (!inRegion(facts)) {
            failed.add(Condition.OUTSIDE_REGION);
        }
        EducationLevel education = level(facts);
        return new Judgement(
                version(),
                List.copyOf(failed),
                worked.total(),
                REQUIRED_DAYS,
                failed.isEmpty() ? carriedOver : 0,
                education == EducationLevel.LOW ? CO_PAYMENT_LOW_SKILLED_CENTS : CO_PAYMENT_CENTS,
                education,
                basis(facts),
                facts.region(),
                facts.worksInFlandersOrBrussels(),
                facts.chequesUsed(),
                facts.outplacement(),
                reachedOn(worked.total(), working, requestedOn),
                worked.periods());
    }

    /** CN 2.5.1: no cheque ever used, exactly one, two or more. */
    private static int hoursCarriedOver(int chequesUsed) {
        return switch (chequesUsed) {
            case 0 -> 6;
            case 1 -> 2;
            default -> 0;
        };
    }

    /** BVR: lives in Flanders or Brussels, or works there while living elsewhere in the EEA. */
    private static boolean inRegion(Facts facts) {
        return facts.region().flandersOrBrussels()
                || (facts.region().elsewhereInEea() && facts.worksInFlandersOrBrussels());
    }

    private static EducationLevel level(Facts facts) {
        return switch (basis(facts)) {
            case UNRECOGNISED_DIPLOMA -> EducationLevel.LOW;
            case PROOF -> facts.education() == null ? EducationLevel.MEDIUM : facts.education();
            case UNKNOWN -> EducationLevel.MEDIUM;
        };
    }

    private static EducationBasis basis(Facts facts) {
        if (Boolean.FALSE.equals(facts.diplomaRecognised())) {
            return EducationBasis.UNRECOGNISED_DIPLOMA;
        }
        return facts.education() == null ? EducationBasis.UNKNOWN : EducationBasis.PROOF;
    }

    private static @Nullable LocalDate reachedOn(int workedDays, boolean working, LocalDate requestedOn) {
        return workedDays < REQUIRED_DAYS && working ? requestedOn.plusDays(REQUIRED_DAYS - workedDays) : null;
    }
}
