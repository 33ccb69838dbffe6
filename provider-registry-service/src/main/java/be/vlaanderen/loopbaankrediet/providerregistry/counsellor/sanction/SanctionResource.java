package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.sanction;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Sanction;
import be.vlaanderen.loopbaankrediet.providerregistry.notifications.Notifications;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.LoggedIn;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Words;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Words.Part;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An officer sanctions, the counsellor answers, the officer decides; and a counsellor leaves by own wish. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "sanction")
public class SanctionResource {

    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
    private final Transactions transactions;
    private final Words words;
    private final Notifications notifications;
    private final LoggedIn loggedIn;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public SanctionResource(
            AggregateStore<Counsellor, CounsellorEvent> counsellors,
            Transactions transactions,
            Words words,
            Notifications notifications,
            LoggedIn loggedIn,
            Caller caller,
            Clock clock) {
        this.counsellors = counsellors;
        this.transactions = transactions;
        this.words = words;
        this.notifications = notifications;
        this.loggedIn = loggedIn;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param reason in words, for the counsellor */
    public record NewSanction(
            @NotNull(message = "Dit is verplicht.") Sanction.Kind kind,
            @NotNull(message = "Dit is verplicht.") Reason reasonCode,

            @NotBlank(message = "Dit is verplicht.") @Size(max = Words.LONGEST, message = "Dit is te lang: hoogstens 4000 tekens.") @Pattern(regexp = Words.PATTERN, message = "Gebruik gewone tekst.") String reason) {}

    /** The end of a procedure of an officer. */
    public enum Outcome {
        FINAL,
        DROPPED
    }

    /** @param reason in words, for the counsellor */
    public record NewDecision(
            @NotNull(message = "Dit is verplicht.") Outcome outcome,
            @NotNull(message = "Dit is verplicht.") Reason reasonCode,

            @NotBlank(message = "Dit is verplicht.") @Size(max = Words.LONGEST, message = "Dit is te lang: hoogstens 4000 tekens.") @Pattern(regexp = Words.PATTERN, message = "Gebruik gewone tekst.") String reason) {}

    /** @param reason in words, for the counsellor */
    public record NewReinstatement(
            @NotNull(message = "Dit is verplicht.") Reason reasonCode,

            @NotBlank(message = "Dit is verplicht.") @Size(max = Words.LONGEST, message = "Dit is te lang: hoogstens 4000 tekens.") @Pattern(regexp = Words.PATTERN, message = "Gebruik gewone tekst.") String reason) {}

    public record NewAnswer(
            @NotBlank(message = "Dit is verplicht.") @Size(max = Words.LONGEST, message = "Dit is te lang: hoogstens 4000 tekens.") @Pattern(regexp = Words.PATTERN, message = "Gebruik gewone tekst.") String answer) {}

    /** @param from first day without registration */
    public record NewDeparture(
            @NotNull(message = "Dit is verplicht.") LocalDate from) {}

    /**
     * Where the counsellor stands after this.
     *
     * @param status of the counsellor today
     * @param answerBy last day to answer, while the counsellor can
     * @param leftFrom first day without registration, when there is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            UUID counsellor,
            @Nullable UUID sanction,
            Counsellor.Status status,
            @Nullable LocalDate answerBy,
            @Nullable LocalDate leftFrom) {

        static Result of(UUID id, @Nullable UUID sanction, Counsellor counsellor, LocalDate today) {
            Sanction known =
                    sanction == null ? null : counsellor.standing().sanctions().get(sanction);
            boolean open = known != null && known.state() == Sanction.State.OPEN && !known.isHeard(today);
            return new Result(
                    id,
                    sanction,
                    counsellor.status(today),
                    known != null && open ? known.answerBy() : null,
                    counsellor.standing().leftFrom());
        }
    }

    @POST
    @Path("/counsellors/{counsellor}/sanctions")
    @RolesAllowed(Roles.OFFICER)
    @Operation(
            operationId = "announceSanction",
            summary = "Warn, or announce a suspension or withdrawal that the counsellor can answer within 15 days")
    @APIResponseSchema(value = Result.class, responseCode = "201", responseDescription = "Warned, or announced")
    @APIResponse(responseCode = "400", description = "A value cannot be right")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    @APIResponse(
            responseCode = "409",
            description = "not-registered, has-left, sanction-under-way or suspended-already")
    @APIResponse(responseCode = "422", description = "reason-does-not-fit")
    public RestResponse<Result> announce(
            @PathParam("counsellor") UUID id,
            @NotNull(message = "Stuur de sanctie mee.") @Valid NewSanction body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        UUID sanction = Idempotency.id("sanction " + id, caller.subject(), key);
        Instant now = clock.instant();
        AnnounceSanction command = new AnnounceSanction(
                id, sanction, body.kind(), body.reasonCode(), loggedIn.officer(), Days.of(now), now);
        Counsellor after = handle(
                id,
                counsellor -> AnnounceSanction.decide(counsellor, command),
                sanction,
                Part.REASON,
                body.reason(),
                Notifications.Kind.SANCTION_ANNOUNCED,
                now);
        return RestResponse.status(RestResponse.Status.CREATED, Result.of(id, sanction, after, command.today()));
    }

    @POST
    @Path("/counsellors/{counsellor}/sanctions/{sanction}/decision")
    @RolesAllowed(Roles.OFFICER)
    @RepeatableByItself
    @Operation(
            operationId = "decideSanction",
            summary = "Make an announced sanction final, after the answer or 15 days, or drop it")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "sanction-unknown")
    @APIResponse(responseCode = "409", description = "time-to-answer-runs, decided-already or has-left")
    @APIResponse(responseCode = "422", description = "reason-does-not-fit")
    public Result decide(
            @PathParam("counsellor") UUID id,
            @PathParam("sanction") UUID sanction,
            @NotNull(message = "Stuur de beslissing mee.") @Valid NewDecision body) {
        Instant now = clock.instant();
        DecideSanction command = new DecideSanction(
                id,
                sanction,
                body.outcome() == Outcome.FINAL ? Sanction.State.FINAL : Sanction.State.DROPPED,
                body.reasonCode(),
                loggedIn.officer(),
                Days.of(now),
                now);
        Counsellor after = handle(
                id,
                counsellor -> DecideSanction.decide(counsellor, command),
                sanction,
                Part.DECISION,
                body.reason(),
                Notifications.Kind.SANCTION_DECIDED,
                now);
        return Result.of(id, sanction, after, command.today());
    }

    @POST
    @Path("/counsellors/{counsellor}/sanctions/{sanction}/reinstatement")
    @RolesAllowed(Roles.OFFICER)
    @RepeatableByItself
    @Operation(operationId = "reinstate", summary = "End a suspension from today on")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "sanction-unknown")
    @APIResponse(responseCode = "409", description = "not-suspended or has-left")
    @APIResponse(responseCode = "422", description = "reason-does-not-fit")
    public Result reinstate(
            @PathParam("counsellor") UUID id,
            @PathParam("sanction") UUID sanction,
            @NotNull(message = "Stuur de reden mee.") @Valid NewReinstatement body) {
        Instant now = clock.instant();
        Reinstate command = new Reinstate(id, sanction, body.reasonCode(), loggedIn.officer(), Days.of(now), now);
        Counsellor after = handle(
                id,
                counsellor -> Reinstate.decide(counsellor, command),
                sanction,
                Part.END,
                body.reason(),
                Notifications.Kind.SUSPENSION_ENDED,
                now);
        return Result.of(id, sanction, after, command.today());
    }

    @POST
    @Path("/me/sanctions/{sanction}/answer")
    @RolesAllowed(Roles.COUNSELLOR)
    @Operation(operationId = "answerSanction", summary = "Answer an announced sanction, once, within 15 days")
    @APIResponseSchema(value = Result.class, responseCode = "201", responseDescription = "Answered")
    @APIResponse(responseCode = "400", description = "A value cannot be right")
    @APIResponse(responseCode = "404", description = "counsellor-unknown or sanction-unknown")
    @APIResponse(responseCode = "409", description = "answered-already, decided-already or time-to-answer-is-over")
    public RestResponse<Result> answer(
            @PathParam("sanction") UUID sanction,
            @NotNull(message = "Stuur uw antwoord mee.") @Valid NewAnswer body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        UUID id = loggedIn.counsellor().counsellor();
        Instant now = clock.instant();
        AnswerSanction command = new AnswerSanction(
                id, sanction, Idempotency.id("answer " + sanction, caller.subject(), key), Days.of(now), now);
        Counsellor after = handle(
                id,
                counsellor -> AnswerSanction.decide(counsellor, command),
                sanction,
                Part.ANSWER,
                body.answer(),
                null,
                now);
        return RestResponse.status(RestResponse.Status.CREATED, Result.of(id, sanction, after, command.today()));
    }

    @POST
    @Path("/me/departure")
    @RolesAllowed(Roles.COUNSELLOR)
    @RepeatableByItself
    @Operation(operationId = "leave", summary = "Leave by own wish from a day on")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    @APIResponse(responseCode = "409", description = "not-registered, has-left or leaves-already")
    @APIResponse(responseCode = "422", description = "leaving-day-out-of-range")
    public Result leave(@NotNull(message = "Stuur de dag mee.") @Valid NewDeparture body) {
        UUID id = loggedIn.counsellor().counsellor();
        Instant now = clock.instant();
        Leave command = new Leave(id, body.from(), Days.of(now), now);
        Counsellor after = counsellors
                .handle(id.toString(), counsellor -> Leave.decide(counsellor, command))
                .orThrow();
        return Result.of(id, null, after, command.today());
    }

    /** The decision, the words about it and the message to the counsellor, or none of them. */
    private Counsellor handle(
            UUID id,
            Function<Counsellor, Decision<CounsellorEvent>> decide,
            UUID sanction,
            Part part,
            String text,
            Notifications.@Nullable Kind told,
            Instant at) {
        return transactions.in(connection -> {
            Counsellor after = counsellors.handle(id.toString(), decide).orThrow();
            words.keep(id, sanction, part, text, at);
            if (told != null) {
                notifications.tell(id, told, sanction, at);
            }
            return after;
        });
    }
}
