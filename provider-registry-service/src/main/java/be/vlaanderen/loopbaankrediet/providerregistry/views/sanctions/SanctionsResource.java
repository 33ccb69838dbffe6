package be.vlaanderen.loopbaankrediet.providerregistry.views.sanctions;

import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Sanction;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.LoggedIn;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Words;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Words.Part;
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

    @Inject
    public SanctionsResource(LoggedIn loggedIn, Words words) {
        this.loggedIn = loggedIn;
        this.words = words;
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
            @Nullable Decided end) {

        static Shown of(SanctionRow row, Words.About about) {
            return new Shown(
                    row.sanction,
                    row.counsellor,
                    Sanction.Kind.valueOf(row.kind),
                    SanctionRow.Status.valueOf(row.status),
                    Reason.valueOf(row.reasonCode),
                    about.find(row.sanction, Part.REASON),
                    row.officer,
                    row.announcedAt,
                    row.answerBy,
                    row.answeredAt,
                    about.find(row.sanction, Part.ANSWER),
                    Decided.of(row.decisionCode, about.find(row.sanction, Part.DECISION), row.decidedBy, row.decidedAt),
                    Decided.of(row.endCode, about.find(row.sanction, Part.END), row.endedBy, row.endedAt));
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

    private Page of(UUID counsellor, @Nullable String after, @Nullable String limit) {
        QueryParameters query = new QueryParameters();
        String from = query.shaped("after", after, Pages.PLACE, AFTER);
        int most = query.limit(limit);
        query.check();
        return page(SanctionRow.of(counsellor, from == null ? "" : from, most + 1), most, words.about(counsellor));
    }

    private static Page page(List<SanctionRow> rows, int limit, Words.About about) {
        return new Page(
                Pages.shown(rows, limit).stream()
                        .map(row -> Shown.of(row, about))
                        .toList(),
                Pages.next(rows, limit, row -> row.place));
    }
}
