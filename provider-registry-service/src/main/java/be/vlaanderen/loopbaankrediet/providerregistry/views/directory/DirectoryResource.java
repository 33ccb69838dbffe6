package be.vlaanderen.loopbaankrediet.providerregistry.views.directory;

import be.vlaanderen.loopbaankrediet.providerregistry.profile.Mode;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Profile;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Theme;
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
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The public directory: names and what somebody offers, never a personal number, an account or an e-mail address. */
@Path("/directory")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "directory")
public class DirectoryResource {

    private static final Pattern PLACE = Pattern.compile("[\\p{L}\\p{M}0-9 '’().-]{1,80}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final Pattern AFTER = Pattern.compile("[0-9a-f]{32}");

    private final Directory directory;

    @Inject
    public DirectoryResource(Directory directory) {
        this.directory = directory;
    }

    /** A counsellor as the public sees one. */
    public record Entry(
            UUID counsellor,
            String name,
            List<Profile.Place> places,
            List<String> languages,
            List<String> modes,
            List<String> themes,
            List<String> targetGroups) {

        static Entry of(Profile profile) {
            return new Entry(
                    profile.counsellor,
                    profile.name,
                    profile.shownPlaces(),
                    profile.languages,
                    profile.modes,
                    profile.themes,
                    profile.targetGroups);
        }
    }

    /** @param next what to give as {@code after} to read on; absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Entry> counsellors, @Nullable String next) {}

    @GET
    @PermitAll
    @SecurityRequirementsSet
    @Operation(operationId = "searchDirectory", summary = "Search registered counsellors; no login needed")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    public Page search(
            @QueryParam("municipality") @Parameter(description = "Name of the municipality, or a postal code") @Nullable String municipality,
            @QueryParam("theme") @Parameter(schema = @Schema(implementation = Theme.class)) @Nullable String theme,
            @QueryParam("language") @Parameter(description = "ISO 639-1") @Nullable String language,
            @QueryParam("mode") @Parameter(schema = @Schema(implementation = Mode.class)) @Nullable String mode,
            @QueryParam("after") @Parameter(description = "The `next` of the page before") @Nullable String after,
            @QueryParam("limit")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    @Nullable String limit) {
        QueryParameters query = new QueryParameters();
        Directory.Search search = new Directory.Search(
                query.shaped("municipality", municipality, PLACE, "Geef de naam van een gemeente of een postcode."),
                query.oneOf("theme", theme, Theme.class),
                query.shaped("language", language, LANGUAGE, "Geef een taal als twee kleine letters, bijvoorbeeld nl."),
                query.oneOf("mode", mode, Mode.class));
        String from = query.shaped("after", after, AFTER, "Geef de waarde van 'next' van de vorige bladzijde.");
        int most = query.limit(limit);
        query.check();
        List<RegisteredCounsellor> found = directory.find(search, from == null ? "" : from, most + 1);
        List<RegisteredCounsellor> shown = found.size() > most ? found.subList(0, most) : found;
        return new Page(
                shown.stream().map(each -> Entry.of(each.profile)).toList(),
                found.size() > most ? shown.getLast().placeInOrder : null);
    }
}
