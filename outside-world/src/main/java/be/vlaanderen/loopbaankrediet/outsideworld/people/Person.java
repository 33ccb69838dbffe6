package be.vlaanderen.loopbaankrediet.outsideworld.people;

import be.vlaanderen.loopbaankrediet.outsideworld.EnterpriseNumber;
import be.vlaanderen.loopbaankrediet.outsideworld.Iban;
import be.vlaanderen.loopbaankrediet.outsideworld.Problem.Issue;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is true about a person of the simulated world; what is left out gets a value that suits most people. The number that names the person is
 * not part of it, and neither is what a golden case says around the person.
 *
 * @param worksInFlandersOrBrussels decides where the person's employers are
 * @param diplomaRecognised null: a diploma of here; else a foreign one, declared equivalent or not
 * @param chequesUnused bought under the old scheme and never used
 * @param persona short name to log in with
 * @param enterpriseNumber of the enterprise for which the person is a career counsellor
 * @param employer enterprise number of whom the person has a contract with; null: one of a few
 * @param iban account of which the bank knows that it is in this person's name
 * @param officer whether the person works for the government
 */
@JsonIgnoreProperties({"ssin", "id", "what", "requestedOn", "expect"})
public record Person(
        @Nullable String name,
        @Nullable String persona,
        @Nullable String enterpriseNumber,
        @Nullable String employer,
        @Nullable String iban,
        @Nullable Boolean officer,
        @Nullable Region region,
        @Nullable Boolean worksInFlandersOrBrussels,
        @Nullable Education education,
        @Nullable Boolean diplomaRecognised,
        @Nullable Integer chequesUsed,
        @Nullable Integer chequesUnused,
        @Nullable Boolean outplacement,
        @Nullable List<@Nullable Period> periods) {

    /** Somebody of whom nothing is known but the number. */
    public static final Person UNDESCRIBED =
            new Person(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    static final int MOST_PERIODS = 500;
    static final int MOST_CHEQUES = 20;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    public Person {
        officer = Boolean.TRUE.equals(officer);
        region = region == null ? Region.FLANDERS : region;
        worksInFlandersOrBrussels = !Boolean.FALSE.equals(worksInFlandersOrBrussels);
        chequesUsed = chequesUsed == null ? 0 : chequesUsed;
        chequesUnused = chequesUnused == null ? 0 : chequesUnused;
        outplacement = Boolean.TRUE.equals(outplacement);
        periods = periods == null
                ? List.of()
                : List.copyOf(periods.stream().map(Person::orEmpty).toList());
    }

    public boolean worksForGovernment() {
        return Boolean.TRUE.equals(officer);
    }

    public boolean worksHere() {
        return Boolean.TRUE.equals(worksInFlandersOrBrussels);
    }

    public Region home() {
        return region == null ? Region.FLANDERS : region;
    }

    public int usedCheques() {
        return chequesUsed == null ? 0 : chequesUsed;
    }

    public int unusedCheques() {
        return chequesUnused == null ? 0 : chequesUnused;
    }

    public boolean inOutplacement() {
        return Boolean.TRUE.equals(outplacement);
    }

    /** Periods that the source tells of. */
    public List<Period> periodsOf(Period.Source... sources) {
        List<Period.Source> wanted = List.of(sources);
        return allPeriods().stream()
                .filter(period ->
                        period.kind() != null && wanted.contains(period.kind().source()))
                .toList();
    }

    private List<Period> allPeriods() {
        List<Period> all = new ArrayList<>();
        if (periods != null) {
            periods.forEach(period -> all.add(orEmpty(period)));
        }
        return all;
    }

    private static Period orEmpty(@Nullable Period period) {
        return period == null ? new Period(null, null, null, null) : period;
    }

    /** All that cannot be true. */
    List<Issue> issues() {
        List<Issue> issues = new ArrayList<>();
        if (name != null && (name.isBlank() || name.length() > 100)) {
            issues.add(Issue.of("body", "name", "Geef een naam van 1 tot 100 tekens."));
        }
        if (persona != null && !persona.matches("(?=.*\\p{L})[\\p{L}0-9 ._'-]{1,60}")) {
            issues.add(Issue.of(
                    "body",
                    "persona",
                    "Geef een korte naam van letters, cijfers en spaties, met minstens één letter."));
        }
        checkNumber(issues, "enterpriseNumber", enterpriseNumber);
        checkNumber(issues, "employer", employer);
        if (iban != null && !Iban.isValid(iban)) {
            issues.add(Issue.of("body", "iban", Iban.WRONG));
        }
        checkCount(issues, "chequesUsed", usedCheques());
        checkCount(issues, "chequesUnused", unusedCheques());
        List<Period> all = allPeriods();
        if (all.size() > MOST_PERIODS) {
            issues.add(Issue.of("body", "periods", "Geef hoogstens " + MOST_PERIODS + " periodes."));
        }
        for (int i = 0; i < Math.min(all.size(), MOST_PERIODS); i++) {
            issues.addAll(issues("periods[" + i + "].", all.get(i)));
        }
        return issues;
    }

    private static void checkNumber(List<Issue> issues, String field, @Nullable String number) {
        if (number != null && !EnterpriseNumber.isValid(number)) {
            issues.add(Issue.of(
                    "body", field, "Dit ondernemingsnummer klopt niet: 10 cijfers met een geldig controlegetal."));
        }
    }

    private static void checkCount(List<Issue> issues, String field, int cheques) {
        if (cheques < 0 || cheques > MOST_CHEQUES) {
            issues.add(Issue.of("body", field, "Geef een aantal van 0 tot " + MOST_CHEQUES + "."));
        }
    }

    private static List<Issue> issues(String at, Period period) {
        List<Issue> issues = new ArrayList<>();
        LocalDate from = period.from();
        LocalDate to = period.to();
        if (from == null) {
            issues.add(Issue.of("body", at + "from", "Geef de eerste dag (jjjj-mm-dd)."));
        } else if (from.isBefore(EARLIEST) || from.isAfter(LATEST)) {
            issues.add(Issue.of("body", at + "from", "Deze dag ligt te ver weg."));
        }
        if (to != null && (to.isAfter(LATEST) || (from != null && to.isBefore(from)))) {
            issues.add(Issue.of("body", at + "to", "De laatste dag ligt voor de eerste, of te ver weg."));
        }
        if (period.kind() == null) {
            issues.add(Issue.of("body", at + "kind", "Geef de soort van de periode."));
        }
        return issues;
    }
}
