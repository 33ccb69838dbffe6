package be.vlaanderen.loopbaankrediet.sessionclaims.block.answer;

import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block.Who;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.outside.LoggedIn;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Page;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Sessions;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Sessions.SessionAnswer;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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

/** The citizen's sessions: look at them, and say of each whether it took place. */
@Path("/me/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.CITIZEN)
@Tag(name = "citizen")
public class AnswerSessionResource {

    private final AggregateStore<Block, BlockEvent> blocks;
    private final Sessions sessions;
    private final LoggedIn loggedIn;
    private final Clock clock;

    @Inject
    public AnswerSessionResource(
            AggregateStore<Block, BlockEvent> blocks, Sessions sessions, LoggedIn loggedIn, Clock clock) {
        this.blocks = blocks;
        this.sessions = sessions;
        this.loggedIn = loggedIn;
        this.clock = clock;
    }

    /** Nothing needs to be said but yes or no, and the address says which. */
    public record Answer() {}

    /** @param next value of {@code after} for the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MySessions(
            List<SessionAnswer> sessions, @Nullable UUID next) {}

    @GET
    @Operation(operationId = "getMySessions", summary = "The sessions of the citizen, newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A filter, after or limit has not the right form")
    @APIResponse(responseCode = "503", description = "Who the citizen is cannot be asked now")
    public MySessions list(
            @QueryParam("status") @Pattern(regexp = Sessions.STATUS, message = "Deze status bestaat niet.") @Nullable String status,
            @QueryParam("after") @Pattern(regexp = Page.ID, message = Page.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") @Pattern(regexp = Page.LIMIT, message = Page.LIMIT_WRONG) String limit) {
        return loggedIn.citizen()
                .map(wallet -> sessions.page(Who.CITIZEN, wallet, status, Page.id(after), Integer.parseInt(limit)))
                .map(page -> new MySessions(page.items(), page.next()))
                .orElse(new MySessions(List.of(), null));
    }

    @GET
    @Path("/{session}")
    @Operation(
            operationId = "getMySession",
            summary = "One of the citizen's sessions; as of the end of a day when one is given")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "session-unknown, also when it is somebody else's")
    public SessionAnswer get(@PathParam("session") UUID session, @QueryParam("asOf") @Nullable String asOf) {
        UUID wallet = wallet();
        Instant at = Page.asOf(asOf);
        return (at == null
                        ? sessions.one(Who.CITIZEN, wallet, session)
                        : sessions.blockOf(Who.CITIZEN, wallet, session)
                                .flatMap(booking -> sessions.asOf(booking, session, at, Who.CITIZEN)))
                .orElseThrow(() -> new RefusedException(SESSION_UNKNOWN));
    }

    @POST
    @RepeatableByItself
    @Path("/{session}/confirmation")
    @Operation(operationId = "confirmSession", summary = "Say that a session took place")
    @APIResponse(responseCode = "200", description = "Confirmed, also when it was already")
    @APIResponse(responseCode = "404", description = "session-unknown, also when it is somebody else's")
    @APIResponse(responseCode = "409", description = "session-already-disputed, or block-cancelled")
    public SessionAnswer confirm(
            @PathParam("session") UUID session,
            @Nullable Answer body,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        UUID wallet = wallet();
        ConfirmSession command = new ConfirmSession(session, wallet, clock.instant());
        return answer(wallet, session, block -> ConfirmSession.decide(block, command));
    }

    @POST
    @RepeatableByItself
    @Path("/{session}/dispute")
    @Operation(operationId = "disputeSession", summary = "Say that a session did not take place like that")
    @APIResponse(responseCode = "200", description = "Disputed, also when it was already")
    @APIResponse(responseCode = "404", description = "session-unknown, also when it is somebody else's")
    @APIResponse(responseCode = "409", description = "session-already-confirmed, or block-cancelled")
    public SessionAnswer dispute(
            @PathParam("session") UUID session,
            @Nullable Answer body,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        UUID wallet = wallet();
        DisputeSession command = new DisputeSession(session, wallet, clock.instant());
        return answer(wallet, session, block -> DisputeSession.decide(block, command));
    }

    private SessionAnswer answer(UUID wallet, UUID session, Function<Block, Decision<BlockEvent>> decide) {
        UUID booking =
                sessions.blockOf(Who.CITIZEN, wallet, session).orElseThrow(() -> new RefusedException(SESSION_UNKNOWN));
        var unused = blocks.handle(booking.toString(), decide).orThrow();
        return sessions.one(Who.CITIZEN, wallet, session).orElseThrow(() -> new RefusedException(SESSION_UNKNOWN));
    }

    private UUID wallet() {
        return loggedIn.citizen().orElseThrow(() -> new RefusedException(SESSION_UNKNOWN));
    }
}
