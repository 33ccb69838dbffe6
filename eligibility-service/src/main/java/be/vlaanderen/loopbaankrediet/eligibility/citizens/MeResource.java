package be.vlaanderen.loopbaankrediet.eligibility.citizens;

import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who am I: lets another service learn the pseudonym of the person whose token it passes on. */
@Path("/me")
@Tag(name = "citizens")
@RunOnVirtualThread
public class MeResource {

    private final CurrentPerson person;

    @Inject
    public MeResource(CurrentPerson person) {
        this.person = person;
    }

    /** @param citizen pseudonym, the same in every service */
    public record Me(UUID citizen) {}

    @GET
    @RolesAllowed({Roles.CITIZEN, Roles.COUNSELLOR, Roles.OFFICER})
    @Operation(operationId = "whoAmI", summary = "The pseudonym of the person who is logged in")
    @APIResponse(responseCode = "200", description = "The pseudonym")
    @APIResponse(responseCode = "404", description = "citizen-unknown: this person never asked anything")
    public Me me() {
        return new Me(person.citizen());
    }
}
