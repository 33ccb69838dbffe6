package be.vlaanderen.loopbaankrediet.payout.bank;

import be.vlaanderen.loopbaankrediet.payout.bank.BatchRows.BatchAnswer;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.StopReason;
import be.vlaanderen.loopbaankrediet.payout.desk.Texts;
import be.vlaanderen.loopbaankrediet.payout.registry.Officer;
import be.vlaanderen.loopbaankrediet.payout.views.Asked;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The files to the bank, and what officers do with them before the bank has them. */
@Path("/batches")
@RolesAllowed(Roles.OFFICER)
@RunOnVirtualThread
@Tag(name = "bank", description = "Tussen deze dienst en de bank")
public class BatchResource {

    private final BatchDesk desk;
    private final BatchRows rows;
    private final Caller caller;

    @Inject
    BatchResource(BatchDesk desk, BatchRows rows, Caller caller) {
        this.desk = desk;
        this.rows = rows;
        this.caller = caller;
    }

    /** Why a batch is stopped. */
    public record Stop(
            @NotNull(message = "Dit is verplicht.") StopReason reasonCode,

            @Size(max = 4000, message = "Dit is te lang.") @Pattern(regexp = Texts.TEXT, message = Texts.TEXT_WRONG) @Nullable String explanation) {}

    @GET
    @Operation(operationId = "getBatches", summary = "Files to the bank, newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "status, after or limit has not the right form")
    public BatchRows.Page batches(
            @QueryParam("status")
                    @Pattern(regexp = "WAITING|HELD|RELEASED|REFUSED|SENT", message = "Deze status bestaat niet.") @Nullable String status,
            @QueryParam("after") @Pattern(regexp = Asked.UUID_FORM, message = Asked.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Pattern(regexp = Asked.LIMIT, message = Asked.LIMIT_WRONG) String limit) {
        return rows.page(status, after == null ? null : UUID.fromString(after), Integer.parseInt(limit), officer());
    }

    @GET
    @Path("/{batch}")
    @Operation(
            operationId = "getBatch",
            summary = "One file: control sums, who released or stopped it, what can be done now, and its payments")
    @APIResponse(responseCode = "200", description = "Now, or at the end of the day that is asked")
    @APIResponse(responseCode = "400", description = "Not a day")
    @APIResponse(responseCode = "404", description = "batch-unknown")
    public BatchAnswer batch(
            @PathParam("batch") UUID batch,
            @Parameter(description = "day in Brussels") @QueryParam("asOf") @Nullable String asOf) {
        return rows.one(batch, asOf, officer());
    }

    @POST
    @Path("/{batch}/release")
    @Operation(
            operationId = "releaseBatch",
            summary = "Lets the file go to the bank; above an amount two different officers must do so")
    @APIResponse(responseCode = "200", description = "Released, or waiting for the second officer")
    @APIResponse(responseCode = "403", description = "four-eyes")
    @APIResponse(responseCode = "404", description = "batch-unknown")
    @APIResponse(responseCode = "409", description = "batch-closed")
    public BatchAnswer release(
            @PathParam("batch") UUID batch, @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        desk.release(batch, officer());
        return rows.one(batch, null, officer());
    }

    @POST
    @Path("/{batch}/hold")
    @Operation(operationId = "holdBatch", summary = "Keeps the file here until an officer releases it")
    @APIResponse(responseCode = "200", description = "Held")
    @APIResponse(responseCode = "404", description = "batch-unknown")
    @APIResponse(responseCode = "409", description = "batch-closed")
    public BatchAnswer hold(
            @PathParam("batch") UUID batch,
            @NotNull(message = "Stuur de reden mee.") @Valid Stop body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        desk.hold(batch, body.reasonCode(), body.explanation(), officer());
        return rows.one(batch, null, officer());
    }

    @POST
    @Path("/{batch}/refusal")
    @RepeatableByItself
    @Operation(
            operationId = "refuseBatch",
            summary =
                    "The file never goes to the bank; its payouts wait for another one, which an officer must release")
    @APIResponse(responseCode = "200", description = "Refused")
    @APIResponse(responseCode = "404", description = "batch-unknown")
    @APIResponse(responseCode = "409", description = "batch-closed, or maybe-at-bank")
    public BatchAnswer refuse(
            @PathParam("batch") UUID batch, @NotNull(message = "Stuur de reden mee.") @Valid Stop body) {
        desk.refuse(batch, body.reasonCode(), body.explanation(), officer());
        return rows.one(batch, null, officer());
    }

    private String officer() {
        return Officer.pseudonym(caller);
    }
}
