package be.vlaanderen.loopbaankrediet.eligibility.officers;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.CitizenVault;
import be.vlaanderen.loopbaankrediet.eligibility.citizens.Ssin;
import be.vlaanderen.loopbaankrediet.eligibility.views.requests.RequestAnswer;
import be.vlaanderen.loopbaankrediet.eligibility.views.requests.RequestReader;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Looks;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * From a person to the file and back: an officer has to see whose evidence it is, and to find who calls. D-87: only when asked for, and every look
 * is noted.
 */
@Path("/citizens")
@RolesAllowed(Roles.OFFICER)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "citizens")
@RunOnVirtualThread
public class IdentityResource {

    private static final int SHOWN = 50;

    private final CitizenVault vault;
    private final Looks looks;
    private final RequestReader requests;
    private final Caller caller;

    @Inject
    public IdentityResource(CitizenVault vault, Looks looks, RequestReader requests, Caller caller) {
        this.vault = vault;
        this.looks = looks;
        this.requests = requests;
        this.caller = caller;
    }

    /** Who to find; never in a URL. */
    public record Wanted(
            @NotNull(message = "Geef een rijksregisternummer.") @Pattern(regexp = "[0-9]{11}", message = "Geef de elf cijfers van het rijksregisternummer.") String ssin) {

        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "Wanted";
        }
    }

    public record FoundRequest(UUID request, RequestAnswer.Status status, LocalDate requestedOn) {}

    /** @param requests the newest, newest first */
    public record FoundCitizen(UUID citizen, List<FoundRequest> requests) {}

    /** Personal. */
    public record Identity(UUID citizen, String ssin) {

        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "Identity";
        }
    }

    @POST
    @Path("/search")
    @RepeatableByItself
    @Operation(operationId = "findCitizen", summary = "The file of who calls or comes by; the look is noted")
    @APIResponse(
            responseCode = "200",
            description = "The pseudonym with the requests",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FoundCitizen.class)))
    @APIResponse(responseCode = "400", description = "bad-request")
    @APIResponse(responseCode = "404", description = "citizen-unknown: never asked anything, or forgotten")
    public Response find(@NotNull(message = "Zeg wie u zoekt.") @Valid Wanted body) {
        UUID citizen = vault.read(body.ssin()).flatMap(vault::find).orElseThrow(IdentityResource::unknown);
        note(citizen);
        List<FoundRequest> found = requests.newestFirst(citizen, null).stream()
                .limit(SHOWN)
                .map(answer -> new FoundRequest(answer.request(), answer.status(), answer.requestedOn()))
                .toList();
        return notKept(new FoundCitizen(citizen, found));
    }

    @GET
    @Path("/{citizen}/identity")
    @Operation(operationId = "showIdentity", summary = "Whose file it is, to hold evidence against; the look is noted")
    @APIResponse(
            responseCode = "200",
            description = "Not to be kept",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Identity.class)))
    @APIResponse(responseCode = "404", description = "citizen-unknown: never known, or forgotten")
    public Response show(@PathParam("citizen") UUID citizen) {
        Ssin ssin = vault.ssin(citizen).orElseThrow(IdentityResource::unknown);
        note(citizen);
        return notKept(new Identity(citizen, ssin.digits()));
    }

    private void note(UUID citizen) {
        looks.note(caller.pseudonym(), citizen.toString(), Looks.What.IDENTITY);
    }

    private static Response notKept(Object answer) {
        return Response.ok(answer).header("Cache-Control", "no-store").build();
    }

    private static RuntimeException unknown() {
        return Problem.of("citizen-unknown", 404, "Deze burger vroeg hier nog niets aan, of is hier niet meer bekend.")
                .exception();
    }
}
