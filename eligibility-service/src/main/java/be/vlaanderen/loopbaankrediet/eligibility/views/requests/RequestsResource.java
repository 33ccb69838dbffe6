package be.vlaanderen.loopbaankrediet.eligibility.views.requests;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.CitizenVault;
import be.vlaanderen.loopbaankrediet.eligibility.citizens.CurrentPerson;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A citizen reads what was decided, and why. */
@Path("/me/requests")
@RolesAllowed(Roles.CITIZEN)
@Tag(name = "requests")
@RunOnVirtualThread
public class RequestsResource {

    private final CurrentPerson person;
    private final CitizenVault vault;

    @Inject
    public RequestsResource(CurrentPerson person, CitizenVault vault) {
        this.person = person;
        this.vault = vault;
    }

    /** Newest first. */
    public record Requests(List<RequestAnswer> requests) {}

    @GET
    @Operation(operationId = "listRequests", summary = "My requests with their decisions, newest first")
    @APIResponse(responseCode = "200", description = "The newest 50")
    public Requests requests() {
        Optional<UUID> citizen = vault.find(person.ssin());
        return new Requests(citizen.stream()
                .flatMap(known -> RequestRow.newest(known).stream())
                .map(RequestAnswer::of)
                .toList());
    }

    @GET
    @Path("/{request}")
    @Operation(operationId = "getRequest", summary = "One of my requests with its decision")
    @APIResponse(responseCode = "200", description = "The decision and its explanation")
    @APIResponse(responseCode = "404", description = "not-found: no such request, or of somebody else")
    public RequestAnswer request(@PathParam("request") UUID request) {
        return vault.find(person.ssin())
                .flatMap(citizen -> RequestAnswer.find(citizen, request))
                .orElseThrow(() -> Problem.of("not-found", 404, "Deze aanvraag bestaat niet, of ze is niet van u.")
                        .exception());
    }
}
