package be.vlaanderen.loopbaankrediet.eligibility.officers;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.CitizenVault;
import be.vlaanderen.loopbaankrediet.eligibility.citizens.Forgetting;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.forget.ForgetCitizen;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The end of a file: afterwards nothing leads from the pseudonym to a person. */
@Path("/citizens/{citizen}/forgetting")
@RolesAllowed(Roles.OFFICER)
@Tag(name = "citizens")
@RunOnVirtualThread
public class ForgettingResource {

    private final AggregateStore<Entitlement, EntitlementEvent> entitlements;
    private final Transactions transactions;
    private final CitizenVault vault;
    private final Forgetting forgetting;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public ForgettingResource(
            AggregateStore<Entitlement, EntitlementEvent> entitlements,
            Transactions transactions,
            CitizenVault vault,
            Forgetting forgetting,
            Caller caller,
            Clock clock) {
        this.entitlements = entitlements;
        this.transactions = transactions;
        this.vault = vault;
        this.forgetting = forgetting;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param forgotten nothing leads from this pseudonym to a person any more */
    public record Forgotten(UUID citizen, boolean forgotten) {}

    @POST
    @RepeatableByItself
    @Operation(
            operationId = "forgetCitizen",
            summary = "Delete who somebody is, with contact, evidence, words and cheques; a repeat changes nothing")
    @APIResponse(responseCode = "200", description = "Forgotten")
    @APIResponse(
            responseCode = "409",
            description =
                    "right-still-runs, or file-still-kept with keptUntil: five years after the last thing that happened")
    public Forgotten forget(@PathParam("citizen") UUID citizen) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String officer = caller.pseudonym();
        transactions.run(connection -> {
            entitlements
                    .handle(
                            citizen.toString(),
                            state -> ForgetCitizen.decide(
                                    state,
                                    new ForgetCitizen(
                                            citizen,
                                            officer,
                                            state.lastAt() == null ? Days.of(at) : Days.of(state.lastAt()),
                                            Days.of(at),
                                            at)))
                    .orThrow();
            forgetting.forget(citizen);
        });
        return new Forgotten(citizen, vault.ssin(citizen).isEmpty());
    }
}
