package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sources say about a citizen on the day of a request.
 *
 * @param worksInFlandersOrBrussels only asked, so only true, when it matters for the region
 * @param education highest level of the proofs; absent when none is known
 * @param diplomaRecognised false when the level rests on a foreign diploma that is not recognised; absent when it does not matter
 * @param chequesUsed career cheques of the earlier schemes, one line in the file of VDAB each
 * @param chequesUsedOn the day of each of them; absent when only their number is known
 * @param outplacement guided by outplacement on the day
 */
public record Facts(
        Region region,
        boolean worksInFlandersOrBrussels,
        @Nullable EducationLevel education,
        @Nullable Boolean diplomaRecognised,
        int chequesUsed,
        boolean outplacement,
        List<Period> periods,
        @Nullable List<LocalDate> chequesUsedOn) {

    /** With only the number of used cheques. */
    public Facts(
            Region region,
            boolean worksInFlandersOrBrussels,
            @Nullable EducationLevel education,
            @Nullable Boolean diplomaRecognised,
            int chequesUsed,
            boolean outplacement,
            List<Period> periods) {
        this(region, worksInFlandersOrBrussels, education, diplomaRecognised, chequesUsed, outplacement, periods, null);
    }

    /** What a judgement rested on, to judge again. */
    public static Facts of(Judgement judgement) {
        return new Facts(
                judgement.region(),
                judgement.worksInFlandersOrBrussels(),
                judgement.educationBasis() == EducationBasis.PROOF ? judgement.educationLevel() : null,
                judgement.educationBasis() == EducationBasis.UNRECOGNISED_DIPLOMA ? false : null,
                judgement.chequesUsed(),
                judgement.outplacement(),
                judgement.periods().stream().map(WeighedPeriod::declared).toList());
    }

    public Facts withChequesUsed(int number) {
        return new Facts(
                region,
                worksInFlandersOrBrussels,
                education,
                diplomaRecognised,
                number,
                outplacement,
                periods,
                chequesUsedOn);
    }

    /** Cheques used after that day; all of them when their days are not known. */
    int chequesUsedAfter(LocalDate day) {
        return chequesUsedOn == null
                ? chequesUsed
                : Math.toIntExact(
                        chequesUsedOn.stream().filter(used -> used.isAfter(day)).count());
    }
}
