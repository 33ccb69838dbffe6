package be.vlaanderen.loopbaankrediet.payout.bank;

import be.vlaanderen.loopbaankrediet.payout.views.Asked;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/work-list")
@RolesAllowed(Roles.OFFICER)
@RunOnVirtualThread
@Tag(name = "bank", description = "Tussen deze dienst en de bank")
public class WorkListResource {

    private final WorkList workList;

    @Inject
    WorkListResource(WorkList workList) {
        this.workList = workList;
    }

    /** @param next value of {@code after} for the next page; absent on the last */
    @Schema(name = "WorkPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<WorkList.Item> items, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "getWorkList",
            summary = "What a person has to look at between this service and the bank, oldest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "kind, after or limit has not the right form")
    public Page items(
            @QueryParam("kind")
                    @Pattern(
                            regexp =
                                    "UNKNOWN_REFERENCE|REPAID_TOO_MUCH|AMOUNT_DIFFERS|ANSWER_DOES_NOT_FIT|FILE_REFUSED|UNREADABLE_FILE|BUDGET_SHORT|FACTS_LATE",
                            message = "Deze soort bestaat niet.")
                    @Nullable String kind,
            @QueryParam("after") @Pattern(regexp = "[A-Za-z0-9_/?-]{1,100}", message = Asked.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Pattern(regexp = Asked.LIMIT, message = Asked.LIMIT_WRONG) String limit) {
        int size = Integer.parseInt(limit);
        List<WorkList.Item> found = workList.page(kind, after, size + 1);
        return found.size() <= size
                ? new Page(found, null)
                : new Page(found.subList(0, size), found.get(size - 1).id());
    }
}
