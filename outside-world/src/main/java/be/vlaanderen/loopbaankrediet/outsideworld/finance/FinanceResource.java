package be.vlaanderen.loopbaankrediet.outsideworld.finance;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What the finance system has added up. */
@Path("/finance/totals")
@Produces(MediaType.APPLICATION_JSON)
public class FinanceResource {

    private final FinanceFollower follower;

    @Inject
    public FinanceResource(FinanceFollower follower) {
        this.follower = follower;
    }

    @GET
    public FinanceTotals.Totals totals() {
        return follower.totals();
    }
}
