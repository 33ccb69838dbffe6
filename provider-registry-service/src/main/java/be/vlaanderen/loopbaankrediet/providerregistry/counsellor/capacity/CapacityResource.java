package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.capacity;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Capacity;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.LoggedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A counsellor says how many new citizens they can take. */
@Path("/me/capacity")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.COUNSELLOR)
@Tag(name = "counsellor")
public class CapacityResource {

    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
    private final LoggedIn loggedIn;
    private final Clock clock;

    @Inject
    public CapacityResource(AggregateStore<Counsellor, CounsellorEvent> counsellors, LoggedIn loggedIn, Clock clock) {
        this.counsellors = counsellors;
        this.loggedIn = loggedIn;
        this.clock = clock;
    }

    /** @param until last day on which this holds, at most 62 days ahead */
    public record NewCapacity(
            @NotNull(message = "Dit is verplicht.") @Min(value = 0, message = "Geef een getal van 0 tot 99.") @Max(value = 99, message = "Geef een getal van 0 tot 99.") Integer places,

            @NotNull(message = "Dit is verplicht.") LocalDate until) {}

    @PUT
    @Operation(
            operationId = "stateCapacity",
            summary = "Say how many new citizens can come; unknown after the last day")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    @APIResponse(responseCode = "409", description = "not-registered or has-left")
    @APIResponse(responseCode = "422", description = "capacity-day-out-of-range")
    public Capacity state(@NotNull(message = "Stuur het aantal plaatsen mee.") @Valid NewCapacity body) {
        UUID id = loggedIn.counsellor().counsellor();
        Instant now = clock.instant();
        StateCapacity command = new StateCapacity(id, body.places(), body.until(), Days.of(now), now);
        var unused = counsellors
                .handle(id.toString(), counsellor -> StateCapacity.decide(counsellor, command))
                .orThrow();
        return new Capacity(command.places(), command.until());
    }
}
