package be.vlaanderen.loopbaankrediet.providerregistry.views.sanctions;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.SANCTION_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Sanction;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.LoggedIn;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Words;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Words.Part;
import be.vlaanderen.loopbaankrediet.providerregistry.views.AsOf;
import be.vlaanderen.loopbaankrediet.providerregistry.views.NextStep;
import be.vlaanderen.loopbaankrediet.providerregistry.views.NextStep.Step;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import be.vlaanderen.loopbaankrediet.providerregistry.views.QueryParameters;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sanctions with who, when and why: the own ones for a counsellor, all for an officer. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "sanction")
public class SanctionsResource {

    private static final String AFTER = "Geef de waarde van 'next' van de vorige bladzijde.";

    private final LoggedIn loggedIn;
    private final Words words;
    private final Clock clock;

    @Inject
    public SanctionsResource(LoggedIn loggedIn, Words words, Clock clock) {
        this.loggedIn = loggedIn;
        this.words = words;
        this.clock = clock;
    }

    /** @param officer pseudonym of who warned or announced */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SanctionShown")
    public record Shown(
            UUID sanction,
            UUID counsellor,
            Sanction.Kind kind,
            SanctionRow.Status status,
            Reason reasonCode,
            @Nullable String reason,
            String officer,
            Instant announcedAt,
            @Nullable LocalDate answerBy,
            @Nullable Instant answeredAt,
            @Nullable String answer,
            @Nullable Decided decision,
            @Nullable Decided end,
            List<NextStep> next) {

        static Shown of(SanctionRow row, Words.About about, AsOf moment) {
            SanctionRow.Status status = row.statusAt(moment);
            boolean answered = moment.includes(row.answeredAt);
            return new Shown(
                    row.sanction,
                    row.counsellor,
                    Sanction.Kind.valueOf(row.kind),
                    status,
                    Reason.valueOf(row.reasonCode),
                    about.find(row.sanction, Part.REASON),
                    row.officer,
                    row.announcedAt,
                    row.answerBy,
                    answered ? row.answeredAt : null,
                    answered ? about.find(row.sanction, Part.ANSWER) : null,
                    moment.includes(row.decidedAt)
                            ? Decided.of(
                                    row.decisionCode,
                                    about.find(row.sanction, Part.DECISION),
                                    row.decidedBy,
                                    row.decidedAt)
                            : null,
                    moment.includes(row.endedAt)
                            ? Decided.of(row.endCode, about.find(row.sanction, Part.END), row.endedBy, row.endedAt)
                            : null,
                    next(row, status, moment.day()));
        }

        /** BVR art. 18, 19 through MR 4.8: decided after the answer or the 15 days. */
        private static List<NextStep> next(SanctionRow row, SanctionRow.Status status, LocalDate today) {
            LocalDate answerBy = row.answerBy;
            return switch (status) {
                case OPEN ->
                    answerBy == null || today.isAfter(answerBy)
                            ? List.of(new NextStep(Step.DECIDE_SANCTION, row.sanction, null, null))
                            : List.of(
                                    new NextStep(Step.ANSWER_SANCTION, row.sanction, null, answerBy),
                                    new NextStep(Step.DECIDE_SANCTION, row.sanction, answerBy.plusDays(1), null));
                case ANSWERED -> List.of(new NextStep(Step.DECIDE_SANCTION, row.sanction, null, null));
                case FINAL ->
                    Sanction.Kind.valueOf(row.kind) == Sanction.Kind.SUSPENSION
                            ? List.of(new NextStep(Step.END_SUSPENSION, row.sanction, null, null))
                            : List.of();
                case DROPPED, ENDED -> List.of();
            };
        }
    }

