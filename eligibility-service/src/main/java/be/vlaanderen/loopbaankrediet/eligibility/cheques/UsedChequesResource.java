package be.vlaanderen.loopbaankrediet.eligibility.cheques;

import be.vlaanderen.loopbaankrediet.eligibility.paging.Paging;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An officer has the history of cheques read from VDAB, and takes the list of what is to be paid back. */
@Path("/used-cheques")
@RolesAllowed(Roles.OFFICER)
@Tag(name = "used-cheques")
@RunOnVirtualThread
public class UsedChequesResource {

    /** An import of which nothing was heard for so long died with its process. */
    private static final Duration LOST_AFTER = Duration.ofMinutes(15);

    private final ChequeImporter importer;
    private final ChequeStore store;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public UsedChequesResource(ChequeImporter importer, ChequeStore store, Caller caller, Clock clock) {
        this.importer = importer;
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param file which one; the used cheques when it is not said */
    public record NewImport(@Nullable ChequeFile file) {}

    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * How an import goes.
     *
     * @param id of the import
     * @param officer pseudonym of who started it
     * @param added cheques that were not known, or were known otherwise
     * @param removed cheques that a whole file no longer has
     * @param failure code of why nothing was taken in
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChequeImport(
            UUID id,
            ChequeFile file,
            State state,
            long linesRead,
            long accepted,
            long refused,
            long added,
            long removed,
            @Nullable String failure,
            String officer,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    /** Newest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChequeImports(
            List<ChequeImport> imports, @Nullable String next) {}

    /** @param line number in the file; the header is line 1 */
    public record RefusedLine(long line, LineProblem problem, String text) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RefusedLines(
            List<RefusedLine> errors, @Nullable String next) {}

    @POST
    @Path("/imports")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "startChequeImport",
            summary = "Have a file of VDAB read; may be repeated, no cheque counts twice")
    @APIResponse(
            responseCode = "202",
            description = "Started; ask for its progress at Location",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChequeImport.class)))
    @APIResponse(responseCode = "400", description = "bad-request")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response start(@HeaderParam("Idempotency-Key") String key, @Nullable NewImport body) {
        UUID id = Idempotency.id("cheque-import", caller.subject(), key);
        ChequeFile file = body == null || body.file() == null ? ChequeFile.USED_CHEQUES : body.file();
        importer.start(id, file, caller.pseudonym());
        return Response.status(202)
                .location(URI.create("used-cheques/imports/" + id))
                .entity(answer(store.find(id).orElseThrow()))
                .build();
    }

    @GET
    @Path("/imports")
    @Operation(operationId = "listChequeImports", summary = "Imports of VDAB's files, newest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    public ChequeImports imports(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        List<ChequeStore.Row> found = store.newest(paging);
        boolean more = found.size() > paging.limit();
        return new ChequeImports(
                found.stream().limit(paging.limit()).map(this::answer).toList(),
                more ? String.valueOf(paging.after() + paging.limit()) : null);
    }

    @GET
    @Path("/imports/{id}")
    @Operation(operationId = "getChequeImport", summary = "How an import goes")
    @APIResponse(responseCode = "200", description = "Lines read, accepted and refused so far")
    @APIResponse(responseCode = "404", description = "not-found")
    public ChequeImport progress(@PathParam("id") UUID id) {
        return answer(row(id));
    }

    @GET
    @Path("/imports/{id}/errors")
    @Operation(
            operationId = "listChequeImportErrors",
            summary = "The lines that were refused, in the order of the file")
    @APIResponse(responseCode = "200", description = "A page of them; at most about 10,000 are kept")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    @APIResponse(responseCode = "404", description = "not-found")
    public RefusedLines errors(
            @PathParam("id") UUID id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        List<ChequeStore.LineError> found = store.errors(row(id).id(), paging);
        List<RefusedLine> shown = found.stream()
                .limit(paging.limit())
                .map(error -> new RefusedLine(error.line(), error.problem(), error.problem().text))
                .toList();
        return new RefusedLines(
                shown,
                found.size() > paging.limit() ? String.valueOf(shown.getLast().line()) : null);
    }

    @GET
    @Path("/refunds")
    @Produces("text/csv")
    @Operation(
            operationId = "getChequeRefunds",
            summary = "Unused bought cheques to pay back: citizen, cheques, amountCents, iban")
    @APIResponse(
            responseCode = "200",
            description = "CSV, one line a citizen and account",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public Response refunds() {
        return Response.ok(store.refunds(), "text/csv; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"refunds.csv\"")
                .build();
    }

    private ChequeStore.Row row(UUID id) {
        return store.find(id)
                .orElseThrow(() -> Problem.of("not-found", 404, "Deze import bestaat niet.")
                        .exception());
    }

    private ChequeImport answer(ChequeStore.Row row) {
        boolean lost = row.state().equals("RUNNING")
                && row.touchedAt().plus(LOST_AFTER).isBefore(clock.instant());
        return new ChequeImport(
                row.id(),
                row.file(),
                lost ? State.FAILED : State.valueOf(row.state()),
                row.linesRead(),
                row.accepted(),
                row.refused(),
                row.added(),
                row.removed(),
                lost ? "LOST" : row.failure(),
                row.officer(),
                row.startedAt(),
                row.finishedAt());
    }
}
