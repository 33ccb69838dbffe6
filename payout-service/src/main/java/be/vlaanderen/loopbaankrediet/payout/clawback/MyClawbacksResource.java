package be.vlaanderen.loopbaankrediet.payout.clawback;

import be.vlaanderen.loopbaankrediet.payout.desk.ClawbackDesk;
import be.vlaanderen.loopbaankrediet.payout.desk.Texts;
import be.vlaanderen.loopbaankrediet.payout.registry.Me;
import be.vlaanderen.loopbaankrediet.payout.views.Asked;
import be.vlaanderen.loopbaankrediet.payout.views.clawbacks.ClawbackRows;
import be.vlaanderen.loopbaankrediet.payout.views.clawbacks.ClawbackRows.Clawback;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
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

/** What a counsellor sees of clawbacks and says to them. */
@Path("/me/clawbacks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COUNSELLOR)
@RunOnVirtualThread
@Tag(name = "clawbacks", description = "Terugvorderingen")
public class MyClawbacksResource {

    private final Me me;
    private final ClawbackDesk desk;
    private final ClawbackRows rows;
    private final Caller caller;

    @Inject
    MyClawbacksResource(Me me, ClawbackDesk desk, ClawbackRows rows, Caller caller) {
        this.me = me;
        this.desk = desk;
        this.rows = rows;
        this.caller = caller;
    }

    /** @param text kept apart from the events */
    public record NewAnswer(
            @NotBlank(message = "Schrijf uw antwoord.") @Size(max = 4000, message = "Dit is te lang.") @Pattern(regexp = Texts.TEXT, message = Texts.TEXT_WRONG) String text) {}

    @GET
    @Operation(operationId = "getMyClawbacks", summary = "Own clawbacks, newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "after or limit has not the right form")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public ClawbackRows.Page clawbacks(
            @QueryParam("after") @Pattern(regexp = Asked.UUID_FORM, message = Asked.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Pattern(regexp = Asked.LIMIT, message = Asked.LIMIT_WRONG) String limit) {
        return rows.page(
                me.counsellor(), null, after == null ? null : UUID.fromString(after), Integer.parseInt(limit), null);
    }

    @GET
    @Path("/{clawback}")
    @Operation(operationId = "getMyClawback", summary = "One of the own clawbacks")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "clawback-unknown, also when it is somebody else's")
    public Clawback clawback(
            @PathParam("clawback") UUID clawback,
            @Parameter(description = "day in Brussels") @QueryParam("asOf") @Nullable String asOf) {
        UUID counsellor = me.counsellor();
        return rows.one(clawback, asOf, null)
                .filter(found -> found.counsellor().equals(counsellor))
                .orElseThrow(() -> new RefusedException(ClawbackRefusal.CLAWBACK_UNKNOWN));
    }

    @POST
    @Path("/{clawback}/answer")
    @Operation(operationId = "answerClawback", summary = "Answers once, within 15 days")
    @APIResponse(responseCode = "200", description = "Answered")
    @APIResponse(responseCode = "400", description = "No text")
    @APIResponse(responseCode = "404", description = "clawback-unknown, also when it is somebody else's")
    @APIResponse(responseCode = "409", description = "already-answered, or answer-too-late")
    public Clawback answer(
            @PathParam("clawback") UUID clawback,
            @NotNull(message = "Stuur uw antwoord mee.") @Valid NewAnswer body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        return desk.answer(
                clawback,
                me.counsellor(),
                Idempotency.id("clawback answer " + clawback, caller.subject(), key),
                body.text());
    }
}
