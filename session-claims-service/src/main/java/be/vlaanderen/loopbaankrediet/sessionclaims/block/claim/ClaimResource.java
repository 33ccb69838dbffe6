package be.vlaanderen.loopbaankrediet.sessionclaims.block.claim;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal;
import be.vlaanderen.loopbaankrediet.sessionclaims.outside.LoggedIn;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Page;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Sessions;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Sessions.ClaimAnswer;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The counsellor's claims: submitted by themselves for a full block, by hand for a part of one. */
@Path("/claims")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.COUNSELLOR)
@Tag(name = "counsellor")
public class ClaimResource {

    private final AggregateStore<Block, BlockEvent> blocks;
    private final Sessions sessions;
    private final LoggedIn loggedIn;
    private final Clock clock;

    @Inject
    public ClaimResource(AggregateStore<Block, BlockEvent> blocks, Sessions sessions, LoggedIn loggedIn, Clock clock) {
        this.blocks = blocks;
        this.sessions = sessions;
        this.loggedIn = loggedIn;
        this.clock = clock;
    }

    public record NewClaim(
            @NotNull(message = "Dit is verplicht.") UUID booking) {}

    /** @param next value of {@code after} for the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClaimList(
            List<ClaimAnswer> claims, @Nullable UUID next) {}

    @POST
    @Operation(operationId = "submitClaim", summary = "Claim the confirmed time of a block that is not full")
    @APIResponseSchema(value = ClaimAnswer.class, responseCode = "201", responseDescription = "Claimed")
    @APIResponse(responseCode = "404", description = "block-unknown, also when it is somebody else's")
    @APIResponse(responseCode = "409", description = "nothing-to-claim, or block-cancelled")
    public RestResponse<ClaimAnswer> submit(
            @NotNull(message = "Zeg voor welke boeking.") @Valid NewClaim body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        UUID counsellor = loggedIn.counsellor();
        SubmitClaim command = new SubmitClaim(body.booking(), counsellor, clock.instant());
        Block after = blocks.handle(body.booking().toString(), block -> SubmitClaim.decide(block, command))
                .orThrow();
        UUID claim = after.claims().getLast().id();
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, get(counsellor, claim, null))
                .header(HttpHeaders.LOCATION, "/session-claims/v1/claims/" + claim)
                .build();
    }

    @GET
    @Operation(operationId = "getClaims", summary = "The own claims, newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "after or limit has not the right form")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public ClaimList list(
            @QueryParam("after") @Pattern(regexp = Page.ID, message = Page.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") @Pattern(regexp = Page.LIMIT, message = Page.LIMIT_WRONG) String limit) {
        Page<ClaimAnswer> page = sessions.claimsOf(loggedIn.counsellor(), Page.id(after), Integer.parseInt(limit));
        return new ClaimList(page.items(), page.next());
    }

    @GET
    @Path("/{claim}")
    @Operation(operationId = "getClaim", summary = "One of the own claims; as of the end of a day when one is given")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "claim-unknown, also when it is somebody else's")
    public ClaimAnswer get(@PathParam("claim") UUID claim, @QueryParam("asOf") @Nullable String asOf) {
        return get(loggedIn.counsellor(), claim, Page.asOf(asOf));
    }

    private ClaimAnswer get(UUID counsellor, UUID claim, @Nullable Instant asOf) {
        return sessions.claimOf(counsellor, claim, asOf)
                .orElseThrow(() -> new RefusedException(BlockRefusal.CLAIM_UNKNOWN));
    }
}
