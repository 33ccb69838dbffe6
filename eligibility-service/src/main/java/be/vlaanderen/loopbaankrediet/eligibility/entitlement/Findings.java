package be.vlaanderen.loopbaankrediet.eligibility.entitlement;

import be.vlaanderen.loopbaankrediet.eligibility.rules.EducationBasis;
import be.vlaanderen.loopbaankrediet.eligibility.rules.EducationLevel;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Facts;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Period;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Region;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an officer found, beside what the sources said or instead of it; what is absent is as the sources said.
 *
 * @param periods recognised on top of what was declared
 */
public record Findings(
        List<Period> periods,
        @Nullable EducationLevel education,
        @Nullable Region region,
        @Nullable Boolean worksInFlandersOrBrussels,
        @Nullable Integer chequesUsed,
        @Nullable Boolean outplacement) {

    public static final Findings NONE = new Findings(List.of(), null, null, null, null, null);

    /** A shown education level is the only one that a source can leave open (D-4); anything else but a period contradicts one. */
    public boolean overrule(Judgement said) {
        return (changes(education, said.educationLevel()) && said.educationBasis() != EducationBasis.UNKNOWN)
                || changes(region, said.region())
                || changes(worksInFlandersOrBrussels, said.worksInFlandersOrBrussels())
                || changes(chequesUsed, said.chequesUsed())
                || changes(outplacement, said.outplacement());
    }

    /** The facts with these findings laid over them. */
    public Facts over(Facts facts) {
        return new Facts(
                or(region, facts.region()),
                or(worksInFlandersOrBrussels, facts.worksInFlandersOrBrussels()),
                education == null ? facts.education() : education,
                education == null ? facts.diplomaRecognised() : null,
                or(chequesUsed, facts.chequesUsed()),
                or(outplacement, facts.outplacement()),
                both(facts.periods(), periods),
                chequesUsed == null ? facts.chequesUsedOn() : null);
    }

    /** These and later ones, which win. */
    Findings and(Findings later) {
        return new Findings(
                both(periods, later.periods),
                later.education == null ? education : later.education,
                later.region == null ? region : later.region,
                later.worksInFlandersOrBrussels == null ? worksInFlandersOrBrussels : later.worksInFlandersOrBrussels,
                later.chequesUsed == null ? chequesUsed : later.chequesUsed,
                later.outplacement == null ? outplacement : later.outplacement);
    }

    private static boolean changes(@Nullable Object found, Object said) {
        return found != null && !Objects.equals(found, said);
    }

    private static <T> T or(@Nullable T found, T otherwise) {
        return found == null ? otherwise : found;
    }

    private static List<Period> both(List<Period> some, List<Period> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
