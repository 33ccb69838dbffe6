package be.vlaanderen.loopbaankrediet.outsideworld.dosis;

import be.vlaanderen.loopbaankrediet.outsideworld.KeptMap;
import be.vlaanderen.loopbaankrediet.outsideworld.Problem;
import be.vlaanderen.loopbaankrediet.outsideworld.Secret;
import be.vlaanderen.loopbaankrediet.outsideworld.StateFolder;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Takes what is pushed and keeps the last status of each dossier. */
@Path("/api/v2/dosis/dossiers")
@Produces(MediaType.APPLICATION_JSON)
public class DosisResource {

    private static final int MOST = 100;

    private final KeptMap<JsonNode> dossiers;
    private final Secret token;

    @Inject
    public DosisResource(StateFolder state, @ConfigProperty(name = "dosis.token") Optional<String> token) {
        this.dossiers = state.map("dossiers", JsonNode.class);
        this.token = Secret.of(token);
    }

    /** The dossiers of one person, at most a hundred. */
    public record Dossiers(List<JsonNode> dossiers) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response push(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @Nullable JsonNode dossier) {
        if (authorization == null || !authorization.startsWith("Bearer ") || !token.is(authorization.substring(7))) {
            return Problem.of("not-authorised", 401, "Geef de sleutel van een aangesloten dienst mee.")
                    .response();
        }
        if (dossier == null || !dossier.isObject()) {
            return Problem.badRequest("body", "", "Beschrijf het dossier in JSON.")
                    .response();
        }
        for (String required : List.of("id", "rijksregisternummer", "status")) {
            if (dossier.path(required).asText("").isBlank()) {
                return Problem.badRequest("body", required, "Dit veld is verplicht.")
                        .response();
            }
        }
        dossiers.put(dossier.path("id").asText(), dossier);
        return Response.ok(dossier).build();
    }

    /** What Mijn Burgerprofiel would show; for people and tests of the development platform. */
    @GET
    public Dossiers of(@QueryParam("rijksregisternummer") @Nullable String person) {
        return new Dossiers(dossiers.all().stream()
                .filter(dossier -> dossier.path("rijksregisternummer").asText().equals(person))
                .limit(MOST)
                .toList());
    }
}
