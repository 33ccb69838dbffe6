package be.vlaanderen.loopbaankrediet.eligibility.views.requests;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.CitizenVault;
import be.vlaanderen.loopbaankrediet.eligibility.citizens.CurrentPerson;
import be.vlaanderen.loopbaankrediet.eligibility.paging.Paging;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A citizen reads what was decided, and why. */
@Path("/me/requests")
@RolesAllowed(Roles.CITIZEN)
@Tag(name = "requests")
@RunOnVirtualThread
public class RequestsResource {

    private final CurrentPerson person;
    private final CitizenVault vault;
    private final RequestReader requests;

    @Inject
    public RequestsResource(CurrentPerson person, CitizenVault vault, RequestReader requests) {
        this.person = person;
        this.vault = vault;
        this.requests = requests;
    }

    /** @param next what to give as {@code after} to read on; absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Requests(
            List<RequestAnswer> requests, @Nullable String next) {}

    @GET
    @Operation(operationId = "listRequests", summary = "My requests with their decisions, newest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    public Requests requests(
            @QueryParam("status") @Parameter(schema = @Schema(implementation = RequestAnswer.Status.class)) @Nullable String status,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        LocalDate day = Paging.day("asOf", asOf);
        RequestAnswer.Status wanted = Paging.oneOf("status", status, RequestAnswer.Status.class);
        List<RequestAnswer> found = vault.find(person.ssin()).stream()
                .flatMap(citizen -> requests.newestFirst(citizen, day).stream())
                .filter(answer -> wanted == null || answer.status() == wanted)
                .toList();
        return new Requests(paging.in(found), paging.nextIn(found));
    }

    @GET
    @Path("/{request}")
    @Operation(operationId = "getRequest", summary = "One of my requests with its decision, now or as of a day")
    @APIResponse(responseCode = "200", description = "The decision and its explanation")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    @APIResponse(responseCode = "404", description = "not-found: no such request, or of somebody else")
    public RequestAnswer request(@PathParam("request") UUID request, @QueryParam("asOf") @Nullable String asOf) {
        LocalDate day = Paging.day("asOf", asOf);
        return vault.find(person.ssin())
                .flatMap(citizen -> requests.find(citizen, request, day))
                .orElseThrow(() -> Problem.of("not-found", 404, "Deze aanvraag bestaat niet, of ze is niet van u.")
                        .exception());
    }
}
