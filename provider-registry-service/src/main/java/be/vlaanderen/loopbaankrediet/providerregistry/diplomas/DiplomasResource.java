package be.vlaanderen.loopbaankrediet.providerregistry.diplomas;

import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.providerregistry.diplomas.ListedDiplomas.ListedDiploma;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import be.vlaanderen.loopbaankrediet.providerregistry.views.QueryParameters;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The list of diplomas of any day, for everyone. */
@Path("/diplomas")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "diploma")
public class DiplomasResource {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{1,60}");

    private final ListedDiplomas diplomas;
    private final Clock clock;

    @Inject
    public DiplomasResource(ListedDiplomas diplomas, Clock clock) {
        this.diplomas = diplomas;
        this.clock = clock;
    }

    /**
     * @param on the day of which this is the list
     * @param next what to give as {@code after} to read on; absent on the last page
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DiplomasPage(
            LocalDate on,
            List<ListedDiploma> diplomas,
            @Nullable String next) {}

    @GET
    @PermitAll
    @SecurityRequirementsSet
    @Operation(operationId = "getDiplomas", summary = "The diplomas on the ministerial list of a day; no login needed")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    public DiplomasPage list(
            @QueryParam("on") @Parameter(description = "The day; today when absent") @Nullable String on,
            @QueryParam("after") @Parameter(description = "The `next` of the page before") @Nullable String after,
            @QueryParam("limit") @Parameter(description = "1 to 100, usually 20") @Nullable String limit) {
        LocalDate day = on == null || on.isEmpty() ? Days.of(clock.instant()) : Days.asked("on", on);
        QueryParameters query = new QueryParameters();
        String from = query.shaped("after", after, CODE, "Geef de waarde van 'next' van de vorige bladzijde.");
        int most = query.limit(limit);
        query.check();
        List<ListedDiploma> found = diplomas.on(day).stream()
                .filter(diploma -> from == null || diploma.code().compareTo(from) > 0)
                .limit(most + 1L)
                .toList();
        return new DiplomasPage(day, Pages.shown(found, most), Pages.next(found, most, ListedDiploma::code));
    }
}
