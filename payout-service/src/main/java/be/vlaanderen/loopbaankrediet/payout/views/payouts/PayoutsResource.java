package be.vlaanderen.loopbaankrediet.payout.views.payouts;

import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/payouts/{endToEndId}")
@RolesAllowed(Roles.OFFICER)
@RunOnVirtualThread
@Tag(name = "payouts", description = "Uitbetalingen")
public class PayoutsResource {

    @GET
    @Operation(operationId = "getPayout", summary = "The claim behind a payment of the bank statement")
    @APIResponse(responseCode = "200", description = "The payout and its claim")
    @APIResponse(responseCode = "400", description = "Not an end-to-end id")
    @APIResponse(responseCode = "404", description = "No payment has this end-to-end id")
    public PayoutAnswer payout(
            @PathParam("endToEndId")
                    @Pattern(
                            regexp = "[A-Za-z0-9]{1,35}",
                            message = "Geef de end-to-end-referentie van het rekeninguittreksel: letters en cijfers.")
                    String endToEndId) {
        return PayoutRow.byEndToEndId(endToEndId)
                .map(PayoutAnswer::of)
                .orElseThrow(() -> Problem.of(
                                "payout-unknown", 404, "Geen enkele betaling heeft deze end-to-end-referentie.")
                        .exception());
    }
}
