package be.vlaanderen.loopbaankrediet.payout.clawback;

import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.DecisionReason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.Instalment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.Reason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.WriteOffReason;
import be.vlaanderen.loopbaankrediet.payout.desk.ClawbackDesk;
import be.vlaanderen.loopbaankrediet.payout.desk.Texts;
import be.vlaanderen.loopbaankrediet.payout.registry.Officer;
import be.vlaanderen.loopbaankrediet.payout.views.Asked;
import be.vlaanderen.loopbaankrediet.payout.views.clawbacks.ClawbackRows;
import be.vlaanderen.loopbaankrediet.payout.views.clawbacks.ClawbackRows.Clawback;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What an officer does with undue payments: announce, decide, write off. */
@Path("/clawbacks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OFFICER)
@RunOnVirtualThread
@Tag(name = "clawbacks", description = "Terugvorderingen")
public class ClawbackResource {

    private final ClawbackDesk desk;
    private final ClawbackRows rows;
    private final Caller caller;

    @Inject
    ClawbackResource(ClawbackDesk desk, ClawbackRows rows, Caller caller) {
        this.desk = desk;
        this.rows = rows;
        this.caller = caller;
    }

    /**
     * @param hoursReturn the fault was not the citizen's, who then gets the half hours and the co-payment back; absent is true
     * @param explanation what the counsellor should know; kept apart from the events
     */
    public record NewClawback(
            @NotNull(message = "Dit is verplicht.") UUID payout,

            @NotNull(message = "Dit is verplicht.") @Min(value = 1, message = "Geef minstens 1 half uur.") @Max(value = 100, message = "Dat zijn er te veel.") Integer halfHours,

            @NotNull(message = "Dit is verplicht.") Reason reasonCode,

            @Nullable Boolean hoursReturn,

            @Size(max = 4000, message = "Dit is te lang.") @Pattern(regexp = Texts.TEXT, message = Texts.TEXT_WRONG) @Nullable String explanation) {}

    /** @param halfHours the final ones, 0 when nothing is undue */
    public record FinalAmount(
            @NotNull(message = "Dit is verplicht.") @Min(value = 0, message = "Geef 0 of meer halve uren.") @Max(value = 100, message = "Dat zijn er te veel.") Integer halfHours,

            @NotNull(message = "Dit is verplicht.") DecisionReason reasonCode,

            @Size(max = 4000, message = "Dit is te lang.") @Pattern(regexp = Texts.TEXT, message = Texts.TEXT_WRONG) @Nullable String explanation) {}

    /** What is left is not collected. */
    public record NewWriteOff(
            @NotNull(message = "Dit is verplicht.") WriteOffReason reasonCode,

            @Size(max = 4000, message = "Dit is te lang.") @Pattern(regexp = Texts.TEXT, message = Texts.TEXT_WRONG) @Nullable String explanation) {}

    @POST
    @Operation(
            operationId = "announceClawback",
            summary = "Finds paid half hours undue; the counsellor then has 15 days to answer")
    @APIResponseSchema(value = Clawback.class, responseCode = "201", responseDescription = "Announced")
    @APIResponse(responseCode = "400", description = "A value cannot be right")
    @APIResponse(responseCode = "409", description = "payout-not-paid")
    @APIResponse(responseCode = "422", description = "more-than-paid")
    public RestResponse<Clawback> announce(
            @NotNull(message = "Stuur de gegevens van de terugvordering mee.") @Valid NewClawback body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        Clawback announced = desk.announce(
                Idempotency.id("clawback " + body.payout(), caller.subject(), key),
                body.payout(),
                body.halfHours(),
                !Boolean.FALSE.equals(body.hoursReturn()),
                body.reasonCode(),
                body.explanation(),
                Officer.pseudonym(caller));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, announced)
                .header(HttpHeaders.LOCATION, "/payout/v1/clawbacks/" + announced.clawback())
                .build();
    }

    @GET
    @Operation(operationId = "getClawbacks", summary = "Clawbacks, newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A filter, after or limit has not the right form")
    public ClawbackRows.Page clawbacks(
            @QueryParam("counsellor")
                    @Pattern(regexp = Asked.UUID_FORM, message = "Geef de id van een loopbaanbegeleider.") @Nullable String counsellor,
            @QueryParam("status")
                    @Pattern(regexp = "ANNOUNCED|ANSWERED|DECIDED|SETTLED", message = "Deze status bestaat niet.") @Nullable String status,
            @QueryParam("after") @Pattern(regexp = Asked.UUID_FORM, message = Asked.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Pattern(regexp = Asked.LIMIT, message = Asked.LIMIT_WRONG) String limit) {
        return rows.page(
                counsellor == null ? null : UUID.fromString(counsellor),
                status == null ? null : ClawbackRows.Status.valueOf(status),
                after == null ? null : UUID.fromString(after),
                Integer.parseInt(limit),
                Officer.pseudonym(caller));
    }

    @GET
    @Path("/{clawback}")
    @Operation(operationId = "getClawback", summary = "One clawback, with what was written about it")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "Not a day")
    @APIResponse(responseCode = "404", description = "clawback-unknown")
    public Clawback clawback(
            @PathParam("clawback") UUID clawback,
            @Parameter(description = "day in Brussels") @QueryParam("asOf") @Nullable String asOf) {
        return rows.one(clawback, asOf, Officer.pseudonym(caller))
                .orElseThrow(() -> new RefusedException(ClawbackRefusal.CLAWBACK_UNKNOWN));
    }

    @POST
    @Path("/{clawback}/decision")
    @RepeatableByItself
    @Operation(
            operationId = "decideClawback",
            summary =
                    "Makes the amount final, after the answer or the 15 days; it is then set off against later payouts")
    @APIResponse(responseCode = "200", description = "Decided")
    @APIResponse(responseCode = "403", description = "four-eyes: by another officer than who announced it")
    @APIResponse(responseCode = "404", description = "clawback-unknown")
    @APIResponse(responseCode = "409", description = "waiting-for-answer, or already-decided")
    @APIResponse(responseCode = "422", description = "more-than-announced")
    public Clawback decide(
            @PathParam("clawback") UUID clawback,
            @NotNull(message = "Stuur de beslissing mee.") @Valid FinalAmount body) {
        return desk.decide(
                clawback, body.halfHours(), body.reasonCode(), body.explanation(), Officer.pseudonym(caller));
    }

    /** When a part is due. */
    public record NewInstalment(
            @NotNull(message = "Dit is verplicht.") LocalDate dueOn,

            @NotNull(message = "Dit is verplicht.") @Min(value = 1, message = "Geef minstens 1 cent.") @Max(value = 100_000_000, message = "Dat is te veel.") Long amountCents) {}

    /** @param instalments together what is left, by due day */
    public record NewInstalments(
            @NotNull(message = "Dit is verplicht.") @Size(min = 1, max = 60, message = "Geef 1 tot en met 60 afbetalingen.") List<@NotNull(message = "Dit is verplicht.") @Valid NewInstalment> instalments) {}

    public record NewRepayment(
            @NotNull(message = "Dit is verplicht.") @Min(value = 1, message = "Geef minstens 1 cent.") @Max(value = 100_000_000, message = "Dat is te veel.") Long amountCents) {}

    @POST
    @Path("/{clawback}/repayment-request")
    @RepeatableByItself
    @Operation(
            operationId = "askRepayment",
            summary =
                    "Asks what is left back by an invoice with a structured reference; it is set off only when it is paid late")
    @APIResponse(responseCode = "200", description = "Asked")
    @APIResponse(responseCode = "404", description = "clawback-unknown")
    @APIResponse(responseCode = "409", description = "nothing-left")
    public Clawback askRepayment(@PathParam("clawback") UUID clawback) {
        return desk.askRepayment(clawback, Officer.pseudonym(caller));
    }

    @POST
    @Path("/{clawback}/instalments")
    @Operation(operationId = "agreeInstalments", summary = "Agrees on which days which parts are due")
    @APIResponse(responseCode = "200", description = "Agreed")
    @APIResponse(responseCode = "404", description = "clawback-unknown")
    @APIResponse(responseCode = "409", description = "repayment-not-asked, or nothing-left")
    @APIResponse(responseCode = "422", description = "instalments-do-not-add-up")
    public Clawback agreeInstalments(
            @PathParam("clawback") UUID clawback,
            @NotNull(message = "Stuur de afbetalingen mee.") @Valid NewInstalments body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        return desk.agree(
                clawback,
                body.instalments().stream()
                        .map(each -> new Instalment(each.dueOn(), each.amountCents()))
                        .toList(),
                Officer.pseudonym(caller));
    }

    @POST
    @Path("/{clawback}/repayments")
    @Operation(
            operationId = "noteRepayment",
            summary = "Notes money that came in without the reference; with it the bank's file is enough")
    @APIResponse(responseCode = "200", description = "Noted")
    @APIResponse(responseCode = "404", description = "clawback-unknown")
    @APIResponse(responseCode = "409", description = "repayment-not-asked")
    @APIResponse(responseCode = "422", description = "more-than-owed")
    public Clawback noteRepayment(
            @PathParam("clawback") UUID clawback,
            @NotNull(message = "Stuur het bedrag mee.") @Valid NewRepayment body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        return desk.noteRepayment(
                clawback,
                Idempotency.id("repayment", caller.subject(), key),
                body.amountCents(),
                Officer.pseudonym(caller));
    }

    @POST
    @Path("/{clawback}/write-off")
    @RepeatableByItself
    @Operation(
            operationId = "writeOffClawback",
            summary = "Writes off what is left; by another officer than who made the amount final")
    @APIResponse(responseCode = "200", description = "Written off")
    @APIResponse(responseCode = "403", description = "four-eyes")
    @APIResponse(responseCode = "404", description = "clawback-unknown")
    @APIResponse(responseCode = "409", description = "nothing-left")
    public Clawback writeOff(
            @PathParam("clawback") UUID clawback, @NotNull(message = "Stuur de reden mee.") @Valid NewWriteOff body) {
        return desk.writeOff(clawback, body.reasonCode(), body.explanation(), Officer.pseudonym(caller));
    }
}
