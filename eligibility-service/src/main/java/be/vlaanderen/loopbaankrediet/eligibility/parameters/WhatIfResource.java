package be.vlaanderen.loopbaankrediet.eligibility.parameters;

import be.vlaanderen.loopbaankrediet.eligibility.rules.EducationLevel;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Facts;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Figures;
import be.vlaanderen.loopbaankrediet.eligibility.rules.ParameterKey;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Parameters;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Period;
import be.vlaanderen.loopbaankrediet.eligibility.rules.PeriodKind;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Region;
import be.vlaanderen.loopbaankrediet.eligibility.rules.WhatIf;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An officer tries other figures on a made-up population; nothing is kept and nothing changes. */
@Path("/what-if")
@RolesAllowed(Roles.OFFICER)
@Tag(name = "parameters")
@RunOnVirtualThread
public class WhatIfResource {

    private static final int GROUPS = 500;
    private static final int PERIODS = 50;
    private static final int PEOPLE = 1_000_000;
    private static final LocalDate FIRST_SCHEME = LocalDate.of(2013, 7, 1);
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);
    private static final String NEEDED = "Dit is verplicht.";

    /** @param to absent when it runs on */
    public record SyntheticPeriod(
            @NotNull(message = NEEDED) PeriodKind kind,
            @NotNull(message = NEEDED) LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * People who are alike; made up.
     *
     * @param people how many they are; 1 when it is not said
     * @param chequesUsed 0 when it is not said
     */
    public record SyntheticGroup(
            @Min(value = 1, message = "Geef een getal van 1 tot 1.000.000.") @Max(value = PEOPLE, message = "Geef een getal van 1 tot 1.000.000.") @Nullable Integer people,

            @NotNull(message = NEEDED) Region region,
            @Nullable Boolean worksInFlandersOrBrussels,
            @Nullable EducationLevel education,
            @Nullable Boolean diplomaRecognised,

            @Min(value = 0, message = "Geef een getal van 0 tot 1.000.") @Max(value = 1_000, message = "Geef een getal van 0 tot 1.000.") @Nullable Integer chequesUsed,

            @Nullable Boolean outplacement,

            @NotNull(message = NEEDED) @Size(max = PERIODS, message = "Geef hoogstens 50 periodes.") List<@NotNull(message = NEEDED) @Valid SyntheticPeriod> periods) {}

    /**
     * @param on day whose scheme is taken
     * @param changes other values, by key
     * @param population in order of arrival; all who ask in one year
     */
    public record Question(
            @NotNull(message = NEEDED) LocalDate on,
            @Nullable Map<ParameterKey, Long> changes,
            @Nullable Boolean reEntrants,

            @NotEmpty(message = NEEDED) @Size(max = GROUPS, message = "Geef hoogstens 500 groepen.") List<@NotNull(message = NEEDED) @Valid SyntheticGroup> population) {}

    /** @param before the value as it stands */
    public record Change(ParameterKey key, long before, long after) {}

    /** Figures of one year, whole cents. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outcome(
            LocalDate on,
            List<Change> changes,
            long gaining,
            long losing,
            long same,
            WhatIf.Cost before,
            WhatIf.Cost after,
            long extraCents,
            @Nullable Long leftOfBudgetCents,
            List<WhatIf.GroupEffect> groups) {}

    @POST
    @RepeatableByItself
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "askWhatIf",
            summary = "Who would gain or lose with other figures, and what a year would cost")
    @APIResponse(responseCode = "200", description = "Per group and in all; nothing is kept")
    @APIResponse(responseCode = "400", description = "bad-request: also for a parameter that plays no part on that day")
    public Outcome ask(@NotNull(message = NEEDED) @Valid Question body) {
        List<Problem.Issue> issues = new ArrayList<>();
        day("on", body.on(), FIRST_SCHEME, issues);
        Figures figures = Parameters.on(body.on());
        Map<ParameterKey, Long> asked = body.changes() == null ? Map.of() : body.changes();
        asked.forEach((key, value) -> {
            if (!figures.has(key)) {
                issues.add(issue("changes." + key, "Dit gegeven speelt geen rol op die dag."));
            } else if (value == null || value < 0 || value > most(key)) {
                issues.add(issue("changes." + key, "Geef een geheel getal van 0 tot " + most(key) + "."));
            }
        });
        for (int i = 0; i < body.population().size(); i++) {
            List<SyntheticPeriod> periods = body.population().get(i).periods();
            for (int j = 0; j < periods.size(); j++) {
                String name = "population[" + i + "].periods[" + j + "].";
                day(name + "from", periods.get(j).from(), FIRST_DAY, issues);
                LocalDate to = periods.get(j).to();
                if (to != null) {
                    day(name + "to", to, FIRST_DAY, issues);
                }
            }
        }
        if (!issues.isEmpty()) {
            throw Problem.badRequest(issues.subList(0, Math.min(issues.size(), 20)))
                    .exception();
        }
        WhatIf.Result result = new WhatIf(
                        body.on(),
                        asked,
                        Boolean.TRUE.equals(body.reEntrants()),
                        body.population().stream().map(WhatIfResource::group).toList())
                .answer();
        return new Outcome(
                body.on(),
                asked.entrySet().stream()
                        .map(change -> new Change(change.getKey(), figures.get(change.getKey()), change.getValue()))
                        .toList(),
                result.gaining(),
                result.losing(),
                result.same(),
                result.before(),
                result.after(),
                result.extraCents(),
                result.leftOfBudgetCents(),
                result.groups());
    }

    private static WhatIf.Group group(SyntheticGroup group) {
        return new WhatIf.Group(
                group.people() == null ? 1 : group.people(),
                new Facts(
                        group.region(),
                        Boolean.TRUE.equals(group.worksInFlandersOrBrussels()),
                        group.education(),
                        group.diplomaRecognised(),
                        group.chequesUsed() == null ? 0 : group.chequesUsed(),
                        Boolean.TRUE.equals(group.outplacement()),
                        group.periods().stream()
                                .map(period -> new Period(period.kind(), period.from(), period.to(), false))
                                .toList()));
    }

    /** No scheme comes near these; they keep sums within bounds. */
    private static long most(ParameterKey key) {
        return switch (key.unit()) {
            case DAYS -> 36_500;
            case WEEKS -> 500;
            case MONTHS -> 1_200;
            case YEARS, HOURS, PERCENT -> 100;
            case CHEQUES -> 1_000_000;
            case EURO_CENTS -> key == ParameterKey.BUDGET_PER_YEAR ? 1_000_000_000_000L : 1_000_000;
        };
    }

    private static void day(String name, LocalDate day, LocalDate first, List<Problem.Issue> issues) {
        if (day.isBefore(first) || day.isAfter(LAST_DAY)) {
            issues.add(issue(name, "Geef een dag van " + first + " tot en met " + LAST_DAY + "."));
        }
    }

    private static Problem.Issue issue(String name, String detail) {
        return Problem.Issue.of("invalid-value", "body", name, detail);
    }
}
