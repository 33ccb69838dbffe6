package be.vlaanderen.loopbaankrediet.eligibility.views.work;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.WorkKind;
import be.vlaanderen.loopbaankrediet.eligibility.paging.Paging;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Officers see what waits for them. */
@Path("/work-list")
@RolesAllowed(Roles.OFFICER)
@Tag(name = "work-list")
@RunOnVirtualThread
public class WorkListResource {

    private static final String PLACE = "[0-9]{15}-[0-9a-f-]{36}-[A-Z]+";

    /**
     * @param request the dossier to open
     * @param since when it began to wait
     * @param officer pseudonym of who decided, or proposed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            UUID request,
            UUID citizen,
            WorkKind kind,
            WorkStatus status,
            Instant since,
            @Nullable String officer,
            @Nullable Instant decidedAt) {

        static Item of(WorkRow row) {
            return new Item(row.request, row.citizen, row.kind, row.status, row.since, row.officer, row.decidedAt);
        }
    }

    /** @param next what to give as {@code after} to read on; absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WorkList(List<Item> items, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "getWorkList",
            summary = "Evidence, objections and revisions, the one that waits longest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    public WorkList list(
            @QueryParam("kind") @Parameter(schema = @Schema(implementation = WorkKind.class)) @Nullable String kind,
            @QueryParam("status") @Parameter(schema = @Schema(implementation = WorkStatus.class)) @Nullable String status,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        int most = Paging.of(null, limit).limit();
        WorkKind ofKind = Paging.oneOf("kind", kind, WorkKind.class);
        WorkStatus inStatus = Paging.oneOf("status", status, WorkStatus.class);
        String from = after == null ? "" : after;
        if (!from.isEmpty() && !from.matches(PLACE)) {
            throw Problem.badRequest(List.of(Problem.Issue.of(
                            "invalid-value", "query", "after", "Geef de waarde van 'next' van de vorige bladzijde.")))
                    .exception();
        }
        List<WorkRow> rows = WorkRow.page(ofKind, inStatus, from, most + 1);
        return new WorkList(
                rows.stream().limit(most).map(Item::of).toList(), rows.size() > most ? rows.get(most - 1).place : null);
    }
}
