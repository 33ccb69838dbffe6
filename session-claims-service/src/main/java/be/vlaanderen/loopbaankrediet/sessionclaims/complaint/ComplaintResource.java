package be.vlaanderen.loopbaankrediet.sessionclaims.complaint;

import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Looks;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintKind;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintOutcome;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintReason;
import be.vlaanderen.loopbaankrediet.sessionclaims.desk.ComplaintDesk;
import be.vlaanderen.loopbaankrediet.sessionclaims.desk.UndueDesk.Undue;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The officers' work list of complaints, and their decisions. */
@Path("/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.OFFICER)
@Tag(name = "officer")
public class ComplaintResource {

    private final ComplaintDesk desk;
    private final Complaints complaints;
    private final Looks looks;
    private final Caller caller;

    @Inject
    public ComplaintResource(ComplaintDesk desk, Complaints complaints, Looks looks, Caller caller) {
        this.desk = desk;
        this.complaints = complaints;
        this.looks = looks;
        this.caller = caller;
    }

    /**
     * @param reason for citizen and counsellor, in Dutch; kept apart from the events
     * @param undue sessions of the booking that are undue, when there are
     */
    public record NewDecision(
            @NotNull(message = "Dit is verplicht.") ComplaintOutcome outcome,
            @NotNull(message = "Dit is verplicht.") ComplaintReason reasonCode,

            @NotBlank(message = "Schrijf de reden van uw beslissing.") @Size(max = Vault.LONGEST, message = Vault.TOO_LONG) @Pattern(regexp = Vault.FORM, message = Vault.FORM_WRONG) String reason,

            @Valid @Nullable Undue undue) {}

    @GET
    @Operation(
            operationId = "getComplaints",
            summary = "Complaints, oldest first, without what people wrote: that stands in the complaint itself")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A filter, after or limit has not the right form")
    public MyComplaintResource.ComplaintList list(
            @QueryParam("status") @Pattern(regexp = Complaints.STATUS, message = "Deze status bestaat niet.") @Nullable String status,
            @QueryParam("kind") @Pattern(regexp = "RIGHT|GUIDANCE", message = "Deze soort bestaat niet.") @Nullable String kind,
            @QueryParam("outcome")
                    @Pattern(regexp = "FOUNDED|PARTLY_FOUNDED|UNFOUNDED", message = "Deze uitkomst bestaat niet.") @Nullable String outcome,
            @QueryParam("counsellor") @Pattern(regexp = Page.ID, message = Page.ID_WRONG) @Nullable String counsellor,
            @QueryParam("after") @Pattern(regexp = Page.ID, message = Page.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Pattern(regexp = Page.LIMIT, message = Page.LIMIT_WRONG) String limit) {
        Page<ComplaintAnswer> page = complaints.page(
                Viewer.OFFICER,
                null,
                new Filter(
                        null,
                        Page.id(counsellor),
                        kind == null ? null : ComplaintKind.valueOf(kind),
                        status,
                        outcome == null ? null : ComplaintOutcome.valueOf(outcome)),
                Page.id(after),
                Integer.parseInt(limit));
        return new MyComplaintResource.ComplaintList(page.map(ComplaintAnswer::withoutWords), page.next());
    }

    @GET
    @Path("/{complaint}")
    @Operation(
            operationId = "getComplaint",
            summary = "One complaint; as of the end of a day when one is given. The look is noted.")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "complaint-unknown")
    public ComplaintAnswer get(@PathParam("complaint") UUID complaint, @QueryParam("asOf") @Nullable String asOf) {
        ComplaintAnswer found = show(complaint, asOf);
        looks.note(caller.pseudonym(), complaint.toString(), Looks.What.COMPLAINT);
        return found;
    }

    @POST
    @Path("/{complaint}/decision")
    @RepeatableByItself
    @Operation(
            operationId = "decideComplaint",
            summary = "Judge a complaint, and find sessions undue where it is founded")
    @APIResponse(responseCode = "200", description = "ComplaintDecision, also when it was already so")
    @APIResponse(responseCode = "400", description = "A value cannot be right")
    @APIResponse(responseCode = "404", description = "complaint-unknown, or session-unknown")
    @APIResponse(
            responseCode = "409",
            description = "complaint-already-decided, session-delivers-nothing, or correction-pending")
    @APIResponse(responseCode = "422", description = "undue-needs-founded, undue-needs-booking, or more-than-session")
    public ComplaintAnswer decide(
            @PathParam("complaint") UUID complaint,
            @NotNull(message = "Stuur de beslissing mee.") @Valid NewDecision body) {
        desk.decide(complaint, body.outcome(), body.reasonCode(), body.reason(), body.undue(), caller.pseudonym());
        return show(complaint, null);
    }

    private ComplaintAnswer show(UUID complaint, @Nullable String asOf) {
        return complaints
                .one(Viewer.OFFICER, null, complaint, Page.asOf(asOf))
                .orElseThrow(() -> new RefusedException(ComplaintRefusal.COMPLAINT_UNKNOWN));
    }
}
