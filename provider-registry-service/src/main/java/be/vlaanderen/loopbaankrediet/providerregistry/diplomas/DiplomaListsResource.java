package be.vlaanderen.loopbaankrediet.providerregistry.diplomas;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.diplomas.DiplomaFile.LineError;
import be.vlaanderen.loopbaankrediet.providerregistry.diplomas.ListedDiplomas.Decree;
import be.vlaanderen.loopbaankrediet.providerregistry.diplomas.ListedDiplomas.ListedDiploma;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Digest;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.LoggedIn;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import be.vlaanderen.loopbaankrediet.providerregistry.views.QueryParameters;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An officer adds the list of a decree, after a preview that names every line that is wrong. */
@Path("/diploma-lists")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.OFFICER)
@Tag(name = "diploma")
public class DiplomaListsResource {

    private static final Pattern DECREE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./-]{1,59}");
    private static final Pattern BOOLEAN = Pattern.compile("true|false");

    private final ListedDiplomas diplomas;
    private final Transactions transactions;
    private final LoggedIn loggedIn;
    private final Clock clock;

    @Inject
    public DiplomaListsResource(ListedDiplomas diplomas, Transactions transactions, LoggedIn loggedIn, Clock clock) {
        this.diplomas = diplomas;
        this.transactions = transactions;
        this.loggedIn = loggedIn;
        this.clock = clock;
    }

    /**
     * @param added whether the list holds from now on; false for a preview
     * @param newLines lines that come on the list
     * @param endedLines lines that get a last day
     * @param unchanged how many lines stood there already
     * @param errors lines that are wrong; with any of them nothing is added
     */
    public record Upload(
            String decree,
            boolean added,
            List<ListedDiploma> newLines,
            List<ListedDiploma> endedLines,
            int unchanged,
            List<LineError> errors) {}

    /** @param next what to give as {@code after} to read on; absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DecreesPage(
            List<DecreeShown> lists, @Nullable String next) {}

    /** Who added the list of a decree, and when. */
    public record DecreeShown(String decree, String file, int lines, String officer, Instant addedAt) {

        static DecreeShown of(Decree decree) {
            return new DecreeShown(decree.decree(), decree.file(), decree.lines(), decree.officer(), decree.addedAt());
        }
    }

    @GET
    @Operation(operationId = "getDiplomaLists", summary = "The decrees whose lists were added, oldest first")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    public DecreesPage list(
            @QueryParam("after") @Parameter(description = "The `next` of the page before") @Nullable String after,
            @QueryParam("limit") @Parameter(description = "1 to 100, usually 20") @Nullable String limit) {
        QueryParameters query = new QueryParameters();
        String from = query.shaped("after", after, Pages.PLACE, "Geef de waarde van 'next' van de vorige bladzijde.");
        int most = query.limit(limit);
        query.check();
        List<Decree> found = diplomas.decrees(from == null ? "" : from, most + 1);
        return new DecreesPage(
                Pages.shown(found, most).stream().map(DecreeShown::of).toList(),
                Pages.next(found, most, Decree::place));
    }

    @POST
    @Consumes("text/csv")
    @RepeatableByItself
    @Operation(
            operationId = "addDiplomaList",
            summary = "Add the list of a decree as CSV (`code,from,to,name`), or see what it would change")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "200", description = "Added, or the preview with the lines that are wrong")
    @APIResponse(responseCode = "400", description = "A parameter has no known value, or the file is no text")
    @APIResponse(responseCode = "409", description = "decree-exists: with another file")
    @APIResponse(responseCode = "422", description = "diploma-list-has-errors, with each line that is wrong")
    public Upload add(
            @QueryParam("decree")
                    @Parameter(required = true, description = "Reference of the ministerial decree")
                    @Nullable String decree,
            @QueryParam("preview") @Parameter(description = "`true` changes nothing") @Nullable String preview,
            byte @Nullable [] body) {
        QueryParameters query = new QueryParameters();
        String reference = query.shaped("decree", decree, DECREE, "Geef de referentie van het ministerieel besluit.");
        boolean only = "true".equals(query.shaped("preview", preview, BOOLEAN, "Geef 'true' of 'false'."));
        if (decree == null || decree.isEmpty()) {
            query.wrong("decree", "Geef de referentie van het ministerieel besluit.");
        }
        query.check();
        if (reference == null) {
            throw new IllegalStateException("checked above");
        }
        byte[] bytes = body == null ? new byte[0] : body;
        String text = text(bytes);
        return transactions.in(connection -> {
            diplomas.lock();
            Optional<Decree> known = diplomas.decree(reference);
            if (known.isPresent()) {
                return repeated(known.get(), Digest.of(bytes));
            }
            DiplomaFile read = DiplomaFile.read(text, reference, diplomas.all());
            boolean add = !only && read.errors().isEmpty();
            if (add) {
                diplomas.add(reference, Digest.of(bytes), read, loggedIn.officer(), clock.instant());
            } else if (!only) {
                throw Problem.of(
                                "diploma-list-has-errors",
                                422,
                                "De lijst is niet toegevoegd: verbeter de regels die fout zijn.",
                                Map.of("errors", read.errors()))
                        .exception();
            }
            return new Upload(reference, add, read.added(), read.ended(), read.unchanged(), read.errors());
        });
    }

    private static Upload repeated(Decree known, String file) {
        if (!known.file().equals(file)) {
            throw Problem.of(
                            "decree-exists",
                            409,
                            "De lijst van dit besluit is al toegevoegd, met een ander bestand. Geef een later besluit.")
                    .exception();
        }
        return new Upload(known.decree(), true, List.of(), List.of(), known.lines(), List.of());
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.badRequest(List.of(Issue.of(
                            "invalid-value",
                            "body",
                            "file",
                            "Dit bestand is geen tekst in UTF-8. Bewaar het als CSV UTF-8.")))
                    .exception();
        }
    }
}
