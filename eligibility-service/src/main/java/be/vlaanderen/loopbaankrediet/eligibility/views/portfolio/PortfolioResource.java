package be.vlaanderen.loopbaankrediet.eligibility.views.portfolio;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.CitizenVault;
import be.vlaanderen.loopbaankrediet.eligibility.citizens.CurrentPerson;
import be.vlaanderen.loopbaankrediet.eligibility.views.requests.RequestAnswer;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** LLR: a citizen sees all incentives in one place. */
@Path("/me/portfolio")
@RolesAllowed(Roles.CITIZEN)
@Tag(name = "portfolio")
@RunOnVirtualThread
public class PortfolioResource {

    private final CurrentPerson person;
    private final CitizenVault vault;
    private final Clock clock;

    @Inject
    public PortfolioResource(CurrentPerson person, CitizenVault vault, Clock clock) {
        this.person = person;
        this.vault = vault;
        this.clock = clock;
    }

    /** @param on the day of which this is */
    public record Portfolio(LocalDate on, List<Incentive> incentives) {}

    @GET
    @Operation(
            operationId = "getPortfolio",
            summary = "All that I can use for my career and for learning, side by side")
    @APIResponse(responseCode = "200", description = "The career credit from own data, the others as reference")
    public Portfolio portfolio() {
        LocalDate today = Days.of(clock.instant());
        RequestAnswer newest =
                vault.find(person.ssin()).flatMap(RequestAnswer::newest).orElse(null);
        return new Portfolio(today, Incentives.on(today, newest));
    }
}
