package be.vlaanderen.loopbaankrediet.sessionclaims.views;

import be.vlaanderen.loopbaankrediet.platform.web.Looks;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.sessionclaims.outside.LoggedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who looked at a citizen's guidance: the blocks with their sessions, and the complaints. */
@Path("/me/looks")
@RolesAllowed(Roles.CITIZEN)
@RunOnVirtualThread
@Tag(name = "citizen")
public class LooksResource {

    private final LoggedIn loggedIn;
    private final Blocks blocks;
    private final Looks looks;

    @Inject
    public LooksResource(LoggedIn loggedIn, Blocks blocks, Looks looks) {
        this.loggedIn = loggedIn;
        this.blocks = blocks;
        this.looks = looks;
    }

    @GET
    @Operation(
            operationId = "whoLookedAtMyGuidance",
            summary = "Who of the government looked at my blocks, sessions and complaints, newest first")
    @APIResponse(responseCode = "200", description = "OK; nothing for who never asked for credit")
    @APIResponse(responseCode = "400", description = "after or limit has not the right form")
    @APIResponse(responseCode = "503", description = "Who the citizen is cannot be asked now")
    public Looks.Page looks(
            @QueryParam("after") @Pattern(regexp = Looks.AFTER, message = Looks.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") @Pattern(regexp = Looks.LIMIT, message = Looks.LIMIT_WRONG) String limit) {
        return loggedIn.citizen()
                .map(wallet -> looks.at(blocks.streamsOf(wallet), after, limit))
                .orElse(Looks.NONE);
    }
}
