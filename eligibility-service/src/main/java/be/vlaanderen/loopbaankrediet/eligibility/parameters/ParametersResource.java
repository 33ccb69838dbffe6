package be.vlaanderen.loopbaankrediet.eligibility.parameters;

import be.vlaanderen.loopbaankrediet.eligibility.paging.Paging;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Parameter;
import be.vlaanderen.loopbaankrediet.eligibility.rules.ParameterKey;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Parameters;
import be.vlaanderen.loopbaankrediet.eligibility.rules.RuleSet;
import be.vlaanderen.loopbaankrediet.eligibility.rules.RuleSets;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Unit;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The figures on which decisions rest, with their source. */
@Path("/parameters")
@RolesAllowed(Roles.OFFICER)
@Tag(name = "parameters")
public class ParametersResource {

    private final boolean reEntrants;

    @Inject
    public ParametersResource(@ConfigProperty(name = "rules.re-entrants") boolean reEntrants) {
        this.reEntrants = reEntrants;
    }

    /** @param switchedOn false for a figure of a proposal that is not judged by (VR) */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figure(
            ParameterKey key,
            long value,
            Unit unit,
            String source,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate nextReview,
            boolean switchedOn) {

        static Figure of(Parameter parameter, boolean reEntrants) {
            return new Figure(
                    parameter.key(),
                    parameter.value(),
                    parameter.unit(),
                    parameter.source(),
                    parameter.firstDay(),
                    parameter.lastDay(),
                    parameter.nextReview(),
                    reEntrants || !parameter.key().ofReEntrants());
        }
    }

    /**
     * @param on the day of which they are; absent for the figures of all days
     * @param ruleVersion the scheme of that day
     * @param next what to give as {@code after} to read on; absent on the last page
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Table(
            @Nullable LocalDate on,
            @Nullable String ruleVersion,
            List<Figure> parameters,
            @Nullable String next) {}

    @GET
    @Operation(operationId = "listParameters", summary = "The figures of the schemes, of one day or of all days")
    @APIResponse(responseCode = "200", description = "Each with its unit, source, first and last day, and next review")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    public Table parameters(
            @QueryParam("on") @Nullable String on,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        LocalDate day = Paging.day("on", on);
        Paging paging = Paging.of(after, limit);
        List<Parameter> all = day == null ? Parameters.all() : Parameters.inForce(day);
        String version =
                day == null ? null : RuleSets.scheme(day).map(RuleSet::version).orElse(null);
        List<Figure> figures = paging.in(all).stream()
                .map(parameter -> Figure.of(parameter, reEntrants))
                .toList();
        return new Table(day, version, figures, paging.nextIn(all));
    }
}
