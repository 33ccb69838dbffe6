package be.vlaanderen.loopbaankrediet.providerregistry.views.directory;

import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import be.vlaanderen.loopbaankrediet.platform.web.ProblemException;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Capacity;
import be.vlaanderen.loopbaankrediet.providerregistry.places.Municipalities;
import be.vlaanderen.loopbaankrediet.providerregistry.places.Municipality;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Mode;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Profile;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.TargetGroup;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Theme;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Digest;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import be.vlaanderen.loopbaankrediet.providerregistry.views.QueryParameters;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The public directory: names and what somebody offers, never a personal number, an account or an e-mail address. */
@Path("/directory")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "directory")
public class DirectoryResource {

    private static final Pattern PLACE = Pattern.compile("[\\p{L}\\p{M}0-9 '’().-]{1,80}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final Pattern NIS = Pattern.compile("[0-9]{5}");
    private static final String AFTER = "Geef de waarde van 'next' van de vorige bladzijde.";
    private static final String LIMIT = "1 to 100, usually 20";
    private static final int FURTHEST_KM = 300;

    private final Directory directory;
    private final Municipalities municipalities;

    @Inject
    public DirectoryResource(Directory directory, Municipalities municipalities) {
        this.directory = directory;
        this.municipalities = municipalities;
    }

    /**
     * A counsellor as the public sees one.
     *
     * @param capacity how many new citizens can come; absent when it is not known
     * @param distanceKm as the crow flies from {@code near}; absent when nothing was said about where
     */
    public record Entry(
            UUID counsellor,
            String name,
            List<Profile.Place> places,
            List<String> languages,
            List<String> modes,
            List<String> themes,
            List<String> targetGroups,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer distanceKm,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Capacity capacity,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String agendaLink) {

        static Entry of(Directory.Found found) {
            Profile profile = found.counsellor().profile;
            return new Entry(
                    profile.counsellor,
                    profile.name,
                    profile.shownPlaces(),
                    profile.languages,
                    profile.modes,
                    profile.themes,
                    profile.targetGroups,
                    found.distanceKm(),
                    found.capacity(),
                    profile.agendaLink);
        }
    }

    /**
     * @param near the municipality that distances are counted from
     * @param next what to give as {@code after} to read on; absent on the last page
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            @Nullable String near,
            List<Entry> counsellors,
            @Nullable String next) {}

    @GET
    @PermitAll
    @SecurityRequirementsSet
    @Operation(
            operationId = "searchDirectory",
            summary = "Search registered counsellors, the nearest first; no login needed")
    @APIResponseSchema(value = Page.class, responseCode = "200")
    @APIResponse(responseCode = "304", description = "Nothing changed since the answer with this ETag")
    @APIResponse(responseCode = "400", description = "A parameter has no known value; with suggestions for a place")
    public RestResponse<Page> search(
            @QueryParam("municipality") @Parameter(description = "Name of the municipality, or a postal code") @Nullable String municipality,
            @QueryParam("near")
                    @Parameter(description = "Municipality or postal code to count distances from")
                    @Nullable String near,
            @QueryParam("withinKm") @Parameter(description = "1 to 300, only with `near`") @Nullable String withinKm,
            @QueryParam("theme") @Parameter(schema = @Schema(implementation = Theme.class)) @Nullable String theme,
            @QueryParam("language") @Parameter(description = "ISO 639-1") @Nullable String language,
            @QueryParam("mode") @Parameter(schema = @Schema(implementation = Mode.class)) @Nullable String mode,
            @QueryParam("targetGroup") @Parameter(schema = @Schema(implementation = TargetGroup.class)) @Nullable String targetGroup,
            @QueryParam("freeCapacity")
                    @Parameter(description = "`true`: only who said that somebody new can come")
                    @Nullable String freeCapacity,
            @QueryParam("after") @Parameter(description = "The `next` of the page before") @Nullable String after,
            @QueryParam("limit") @Parameter(description = LIMIT) @Nullable String limit,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(description = "An earlier ETag") @Nullable String known) {
        QueryParameters query = new QueryParameters();
        Municipality from = place(query, near);
        int furthest = query.number("withinKm", withinKm, 1, FURTHEST_KM, FURTHEST_KM);
        if (withinKm != null && !withinKm.isEmpty() && from == null) {
            query.wrong("withinKm", "Geef ook 'near': vanwaar de afstand telt.");
        }
        Directory.Search search = new Directory.Search(
                query.shaped("municipality", municipality, PLACE, "Geef de naam van een gemeente of een postcode."),
                from,
                furthest,
                query.oneOf("theme", theme, Theme.class),
                query.shaped("language", language, LANGUAGE, "Geef een taal als twee kleine letters, bijvoorbeeld nl."),
                query.oneOf("mode", mode, Mode.class),
                query.oneOf("targetGroup", targetGroup, TargetGroup.class),
                query.flag("freeCapacity", freeCapacity));
        String last = query.shaped("after", after, Directory.PLACE, AFTER);
        int most = query.limit(limit);
        query.check();
        List<Directory.Found> found = directory.find(search, last == null ? "" : last, most + 1);
        Page page = new Page(
                from == null ? null : from.name(),
                Pages.shown(found, most).stream().map(Entry::of).toList(),
                Pages.next(found, most, Directory.Found::place));
        return cached(page, known);
    }

    @GET
    @Path("/{counsellor}")
    @PermitAll
    @SecurityRequirementsSet
    @Operation(operationId = "getDirectoryEntry", summary = "One counsellor as the public sees them; no login needed")
    @APIResponseSchema(value = Entry.class, responseCode = "200")
    @APIResponse(responseCode = "304", description = "Nothing changed since the answer with this ETag")
    @APIResponse(responseCode = "404", description = "Is not in the directory, or not now")
    public RestResponse<Entry> one(
            @PathParam("counsellor") UUID counsellor,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(description = "An earlier ETag") @Nullable String known) {
        Entry entry = directory
                .one(counsellor)
                .map(Entry::of)
                .orElseThrow(() -> Problem.of(
                                "counsellor-unknown", 404, "Deze begeleider staat niet of niet meer in de zoekrobot.")
                        .exception());
        return cached(entry, known);
    }

    /** A municipality that a counsellor or a citizen can name. */
    public record MunicipalityShown(String nis, String name, List<String> postalCodes, List<String> otherNames) {

        static MunicipalityShown of(Municipality municipality) {
            return new MunicipalityShown(
                    municipality.nis(), municipality.name(), municipality.postalCodes(), municipality.otherNames());
        }
    }

    /** @param next what to give as {@code after} to read on; absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MunicipalitiesPage(
            List<MunicipalityShown> municipalities,
            @Nullable String next) {}

    @GET
    @Path("/municipalities")
    @PermitAll
    @SecurityRequirementsSet
    @Operation(
            operationId = "searchMunicipalities",
            summary = "Municipalities of Flanders and Brussels that a text fits; no login needed")
    @APIResponseSchema(value = MunicipalitiesPage.class, responseCode = "200")
    @APIResponse(responseCode = "304", description = "Nothing changed since the answer with this ETag")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    public RestResponse<MunicipalitiesPage> municipalities(
            @QueryParam("query")
                    @Parameter(description = "A part of a name, or of a postal code; all when absent")
                    @Nullable String text,
            @QueryParam("after") @Parameter(description = "The `next` of the page before") @Nullable String after,
            @QueryParam("limit") @Parameter(description = LIMIT) @Nullable String limit,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(description = "An earlier ETag") @Nullable String known) {
        QueryParameters query = new QueryParameters();
        String wanted =
                query.shaped("query", text, PLACE, "Geef een deel van de naam van een gemeente of een postcode.");
        String last = query.shaped("after", after, NIS, AFTER);
        int most = query.limit(limit);
        query.check();
        List<Municipality> all = municipalities.search(wanted == null ? "" : wanted);
        List<Municipality> left = all.stream()
                .dropWhile(each -> last != null && !each.nis().equals(last))
                .skip(last == null ? 0 : 1)
                .toList();
        MunicipalitiesPage page = new MunicipalitiesPage(
                Pages.shown(left, most).stream().map(MunicipalityShown::of).toList(),
                Pages.next(left, most, Municipality::nis));
        return cached(page, known);
    }

    private @Nullable Municipality place(QueryParameters query, @Nullable String near) {
        String wanted = query.shaped("near", near, PLACE, "Geef de naam van een gemeente of een postcode.");
        if (wanted == null) {
            return null;
        }
        return municipalities.find(wanted).orElseThrow(() -> unknown(wanted));
    }

    private ProblemException unknown(String place) {
        List<String> alike = municipalities.alike(place);
        String detail = "Deze gemeente of postcode kennen we niet in Vlaanderen of Brussel."
                + (alike.isEmpty() ? "" : " Bedoelt u " + String.join(", ", alike) + "?");
        Problem problem = Problem.badRequest(List.of(Issue.of("invalid-value", "query", "near", detail)));
        return new Problem(
                        problem.type(),
                        problem.title(),
                        problem.status(),
                        problem.detail(),
                        problem.issues(),
                        Map.of("suggestions", alike))
                .exception();
    }

    /** A public answer that may be a minute old: who asks again with its ETag is told when nothing changed. */
    private static <T> RestResponse<T> cached(T answer, @Nullable String known) {
        String etag = '"' + Digest.of(answer.toString().getBytes(StandardCharsets.UTF_8)) + '"';
        ResponseBuilder<T> response = etag.equals(known) ? ResponseBuilder.notModified() : ResponseBuilder.ok(answer);
        return response.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .build();
    }
}
