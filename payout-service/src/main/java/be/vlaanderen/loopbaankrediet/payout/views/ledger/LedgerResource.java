package be.vlaanderen.loopbaankrediet.payout.views.ledger;

import be.vlaanderen.loopbaankrediet.payout.ledger.Ledger;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/ledger")
@RolesAllowed(Roles.OFFICER)
@RunOnVirtualThread
@Tag(name = "ledger", description = "Grootboek")
public class LedgerResource {

    @GET
    @Operation(
            operationId = "getLedger",
            summary = "Trial balance in whole cents: co-payments used + government share = paid + payable")
    public Ledger.TrialBalance ledger() {
        return Ledger.balance(LedgerLineRow.sums());
    }
}
