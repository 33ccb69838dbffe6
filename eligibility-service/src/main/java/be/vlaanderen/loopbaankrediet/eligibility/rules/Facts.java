package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sources say about a citizen on the day of a request.
 *
 * @param worksInFlandersOrBrussels only asked, so only true, when it matters for the region
 * @param education highest level of the proofs; absent when none is known
 * @param diplomaRecognised false when the level rests on a foreign diploma that is not recognised; absent when it does not matter
 * @param chequesUsed career cheques of the earlier schemes, one line in the file of VDAB each
 * @param outplacement guided by outplacement on the day
 */
public record Facts(
        Region region,
        boolean worksInFlandersOrBrussels,
        @Nullable EducationLevel education,
        @Nullable Boolean diplomaRecognised,
        int chequesUsed,
        boolean outplacement,
        List<Period> periods) {}
