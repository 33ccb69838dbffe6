package be.vlaanderen.loopbaankrediet.eligibility.citizens;

import be.vlaanderen.loopbaankrediet.platform.web.Looks;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who am I: lets another service learn the pseudonym of the person whose token it passes on. */
@Path("/me")
@Tag(name = "citizens")
@RunOnVirtualThread
public class MeResource {

    private final CurrentPerson person;
    private final Looks looks;

    @Inject
    public MeResource(CurrentPerson person, Looks looks) {
        this.person = person;
        this.looks = looks;
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

    @GET
    @Path("/looks")
    @RolesAllowed(Roles.CITIZEN)
    @Operation(operationId = "whoLookedAtMyFile", summary = "Who of the government looked at my file, newest first")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    @APIResponse(responseCode = "404", description = "citizen-unknown: this person never asked anything")
    public Looks.Page looks(
            @QueryParam("after") @Pattern(regexp = Looks.AFTER, message = Looks.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") @Pattern(regexp = Looks.LIMIT, message = Looks.LIMIT_WRONG) String limit) {
        return looks.at(List.of(person.citizen().toString()), after, limit);
    }
}
