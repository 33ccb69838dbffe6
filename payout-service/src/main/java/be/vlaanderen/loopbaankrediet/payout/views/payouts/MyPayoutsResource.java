package be.vlaanderen.loopbaankrediet.payout.views.payouts;

import be.vlaanderen.loopbaankrediet.payout.registry.Me;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/me/payouts")
@RolesAllowed(Roles.COUNSELLOR)
@RunOnVirtualThread
@Tag(name = "payouts", description = "Uitbetalingen")
public class MyPayoutsResource {

    private final Me me;

    @Inject
    MyPayoutsResource(Me me) {
        this.me = me;
    }

    /** @param next value of {@code after} for the next page; absent on the last */
    @Schema(name = "PayoutPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<PayoutAnswer> payouts, @Nullable UUID next) {}

    @GET
    @Operation(operationId = "getMyPayouts", summary = "Own decided claims and their payments, newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "after or limit has not the right form")
    @APIResponse(responseCode = "404", description = "Not registered as a counsellor")
    @APIResponse(responseCode = "503", description = "provider-registry-service does not answer")
    public Page payouts(
            @Parameter(description = "claim of the last row of the page before")
                    @QueryParam("after")
                    @Pattern(
                            regexp = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
                            message = "Neem de waarde van 'next' van de vorige bladzijde.")
                    @Nullable String after,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Pattern(regexp = "[1-9]|[1-9][0-9]|100", message = "Kies een getal van 1 tot en met 100.") String limit) {
        int size = Integer.parseInt(limit);
        List<PayoutAnswer> found =
                PayoutRow.page(me.counsellor(), after == null ? null : UUID.fromString(after), size + 1).stream()
                        .map(PayoutAnswer::of)
                        .toList();
        return found.size() <= size
                ? new Page(found, null)
                : new Page(found.subList(0, size), found.get(size - 1).claim());
    }
}
