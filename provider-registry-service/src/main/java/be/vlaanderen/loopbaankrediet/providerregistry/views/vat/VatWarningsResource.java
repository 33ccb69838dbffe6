package be.vlaanderen.loopbaankrediet.providerregistry.views.vat;

import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import be.vlaanderen.loopbaankrediet.providerregistry.views.QueryParameters;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Officers see who nears or reaches the VAT threshold under the exemption. */
@Path("/vat-warnings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.OFFICER)
@Tag(name = "vat regime")
public class VatWarningsResource {

    /**
     * @param percent of the threshold: 80 or 100
     * @param liableFrom first day of the regime with VAT that was told afterwards; absent while there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VatWarning(
            UUID counsellor,
            int year,
            int percent,
            long turnoverCents,
            long thresholdCents,
            Instant warnedAt,
            @Nullable LocalDate liableFrom) {

        static VatWarning of(VatWarningRow row) {
            return new VatWarning(
                    row.counsellor,
                    row.year,
                    row.percent,
                    row.turnoverCents,
                    row.thresholdCents,
                    row.warnedAt,
                    row.liableFrom);
        }
    }

    /** @param next what to give as {@code after} to read on; absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "VatWarningsPage")
    public record Page(List<VatWarning> warnings, @Nullable String next) {}

    @GET
    @Operation(operationId = "getVatWarnings", summary = "Who nears or reaches the VAT threshold, oldest first")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    public Page list(
            @QueryParam("open") @Parameter(description = "`true`: only those without a regime with VAT since") @Nullable String open,
            @QueryParam("percent") @Parameter(description = "From this percentage on") @Nullable String percent,
            @QueryParam("after") @Parameter(description = "The `next` of the page before") @Nullable String after,
            @QueryParam("limit") @Parameter(description = "1 to 100, usually 20") @Nullable String limit) {
        QueryParameters query = new QueryParameters();
        boolean onlyOpen = query.flag("open", open);
        int least = query.number("percent", percent, 0, 100, 0);
        String from = query.shaped("after", after, Pages.PLACE, "Geef de waarde van 'next' van de vorige bladzijde.");
        int most = query.limit(limit);
        query.check();
        List<VatWarningRow> rows = VatWarningRow.all(onlyOpen, least, from == null ? "" : from, most + 1);
        return new Page(
                Pages.shown(rows, most).stream().map(VatWarning::of).toList(),
                Pages.next(rows, most, row -> row.place));
    }
}
