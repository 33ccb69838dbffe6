package be.vlaanderen.loopbaankrediet.sessionclaims.block.guide;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block.Who;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Theme;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.guide.GuidanceStep.HandOverPlan;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.guide.GuidanceStep.RecordAgreement;
import be.vlaanderen.loopbaankrediet.sessionclaims.outside.LoggedIn;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Blocks;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Blocks.BlockAnswer;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The counsellor's blocks: what happened, what is still to do, agreement, plan and completion. */
@Path("/blocks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.COUNSELLOR)
@Tag(name = "counsellor")
public class BlockResource {

    private final AggregateStore<Block, BlockEvent> blocks;
    private final Blocks shown;
    private final LoggedIn loggedIn;
    private final Clock clock;

    @Inject
    public BlockResource(AggregateStore<Block, BlockEvent> blocks, Blocks shown, LoggedIn loggedIn, Clock clock) {
        this.blocks = blocks;
        this.shown = shown;
        this.loggedIn = loggedIn;
        this.clock = clock;
    }

    /** @param themes of the citizen's question (MR 2.6) */
    public record NewAgreement(
            @NotEmpty(message = "Geef minstens één thema.") @Size(max = 20, message = "Dat zijn er te veel.") List<@NotNull(message = "Laat dit niet leeg.") Theme> themes) {}

    /** Nothing needs to be said; the address says it. */
    public record Step() {}

    /** @param next value of {@code after} for the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BlockList(
            List<BlockAnswer> blocks, @Nullable UUID next) {}

    @GET
    @Operation(operationId = "getBlocks", summary = "The own blocks, the last paid first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "status, after or limit has not the right form")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public BlockList list(
            @QueryParam("status") @Pattern(regexp = Blocks.STATUS, message = "Deze status bestaat niet.") @Nullable String status,
            @QueryParam("after") @Pattern(regexp = Page.ID, message = Page.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Pattern(regexp = Page.LIMIT, message = Page.LIMIT_WRONG) String limit) {
        Page<BlockAnswer> page =
                shown.page(Who.COUNSELLOR, loggedIn.counsellor(), status, Page.id(after), Integer.parseInt(limit));
        return new BlockList(page.items(), page.next());
    }

    @GET
    @Path("/{booking}")
    @Operation(operationId = "getBlock", summary = "One of the own blocks; as of the end of a day when one is given")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "block-unknown, also when it is somebody else's")
    public BlockAnswer get(@PathParam("booking") UUID booking, @QueryParam("asOf") @Nullable String asOf) {
        return show(loggedIn.counsellor(), booking, Page.asOf(asOf));
    }

    @PUT
    @Path("/{booking}/agreement")
    @Operation(
            operationId = "recordAgreement",
            summary = "Write down what the guidance will be about; until the citizen agrees it can be written again")
    @APIResponse(responseCode = "200", description = "Recorded")
    @APIResponse(responseCode = "404", description = "block-unknown, also when it is somebody else's")
    @APIResponse(responseCode = "409", description = "agreement-accepted, or block-cancelled")
    public BlockAnswer agree(
            @PathParam("booking") UUID booking,
            @NotNull(message = "Stuur de overeenkomst mee.") @Valid NewAgreement body) {
        List<Theme> themes = body.themes().stream().distinct().sorted().toList();
        return step(
                booking,
                (counsellor, block) ->
                        GuidanceStep.decide(block, new RecordAgreement(counsellor, themes, clock.instant())));
    }

    @POST
    @RepeatableByItself
    @Path("/{booking}/plan")
    @Operation(operationId = "handOverPlan", summary = "Say that the citizen got the development plan")
    @APIResponse(responseCode = "200", description = "Noted, also when it was already")
    @APIResponse(responseCode = "404", description = "block-unknown, also when it is somebody else's")
    @APIResponse(responseCode = "409", description = "block-cancelled")
    public BlockAnswer handOver(@PathParam("booking") UUID booking, @Nullable Step body) {
        return step(
                booking,
                (counsellor, block) -> GuidanceStep.decide(block, new HandOverPlan(counsellor, clock.instant())));
    }

    @POST
    @RepeatableByItself
    @Path("/{booking}/completion")
    @Operation(
            operationId = "completeGuidance",
            summary = "Say that the guidance is over though time is left; a full block is completed by itself")
    @APIResponse(responseCode = "200", description = "Completed, also when it was already")
    @APIResponse(responseCode = "404", description = "block-unknown, also when it is somebody else's")
    @APIResponse(responseCode = "409", description = "nothing-delivered, sessions-unanswered, or block-cancelled")
    public BlockAnswer complete(@PathParam("booking") UUID booking, @Nullable Step body) {
        return step(
                booking,
                (counsellor, block) ->
                        CompleteGuidance.decide(block, new CompleteGuidance(counsellor, clock.instant())));
    }

    private BlockAnswer step(UUID booking, BiFunction<UUID, Block, Decision<BlockEvent>> decide) {
        UUID counsellor = loggedIn.counsellor();
        var unused = blocks.handle(booking.toString(), block -> decide.apply(counsellor, block))
                .orThrow();
        return show(counsellor, booking, null);
    }

    private BlockAnswer show(UUID counsellor, UUID booking, @Nullable Instant asOf) {
        return shown.one(Who.COUNSELLOR, counsellor, booking, asOf)
                .orElseThrow(() -> new RefusedException(BlockRefusal.BLOCK_UNKNOWN));
    }
}
