package be.vlaanderen.loopbaankrediet.payout.views.budget;

import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/budgets/{year}")
@RolesAllowed(Roles.OFFICER)
@RunOnVirtualThread
@Tag(name = "budget", description = "Vastleggen en vereffenen")
public class BudgetResource {

    /** Committed is what is set aside and not settled yet: left = total - committed - settled. */
    @Schema(name = "Budget")
    public record Budget(
            int year,
            long totalCents,
            long committedCents,
            long settledCents,
            long leftCents,

            @Schema(description = "number of bookings that wait for budget")
            int queue) {}

    @GET
    @Operation(operationId = "getBudget", summary = "The budget of a year: committed, settled, left, queue")
    @APIResponse(responseCode = "200", description = "The budget")
    @APIResponse(responseCode = "400", description = "Not a year")
    @APIResponse(responseCode = "404", description = "No budget was opened for that year")
    public Budget budget(
            @PathParam("year") @Pattern(regexp = "20[0-9]{2}", message = "Geef een jaartal, bijvoorbeeld 2027.") String year) {
        BudgetRow row = BudgetRow.findById(Integer.valueOf(year));
        if (row == null) {
            throw Problem.of("budget-unknown", 404, "Voor dit jaar is er geen budget.")
                    .exception();
        }
        return new Budget(
                row.year,
                row.totalCents,
                row.committedCents,
                row.settledCents,
                row.totalCents - row.committedCents - row.settledCents,
                row.queue);
    }
}
