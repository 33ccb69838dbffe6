package be.vlaanderen.loopbaankrediet.payout.views.reconciliation;

import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/reconciliation")
@RolesAllowed(Roles.OFFICER)
@RunOnVirtualThread
@Tag(name = "bank", description = "Tussen deze dienst en de bank")
public class ReconciliationResource {

    private final Reconciliation reconciliation;
    private final Clock clock;

    @Inject
    ReconciliationResource(Reconciliation reconciliation, Clock clock) {
        this.reconciliation = reconciliation;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getReconciliation",
            summary = "Claims approved, files sent and the bank's answers side by side, and what differs")
    @APIResponse(responseCode = "200", description = "As of the end of the day")
    @APIResponse(responseCode = "400", description = "Not a day")
    public Reconciliation.Report reconciliation(
            @Parameter(description = "day in Brussels; absent: today") @QueryParam("on") @Nullable String on) {
        return reconciliation.at(on == null ? Days.of(clock.instant()) : Days.asked("on", on));
    }
}
