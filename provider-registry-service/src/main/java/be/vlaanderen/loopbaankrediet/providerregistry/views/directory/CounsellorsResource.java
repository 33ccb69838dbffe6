package be.vlaanderen.loopbaankrediet.providerregistry.views.directory;

import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Route;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import be.vlaanderen.loopbaankrediet.providerregistry.views.QueryParameters;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Officers find everybody who is or was registered. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.OFFICER)
@Tag(name = "dossier")
public class CounsellorsResource {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} .,'’()&/+-]{1,70}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    private final Clock clock;

    @Inject
    public CounsellorsResource(Clock clock) {
        this.clock = clock;
    }

    /** @param leftFrom first day without registration; may lie ahead */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CounsellorLine(
            UUID counsellor,
            String name,
            Route route,
            Counsellor.Status status,
            LocalDate registeredOn,
            @Nullable LocalDate leftFrom) {

        static CounsellorLine of(RegisteredCounsellor row, LocalDate today) {
            return new CounsellorLine(
                    row.counsellor,
                    row.profile.name,
                    Route.valueOf(row.route),
                    row.status(today),
                    row.registeredOn,
                    row.leftFrom);
        }
    }

    /** @param next what to give as {@code after} to read on; absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CounsellorsPage(
            List<CounsellorLine> counsellors, @Nullable String next) {}

    @GET
    @Path("/counsellors")
    @Operation(operationId = "getCounsellors", summary = "Who is or was registered, by the order of their ids")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    public CounsellorsPage list(
            @QueryParam("status") @Parameter(schema = @Schema(implementation = Counsellor.Status.class)) @Nullable String status,
            @QueryParam("route") @Parameter(schema = @Schema(implementation = Route.class)) @Nullable String route,
            @QueryParam("name") @Parameter(description = "A part of the name") @Nullable String name,
            @QueryParam("after") @Parameter(description = "The `next` of the page before") @Nullable String after,
            @QueryParam("limit") @Parameter(description = "1 to 100, usually 20") @Nullable String limit) {
        QueryParameters query = new QueryParameters();
        Counsellor.Status wanted = query.oneOf("status", status, Counsellor.Status.class);
        Route way = query.oneOf("route", route, Route.class);
        String part = query.shaped("name", name, NAME, "Geef een deel van een naam.");
        String from = query.shaped("after", after, ID, "Geef de waarde van 'next' van de vorige bladzijde.");
        int most = query.limit(limit);
        query.check();
        LocalDate today = Days.of(clock.instant());
        List<RegisteredCounsellor> rows = RegisteredCounsellor.all(
                wanted, way, part, today, UUID.fromString(from == null ? NONE : from), most + 1);
        return new CounsellorsPage(
                Pages.shown(rows, most).stream()
                        .map(row -> CounsellorLine.of(row, today))
                        .toList(),
                Pages.next(rows, most, row -> row.counsellor.toString()));
    }
}
