package be.vlaanderen.loopbaankrediet.sessionclaims.complaint;

import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintKind;
import be.vlaanderen.loopbaankrediet.sessionclaims.desk.ComplaintDesk;
import be.vlaanderen.loopbaankrediet.sessionclaims.outside.LoggedIn;
import be.vlaanderen.loopbaankrediet.sessionclaims.vault.Vault;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Complaints;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Complaints.ComplaintAnswer;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Complaints.Filter;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Complaints.Viewer;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The citizen's complaints about the right or the guidance (MR 4.7). */
@Path("/me/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.CITIZEN)
@Tag(name = "citizen")
public class MyComplaintResource {

    private final ComplaintDesk desk;
    private final Complaints complaints;
    private final LoggedIn loggedIn;
    private final Caller caller;

    @Inject
    public MyComplaintResource(ComplaintDesk desk, Complaints complaints, LoggedIn loggedIn, Caller caller) {
        this.desk = desk;
        this.complaints = complaints;
        this.loggedIn = loggedIn;
        this.caller = caller;
    }

    /**
     * @param booking that it is about; required for a complaint about the guidance
     * @param session of the booking, when it is about one
     * @param written kept apart from the events
     */
    public record NewComplaint(
            @NotNull(message = "Dit is verplicht.") ComplaintKind kind,
            @Nullable UUID booking,
            @Nullable UUID session,

            @NotBlank(message = "Schrijf waarover u klaagt.") @Size(max = Vault.LONGEST, message = Vault.TOO_LONG) @Pattern(regexp = Vault.FORM, message = Vault.FORM_WRONG) String written) {}

    /** @param next value of {@code after} for the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ComplaintList(
            List<ComplaintAnswer> complaints, @Nullable UUID next) {}

    @POST
    @Operation(operationId = "fileComplaint", summary = "Complain about the right, or about the guidance")
    @APIResponseSchema(value = ComplaintAnswer.class, responseCode = "201", responseDescription = "Filed")
    @APIResponse(responseCode = "400", description = "A value cannot be right")
    @APIResponse(
            responseCode = "404",
            description = "block-unknown or session-unknown, also when it is somebody else's")
    @APIResponse(responseCode = "422", description = "booking-missing, or complaint-too-late (with lastDay)")
    public RestResponse<ComplaintAnswer> file(
            @NotNull(message = "Stuur uw klacht mee.") @Valid NewComplaint body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        UUID wallet = wallet();
        UUID complaint = Idempotency.id("complaint", caller.subject(), key);
        desk.file(complaint, wallet, body.kind(), body.booking(), body.session(), body.written());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, show(wallet, complaint, null))
                .header(HttpHeaders.LOCATION, "/session-claims/v1/me/complaints/" + complaint)
                .build();
    }

    @GET
    @Operation(operationId = "getMyComplaints", summary = "The citizen's complaints, oldest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "after or limit has not the right form")
    public ComplaintList list(
            @QueryParam("after") @Pattern(regexp = Page.ID, message = Page.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Pattern(regexp = Page.LIMIT, message = Page.LIMIT_WRONG) String limit) {
        return loggedIn.citizen()
                .map(wallet -> complaints.page(
                        Viewer.CITIZEN,
                        wallet,
                        new Filter(wallet, null, null, null, null),
                        Page.id(after),
                        Integer.parseInt(limit)))
                .map(page -> new ComplaintList(page.items(), page.next()))
                .orElse(new ComplaintList(List.of(), null));
    }

    @GET
    @Path("/{complaint}")
    @Operation(
            operationId = "getMyComplaint",
            summary = "One of the citizen's complaints; as of the end of a day when one is given")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "complaint-unknown, also when it is somebody else's")
    public ComplaintAnswer get(@PathParam("complaint") UUID complaint, @QueryParam("asOf") @Nullable String asOf) {
        return show(wallet(), complaint, asOf);
    }

    private ComplaintAnswer show(UUID wallet, UUID complaint, @Nullable String asOf) {
        return complaints
                .one(Viewer.CITIZEN, wallet, complaint, Page.asOf(asOf))
                .orElseThrow(() -> new RefusedException(ComplaintRefusal.COMPLAINT_UNKNOWN));
    }

    private UUID wallet() {
        return loggedIn.citizen().orElseThrow(() -> new RefusedException(ComplaintRefusal.COMPLAINT_UNKNOWN));
    }
}
