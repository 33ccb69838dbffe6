package be.vlaanderen.loopbaankrediet.sessionclaims.review;

import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.platform.web.Looks;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.sessionclaims.desk.ReviewDesk;
import be.vlaanderen.loopbaankrediet.sessionclaims.desk.UndueDesk.Undue;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.Check;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.CheckReason;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.CheckResult;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewOutcome;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewReason;
import be.vlaanderen.loopbaankrediet.sessionclaims.vault.Vault;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Blocks;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Blocks.BlockAnswer;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Page;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Reviews;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Reviews.ReviewAnswer;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/** The officers' work list of samples (MR 4.6) and signals (MR 4.8), each judged by a person. */
@Path("/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.OFFICER)
@Tag(name = "officer")
public class ReviewResource {

    private final ReviewDesk desk;
    private final Reviews reviews;
    private final Blocks blocks;
    private final Looks looks;
    private final Caller caller;

    @Inject
    public ReviewResource(ReviewDesk desk, Reviews reviews, Blocks blocks, Looks looks, Caller caller) {
        this.desk = desk;
        this.reviews = reviews;
        this.blocks = blocks;
        this.looks = looks;
        this.caller = caller;
    }

    /**
     * @param from first day of the sessions
     * @param until last day
     * @param size how many dossiers, 25 when absent
     * @param seed to draw again what was drawn before; a new one when absent
     */
    public record NewSample(
            @NotNull(message = "Dit is verplicht.") UUID counsellor,
            @NotNull(message = "Dit is verplicht.") LocalDate from,
            @NotNull(message = "Dit is verplicht.") LocalDate until,

            @Min(value = 1, message = "Kies een getal van 1 tot en met 25.") @Max(value = DrawSample.MOST, message = "Kies een getal van 1 tot en met 25.") @Nullable Integer size,

            @Nullable UUID seed) {}

    /** @param reasonCode required when the result is NOT_OK, and only then */
    public record Checked(
            @NotNull(message = "Dit is verplicht.") CheckResult result,
            @Nullable CheckReason reasonCode) {

        Check check() {
            return new Check(result, reasonCode);
        }
    }

    /**
     * @param written remark, kept apart from the events
     * @param undue sessions of the dossier that are undue, when there are
     */
    public record DossierCheck(
            @NotNull(message = "Dit is verplicht.") @Valid Checked agreement,
            @NotNull(message = "Dit is verplicht.") @Valid Checked attendance,
            @NotNull(message = "Dit is verplicht.") @Valid Checked plan,

            @Size(max = Vault.LONGEST, message = Vault.TOO_LONG) @Pattern(regexp = Vault.FORM, message = Vault.FORM_WRONG) @Nullable String written,

            @Valid @Nullable Undue undue) {}

    /** @param reason in Dutch; kept apart from the events */
    public record Closing(
            @NotNull(message = "Dit is verplicht.") ReviewOutcome outcome,
            @NotNull(message = "Dit is verplicht.") ReviewReason reasonCode,

            @NotBlank(message = "Schrijf de reden van uw beslissing.") @Size(max = Vault.LONGEST, message = Vault.TOO_LONG) @Pattern(regexp = Vault.FORM, message = Vault.FORM_WRONG) String reason) {}

    /** @param next value of {@code after} for the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReviewList(
            List<ReviewAnswer> reviews, @Nullable UUID next) {}

    @POST
    @Operation(
            operationId = "drawSample",
            summary = "Draw at most 25 dossiers of a counsellor; the same seed and period draw the same")
    @APIResponseSchema(value = ReviewAnswer.class, responseCode = "201", responseDescription = "Drawn")
    @APIResponse(responseCode = "400", description = "A value cannot be right")
    @APIResponse(responseCode = "422", description = "period-backward, or nothing-to-draw")
    public RestResponse<ReviewAnswer> draw(
            @NotNull(message = "Zeg van wie en over welke periode.") @Valid NewSample body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        UUID review = Idempotency.id("sample", caller.subject(), key);
        desk.draw(
                review,
                body.counsellor(),
                day("from", body.from()),
                day("until", body.until()),
                body.seed() == null ? review : body.seed(),
                body.size() == null ? DrawSample.MOST : body.size(),
                caller.pseudonym());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, get(review, null))
                .header(HttpHeaders.LOCATION, "/session-claims/v1/reviews/" + review)
                .build();
    }

    @GET
    @Operation(operationId = "getReviews", summary = "Samples and signals, oldest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A filter, after or limit has not the right form")
    public ReviewList list(
            @QueryParam("status") @Pattern(regexp = "OPEN|CLOSED", message = "Deze status bestaat niet.") @Nullable String status,
            @QueryParam("kind")
                    @Pattern(
                            regexp = "SAMPLE|HOURS_IN_A_DAY|IDENTICAL_SESSIONS|MANY_CITIZENS|SAME_EMPLOYER",
                            message = "Deze soort bestaat niet.")
                    @Nullable String kind,
            @QueryParam("counsellor") @Pattern(regexp = Page.ID, message = Page.ID_WRONG) @Nullable String counsellor,
            @QueryParam("after") @Pattern(regexp = Page.ID, message = Page.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Pattern(regexp = Page.LIMIT, message = Page.LIMIT_WRONG) String limit) {
        Page<ReviewAnswer> page =
                reviews.page(status, kind, Page.id(counsellor), Page.id(after), Integer.parseInt(limit));
        return new ReviewList(page.items(), page.next());
    }

    @GET
    @Path("/{review}")
    @Operation(operationId = "getReview", summary = "One review; as of the end of a day when one is given")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "review-unknown")
    public ReviewAnswer get(@PathParam("review") UUID review, @QueryParam("asOf") @Nullable String asOf) {
        return reviews.one(review, Page.asOf(asOf))
                .orElseThrow(() -> new RefusedException(ReviewRefusal.REVIEW_UNKNOWN));
    }

    @GET
    @Path("/{review}/dossiers/{booking}")
    @Operation(
            operationId = "getDossier",
            summary = "The block of a dossier, with sessions, agreement and plan. The look is noted.")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "review-unknown, or dossier-unknown")
    public BlockAnswer dossier(@PathParam("review") UUID review, @PathParam("booking") UUID booking) {
        if (get(review, null).dossiers().stream()
                .noneMatch(each -> each.booking().equals(booking))) {
            throw new RefusedException(ReviewRefusal.DOSSIER_UNKNOWN);
        }
        BlockAnswer found = blocks.any(booking).orElseThrow(() -> new RefusedException(ReviewRefusal.DOSSIER_UNKNOWN));
        looks.note(caller.pseudonym(), booking.toString(), Looks.What.DOSSIER);
        return found;
    }

    @POST
    @Path("/{review}/dossiers/{booking}/check")
    @RepeatableByItself
    @Operation(
            operationId = "checkDossier",
            summary = "Note agreement, attendance and plan of a dossier, and what is undue in it")
    @APIResponse(responseCode = "200", description = "Noted, also when it was already so")
    @APIResponse(responseCode = "400", description = "A value cannot be right")
    @APIResponse(responseCode = "404", description = "review-unknown, dossier-unknown, or session-unknown")
    @APIResponse(
            responseCode = "409",
            description =
                    "dossier-already-checked, review-already-closed, session-delivers-nothing, or correction-pending")
    @APIResponse(responseCode = "422", description = "check-needs-reason, or more-than-session")
    public ReviewAnswer check(
            @PathParam("review") UUID review,
            @PathParam("booking") UUID booking,
            @NotNull(message = "Stuur mee wat u naging.") @Valid DossierCheck body) {
        desk.check(
                review,
                booking,
                body.agreement().check(),
                body.attendance().check(),
                body.plan().check(),
                body.written(),
                body.undue(),
                caller.pseudonym());
        return get(review, null);
    }

    @POST
    @Path("/{review}/closing")
    @RepeatableByItself
    @Operation(
            operationId = "closeReview",
            summary = "Judge a review: a sample when all dossiers are checked, a signal at once")
    @APIResponse(responseCode = "200", description = "ReviewDecision, also when it was already so")
    @APIResponse(responseCode = "400", description = "A value cannot be right")
    @APIResponse(responseCode = "404", description = "review-unknown")
    @APIResponse(responseCode = "409", description = "dossiers-open (with which), or review-already-closed")
    public ReviewAnswer close(
            @PathParam("review") UUID review, @NotNull(message = "Stuur uw oordeel mee.") @Valid Closing body) {
        desk.close(review, body.outcome(), body.reasonCode(), body.reason(), caller.pseudonym());
        return get(review, null);
    }

    /** Days that a table can hold. */
    private static LocalDate day(String name, LocalDate day) {
        if (day.getYear() < 2000 || day.getYear() >= 2200) {
            throw Problem.badRequest(List.of(Issue.of("invalid-value", "body", name, "Deze dag kan niet.")))
                    .exception();
        }
        return day;
    }
}
