package be.vlaanderen.loopbaankrediet.payout.views.budget;

import be.vlaanderen.loopbaankrediet.payout.views.budget.BudgetRows.BudgetAnswer;
import be.vlaanderen.loopbaankrediet.payout.views.budget.BudgetRows.Course;
import be.vlaanderen.loopbaankrediet.payout.views.budget.BudgetRows.Point;
import be.vlaanderen.loopbaankrediet.payout.views.budget.BudgetRows.Projection;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.ProblemException;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/budgets/{year}")
@RolesAllowed(Roles.OFFICER)
@RunOnVirtualThread
@Tag(name = "budget", description = "Vastleggen en vereffenen")
public class BudgetResource {

    private static final String YEAR = "20[0-9]{2}";
    private static final String YEAR_WRONG = "Geef een jaartal, bijvoorbeeld 2027.";
    private static final String CSV = "text/csv";
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(CSV))
            .build();
    private static final String BY = "day|month";
    private static final String BY_WRONG = "Kies 'day' of 'month'.";

    private final BudgetRows rows;

    @Inject
    BudgetResource(BudgetRows rows) {
        this.rows = rows;
    }

    @GET
    @Operation(operationId = "getBudget", summary = "The budget of a year: committed, settled, left, queue, quota")
    @APIResponse(responseCode = "200", description = "Now, or at the end of the day that is asked")
    @APIResponse(responseCode = "400", description = "Not a year, or not a day")
    @APIResponse(responseCode = "404", description = "No budget was opened for that year")
    public BudgetAnswer budget(
            @PathParam("year") @Pattern(regexp = YEAR, message = YEAR_WRONG) String year,
            @Parameter(description = "day in Brussels") @QueryParam("asOf") @Nullable String asOf) {
        int asked = Integer.parseInt(year);
        Optional<BudgetAnswer> found = asOf == null ? rows.now(asked) : rows.asOf(asked, Days.asked("asOf", asOf));
        return found.orElseThrow(BudgetResource::unknown);
    }

    @GET
    @Path("/course")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "getBudgetCourse",
            summary = "How the year went, by day or month: for a chart, or as a table in euro")
    @APIResponse(
            responseCode = "200",
            description = "Sums at the end of each day or month on which something changed",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Course.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "400", description = "Not a year, or by is neither day nor month")
    @APIResponse(responseCode = "404", description = "No budget was opened for that year")
    public Response course(
            @PathParam("year") @Pattern(regexp = YEAR, message = YEAR_WRONG) String year,
            @QueryParam("by") @DefaultValue("month") @Pattern(regexp = BY, message = BY_WRONG) String by,
            @Context Request request) {
        Course course = rows.course(Integer.parseInt(year), by);
        if (course.points().isEmpty()) {
            throw unknown();
        }
        Variant form = request.selectVariant(FORMS);
        boolean csv = form != null && CSV.equals(form.getMediaType().toString());
        return Response.ok(csv ? csv(course) : course)
                .type(csv ? CSV + ";charset=UTF-8" : MediaType.APPLICATION_JSON)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static String csv(Course course) {
        StringBuilder csv = new StringBuilder("tot en met;budget;vastgelegd;vereffend;over;verschuldigd;wachtrij\r\n");
        for (Point point : course.points()) {
            csv.append(String.join(
                            ";",
                            point.on().toString(),
                            euro(point.totalCents()),
                            euro(point.committedCents()),
                            euro(point.settledCents()),
                            euro(point.leftCents()),
                            euro(point.owedCents()),
                            Long.toString(point.queue())))
                    .append("\r\n");
        }
        return csv.toString();
    }

    @GET
    @Path("/projection")
    @Operation(
            operationId = "getBudgetProjection",
            summary =
                    "What is committed and still to be paid, by the month in which it is expected, and how that is reckoned")
    @APIResponse(responseCode = "200", description = "As of today")
    @APIResponse(responseCode = "400", description = "Not a year")
    @APIResponse(responseCode = "404", description = "No budget was opened for that year")
    public Projection projection(@PathParam("year") @Pattern(regexp = YEAR, message = YEAR_WRONG) String year) {
        int asked = Integer.parseInt(year);
        if (rows.now(asked).isEmpty()) {
            throw unknown();
        }
        return rows.projection(asked);
    }

    private static ProblemException unknown() {
        return Problem.of("budget-unknown", 404, "Voor dit jaar is er geen budget.")
                .exception();
    }

    private static String euro(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString().replace('.', ',');
    }
}
