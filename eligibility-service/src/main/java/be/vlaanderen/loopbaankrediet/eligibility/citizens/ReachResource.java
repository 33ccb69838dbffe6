package be.vlaanderen.loopbaankrediet.eligibility.citizens;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.Contacts.Contact;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Another service asks how to reach a citizen at the moment it sends something, and keeps nothing. */
@Path("/citizens/{citizen}/contact")
@RolesAllowed(Roles.SERVICE)
@Tag(name = "citizens")
@RunOnVirtualThread
public class ReachResource {

    private final CitizenVault vault;
    private final Contacts contacts;

    @Inject
    public ReachResource(CitizenVault vault, Contacts contacts) {
        this.vault = vault;
        this.contacts = contacts;
    }

    /** What a service needs to reach somebody. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reach(
            String ssin,
            @Nullable String email,
            @JsonProperty("notify") boolean told) {

        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "Reach";
        }
    }

    @GET
    @Operation(operationId = "getReach", summary = "How to reach a citizen; for services, at the moment of sending")
    @APIResponse(
            responseCode = "200",
            description = "Not to be kept",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Reach.class)))
    @APIResponse(responseCode = "404", description = "citizen-unknown: never known, or forgotten")
    public Response reach(@PathParam("citizen") UUID citizen) {
        Ssin ssin = vault.ssin(citizen)
                .orElseThrow(() -> Problem.of("citizen-unknown", 404, "Deze burger is hier niet (meer) bekend.")
                        .exception());
        Contact contact = contacts.of(citizen);
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.ok(new Reach(ssin.digits(), contact.email(), contact.told()))
                .cacheControl(never)
                .build();
    }
}
