package be.vlaanderen.loopbaankrediet.sessionclaims.complaint;

import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
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
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a counsellor sees of complaints about the own guidance, and answers to them. */
@Path("/me/received-complaints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.COUNSELLOR)
@Tag(name = "counsellor")
public class ReceivedComplaintResource {

    private final ComplaintDesk desk;
    private final Complaints complaints;
    private final LoggedIn loggedIn;

    @Inject
    public ReceivedComplaintResource(ComplaintDesk desk, Complaints complaints, LoggedIn loggedIn) {
        this.desk = desk;
        this.complaints = complaints;
        this.loggedIn = loggedIn;
    }

    /** @param written kept apart from the events */
    public record NewAnswer(
            @NotBlank(message = "Schrijf uw antwoord.") @Size(max = Vault.LONGEST, message = Vault.TOO_LONG) @Pattern(regexp = Vault.FORM, message = Vault.FORM_WRONG) String written) {}

    @GET
    @Operation(operationId = "getReceivedComplaints", summary = "Complaints about the own guidance, oldest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "status, after or limit has not the right form")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public MyComplaintResource.ComplaintList list(
            @QueryParam("status") @Pattern(regexp = Complaints.STATUS, message = "Deze status bestaat niet.") @Nullable String status,
            @QueryParam("after") @Pattern(regexp = Page.ID, message = Page.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Pattern(regexp = Page.LIMIT, message = Page.LIMIT_WRONG) String limit) {
        UUID counsellor = loggedIn.counsellor();
        Page<ComplaintAnswer> page = complaints.page(
                Viewer.COUNSELLOR,
                counsellor,
                new Filter(null, counsellor, ComplaintKind.GUIDANCE, status, null),
                Page.id(after),
                Integer.parseInt(limit));
        return new MyComplaintResource.ComplaintList(page.items(), page.next());
    }

    @GET
    @Path("/{complaint}")
    @Operation(
            operationId = "getReceivedComplaint",
            summary = "A complaint about the own guidance; as of the end of a day when one is given")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "complaint-unknown, also when it is about somebody else")
    public ComplaintAnswer get(@PathParam("complaint") UUID complaint, @QueryParam("asOf") @Nullable String asOf) {
        return show(loggedIn.counsellor(), complaint, asOf);
    }

    @POST
    @Path("/{complaint}/answer")
    @Operation(operationId = "answerComplaint", summary = "Answer once, as long as it is not decided")
    @APIResponse(responseCode = "200", description = "Answered")
    @APIResponse(responseCode = "400", description = "No text")
    @APIResponse(responseCode = "404", description = "complaint-unknown, also when it is about somebody else")
    @APIResponse(
            responseCode = "409",
            description = "complaint-already-answered, complaint-already-decided, or complaint-not-about-guidance")
    public ComplaintAnswer answer(
            @PathParam("complaint") UUID complaint,
            @NotNull(message = "Stuur uw antwoord mee.") @Valid NewAnswer body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        UUID counsellor = loggedIn.counsellor();
        desk.answer(complaint, counsellor, body.written());
        return show(counsellor, complaint, null);
    }

    private ComplaintAnswer show(UUID counsellor, UUID complaint, @Nullable String asOf) {
        return complaints
                .one(Viewer.COUNSELLOR, counsellor, complaint, Page.asOf(asOf))
                .orElseThrow(() -> new RefusedException(ComplaintRefusal.COMPLAINT_UNKNOWN));
    }
}
