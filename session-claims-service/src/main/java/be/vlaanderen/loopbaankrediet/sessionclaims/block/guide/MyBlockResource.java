package be.vlaanderen.loopbaankrediet.sessionclaims.block.guide;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block.Who;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.guide.GuidanceStep.AcceptAgreement;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.guide.GuidanceStep.AttestPlan;
import be.vlaanderen.loopbaankrediet.sessionclaims.outside.LoggedIn;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Blocks;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Blocks.BlockAnswer;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The citizen's blocks: what happened, what is still to do; agree with the counsellor and attest the plan. */
@Path("/me/blocks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.CITIZEN)
@Tag(name = "citizen")
public class MyBlockResource {

    private final AggregateStore<Block, BlockEvent> blocks;
    private final Blocks shown;
    private final LoggedIn loggedIn;
    private final Clock clock;

    @Inject
    public MyBlockResource(AggregateStore<Block, BlockEvent> blocks, Blocks shown, LoggedIn loggedIn, Clock clock) {
        this.blocks = blocks;
        this.shown = shown;
        this.loggedIn = loggedIn;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "getMyBlocks", summary = "The blocks of the citizen, the last paid first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "status, after or limit has not the right form")
    public BlockResource.BlockList list(
            @QueryParam("status") @Pattern(regexp = Blocks.STATUS, message = "Deze status bestaat niet.") @Nullable String status,
            @QueryParam("after") @Pattern(regexp = Page.ID, message = Page.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Pattern(regexp = Page.LIMIT, message = Page.LIMIT_WRONG) String limit) {
        return loggedIn.citizen()
                .map(wallet -> shown.page(Who.CITIZEN, wallet, status, Page.id(after), Integer.parseInt(limit)))
                .map(page -> new BlockResource.BlockList(page.items(), page.next()))
                .orElse(new BlockResource.BlockList(List.of(), null));
    }

    @GET
    @Path("/{booking}")
    @Operation(
            operationId = "getMyBlock",
            summary = "One of the citizen's blocks; as of the end of a day when one is given")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "block-unknown, also when it is somebody else's")
    public BlockAnswer get(@PathParam("booking") UUID booking, @QueryParam("asOf") @Nullable String asOf) {
        return show(wallet(), booking, Page.asOf(asOf));
    }

    @POST
    @RepeatableByItself
    @Path("/{booking}/agreement/acceptance")
    @Operation(operationId = "acceptAgreement", summary = "Agree with what the counsellor wrote down")
    @APIResponse(responseCode = "200", description = "Agreed, also when it was already")
    @APIResponse(responseCode = "404", description = "block-unknown, also when it is somebody else's")
    @APIResponse(responseCode = "409", description = "no-agreement, or block-cancelled")
    public BlockAnswer accept(@PathParam("booking") UUID booking, BlockResource.@Nullable Step body) {
        return step(booking, wallet -> new AcceptAgreement(wallet, clock.instant()));
    }

    @POST
    @RepeatableByItself
    @Path("/{booking}/plan/attestation")
    @Operation(operationId = "attestPlan", summary = "Say to have the development plan")
    @APIResponse(responseCode = "200", description = "Attested, also when it was already")
    @APIResponse(responseCode = "404", description = "block-unknown, also when it is somebody else's")
    @APIResponse(responseCode = "409", description = "no-plan, or block-cancelled")
    public BlockAnswer attest(@PathParam("booking") UUID booking, BlockResource.@Nullable Step body) {
        return step(booking, wallet -> new AttestPlan(wallet, clock.instant()));
    }

    private BlockAnswer step(UUID booking, Function<UUID, GuidanceStep> step) {
        UUID wallet = wallet();
        GuidanceStep command = step.apply(wallet);
        var unused = blocks.handle(booking.toString(), block -> GuidanceStep.decide(block, command))
                .orThrow();
        return show(wallet, booking, null);
    }

    private BlockAnswer show(UUID wallet, UUID booking, @Nullable Instant asOf) {
        return shown.one(Who.CITIZEN, wallet, booking, asOf)
                .orElseThrow(() -> new RefusedException(BlockRefusal.BLOCK_UNKNOWN));
    }

    private UUID wallet() {
        return loggedIn.citizen().orElseThrow(() -> new RefusedException(BlockRefusal.BLOCK_UNKNOWN));
    }
}
