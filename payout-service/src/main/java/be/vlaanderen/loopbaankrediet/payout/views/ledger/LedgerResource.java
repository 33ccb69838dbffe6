package be.vlaanderen.loopbaankrediet.payout.views.ledger;

import be.vlaanderen.loopbaankrediet.payout.ledger.Ledger;
import be.vlaanderen.loopbaankrediet.payout.views.Asked;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/ledger")
@RolesAllowed(Roles.OFFICER)
@RunOnVirtualThread
@Tag(name = "ledger", description = "Grootboek")
public class LedgerResource {

    private final LedgerLines lines;
    private final LedgerSeals seals;

    @Inject
    LedgerResource(LedgerLines lines, LedgerSeals seals) {
        this.lines = lines;
        this.seals = seals;
    }

    /** @param next value of {@code after} for the next page; absent on the last */
    @Schema(name = "LedgerLinePage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<LedgerLines.Line> lines, @Nullable Long next) {}

    @GET
    @Operation(
            operationId = "getLedger",
            summary = "Trial balance in whole cents: co-payments used + government share = paid + payable")
    @APIResponse(responseCode = "200", description = "As of now, or at the end of the day that is asked")
    @APIResponse(responseCode = "400", description = "Not a day")
    public Ledger.TrialBalance ledger(
            @Parameter(description = "day in Brussels, 2027-03-31; absent: now") @QueryParam("on") @Nullable String on) {
        return Ledger.balance(
                on == null
                        ? LedgerLineRow.sums()
                        : LedgerLineRow.sumsBefore(
                                Days.begin(Days.asked("on", on).plusDays(1))));
    }

    @GET
    @Path("/lines")
    @Operation(operationId = "getLedgerLines", summary = "Posted lines with their hash, in the order of posting")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "account, on, after or limit has not the right form")
    public Page lines(
            @QueryParam("account") @Pattern(regexp = Ledger.ACCOUNTS, message = "Deze rekening bestaat niet.") @Nullable String account,
            @Parameter(description = "day in Brussels") @QueryParam("on") @Nullable String on,
            @Parameter(description = "position of the last line of the page before")
                    @QueryParam("after")
                    @DefaultValue("0")
                    @Pattern(regexp = "[0-9]{1,18}", message = Asked.AFTER_WRONG) String after,
            @QueryParam("limit") @DefaultValue("50") @Pattern(regexp = Asked.LIMIT, message = Asked.LIMIT_WRONG) String limit) {
        int size = Integer.parseInt(limit);
        List<LedgerLines.Line> found = lines.page(
                account == null ? null : Ledger.Account.valueOf(account),
                on == null ? null : Days.asked("on", on),
                Long.parseLong(after),
                size + 1);
        return found.size() <= size
                ? new Page(found, null)
                : new Page(found.subList(0, size), found.get(size - 1).position());
    }

    @POST
    @Path("/verification")
    @RepeatableByItself
    @Operation(
            operationId = "verifyLedger",
            summary = "Walks the chain over the posted lines: intact, or the first line that differs")
    @APIResponse(responseCode = "200", description = "What was found")
    public LedgerSeals.Verification verification() {
        return seals.verify();
    }
}
