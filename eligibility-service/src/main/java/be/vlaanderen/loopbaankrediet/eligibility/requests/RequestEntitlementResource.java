package be.vlaanderen.loopbaankrediet.eligibility.requests;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.CurrentPerson;
import be.vlaanderen.loopbaankrediet.eligibility.views.requests.RequestAnswer;
import be.vlaanderen.loopbaankrediet.eligibility.views.requests.RequestReader;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A citizen asks for the career credit. */
@Path("/me/requests")
@RolesAllowed(Roles.CITIZEN)
@Tag(name = "requests")
@RunOnVirtualThread
public class RequestEntitlementResource {

    private final CurrentPerson person;
    private final RequestDesk desk;
    private final RequestReader requests;

    @Inject
    public RequestEntitlementResource(CurrentPerson person, RequestDesk desk, RequestReader requests) {
        this.person = person;
        this.desk = desk;
        this.requests = requests;
    }

    /** Nothing, and it may be left out: the sources tell everything. */
    public record NewRequest() {}

    @POST
    @RepeatableByItself
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "requestEntitlement", summary = "Ask for the career credit")
    @APIResponse(
            responseCode = "201",
            description = "Decided; who already holds the right gets that decision",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RequestAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "A source does not answer: PENDING, and finished by itself later",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RequestAnswer.class)))
    @APIResponse(responseCode = "400", description = "bad-request")
    @APIResponse(responseCode = "403", description = "citizen-number-invalid: the token holds no citizen number")
    @APIResponse(
            responseCode = "422",
            description = "not-open-yet: before the first day of the career credit; idempotency-key-reused")
    public Response request(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewRequest body) {
        RequestDesk.Asked asked = desk.ask(person.ssin(), key);
        RequestAnswer answer =
                requests.find(asked.citizen(), asked.request(), null).orElseThrow();
        return Response.status(answer.status() == RequestAnswer.Status.PENDING ? 202 : 201)
                .location(URI.create("me/requests/" + asked.request()))
                .entity(answer)
                .build();
    }
}