    /** Who decided, when and why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decided(Reason reasonCode, @Nullable String reason, String officer, Instant at) {

        static @Nullable Decided of(
                @Nullable String code, @Nullable String reason, @Nullable String officer, @Nullable Instant at) {
            return code == null || officer == null || at == null
                    ? null
                    : new Decided(Reason.valueOf(code), reason, officer, at);
        }
    }

    /** @param next what to give as {@code after} to read on; absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SanctionsPage")
    public record Page(List<Shown> sanctions, @Nullable String next) {}

    @GET
    @Path("/me/sanctions")
    @RolesAllowed(Roles.COUNSELLOR)
    @Operation(operationId = "getMySanctions", summary = "The own sanctions, oldest first")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public Page mine(
            @QueryParam("after") @Parameter(description = "The `next` of the page before") @Nullable String after,
            @QueryParam("limit") @Parameter(description = "1 to 100, usually 20") @Nullable String limit) {
        return of(loggedIn.counsellor().counsellor(), after, limit);
    }

    @GET
    @Path("/counsellors/{counsellor}/sanctions")
    @RolesAllowed(Roles.OFFICER)
    @Operation(operationId = "getSanctionsOfCounsellor", summary = "The sanctions of a counsellor, oldest first")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    public Page ofCounsellor(
            @PathParam("counsellor") UUID counsellor,
            @QueryParam("after") @Parameter(description = "The `next` of the page before") @Nullable String after,
            @QueryParam("limit") @Parameter(description = "1 to 100, usually 20") @Nullable String limit) {
        return of(counsellor, after, limit);
    }

    @GET
    @Path("/sanctions")
    @RolesAllowed(Roles.OFFICER)
    @Operation(operationId = "getSanctions", summary = "The officers' work list, oldest first, without the words")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    public Page all(
            @QueryParam("status") @Parameter(schema = @Schema(implementation = SanctionRow.Status.class)) @Nullable String status,
            @QueryParam("after") @Parameter(description = "The `next` of the page before") @Nullable String after,
            @QueryParam("limit") @Parameter(description = "1 to 100, usually 20") @Nullable String limit) {
        QueryParameters query = new QueryParameters();
        SanctionRow.Status wanted = query.oneOf("status", status, SanctionRow.Status.class);
        String from = query.shaped("after", after, Pages.PLACE, AFTER);
        int most = query.limit(limit);
        query.check();
        List<SanctionRow> rows = SanctionRow.all(wanted, from == null ? "" : from, most + 1);
        return page(rows, most, new Words.About(Map.of()));
    }

    @GET
    @Path("/me/sanctions/{sanction}")
    @RolesAllowed(Roles.COUNSELLOR)
    @Operation(operationId = "getMySanction", summary = "One of the own sanctions")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "This is no day")
    @APIResponse(responseCode = "404", description = "counsellor-unknown or sanction-unknown")
    public Shown mine(
            @PathParam("sanction") UUID sanction,
            @QueryParam("asOf") @Parameter(description = AsOf.MEANING) @Nullable String asOf) {
        return one(loggedIn.counsellor().counsellor(), sanction, asOf);
    }

    @GET
    @Path("/counsellors/{counsellor}/sanctions/{sanction}")
    @RolesAllowed(Roles.OFFICER)
    @Operation(operationId = "getSanction", summary = "A sanction of a counsellor")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "This is no day")
    @APIResponse(responseCode = "404", description = "sanction-unknown")
    public Shown get(
            @PathParam("counsellor") UUID counsellor,
            @PathParam("sanction") UUID sanction,
            @QueryParam("asOf") @Parameter(description = AsOf.MEANING) @Nullable String asOf) {
        return one(counsellor, sanction, asOf);
    }

    private Shown one(UUID counsellor, UUID sanction, @Nullable String asOf) {
        AsOf moment = AsOf.read(asOf, clock);
        SanctionRow row = SanctionRow.<SanctionRow>findByIdOptional(sanction)
                .filter(found -> found.counsellor.equals(counsellor) && moment.includes(found.announcedAt))
                .orElseThrow(() -> new RefusedException(SANCTION_UNKNOWN));
        return Shown.of(row, words.about(counsellor), moment);
    }

    private Page of(UUID counsellor, @Nullable String after, @Nullable String limit) {
        QueryParameters query = new QueryParameters();
        String from = query.shaped("after", after, Pages.PLACE, AFTER);
        int most = query.limit(limit);
        query.check();
        return page(SanctionRow.of(counsellor, from == null ? "" : from, most + 1), most, words.about(counsellor));
    }

    private Page page(List<SanctionRow> rows, int limit, Words.About about) {
        AsOf now = AsOf.read(null, clock);
        return new Page(
                Pages.shown(rows, limit).stream()
                        .map(row -> Shown.of(row, about, now))
                        .toList(),
                Pages.next(rows, limit, row -> row.place));
    }
}
