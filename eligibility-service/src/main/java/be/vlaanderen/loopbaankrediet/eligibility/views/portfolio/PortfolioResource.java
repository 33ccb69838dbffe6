package be.vlaanderen.loopbaankrediet.eligibility.views.portfolio;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.CitizenVault;
import be.vlaanderen.loopbaankrediet.eligibility.citizens.CurrentPerson;
import be.vlaanderen.loopbaankrediet.eligibility.paging.Paging;
import be.vlaanderen.loopbaankrediet.eligibility.views.requests.RequestAnswer;
import be.vlaanderen.loopbaankrediet.eligibility.views.requests.RequestReader;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** LLR: a citizen sees all incentives in one place. */
@Path("/me/portfolio")
@RolesAllowed(Roles.CITIZEN)
@Tag(name = "portfolio")
@RunOnVirtualThread
public class PortfolioResource {

    private final CurrentPerson person;
    private final CitizenVault vault;
    private final RequestReader requests;
    private final Clock clock;

    @Inject
    public PortfolioResource(CurrentPerson person, CitizenVault vault, RequestReader requests, Clock clock) {
        this.person = person;
        this.vault = vault;
        this.requests = requests;
        this.clock = clock;
    }

    /** @param on the day of which this is */
    public record Portfolio(LocalDate on, List<Incentive> incentives) {}

    @GET
    @Operation(
            operationId = "getPortfolio",
            summary = "All that I can use for my career and for learning, side by side")
    @APIResponse(responseCode = "200", description = "The career credit from own data, the others as reference")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    public Portfolio portfolio(@QueryParam("asOf") @Nullable String asOf) {
        LocalDate then = Paging.day("asOf", asOf);
        RequestAnswer newest = vault.find(person.ssin())
                .flatMap(citizen -> requests.newest(citizen, then))
                .orElse(null);
        LocalDate day = then == null ? Days.of(clock.instant()) : then;
        return new Portfolio(day, Incentives.on(day, newest));
    }
}
