package be.vlaanderen.loopbaankrediet.platform.web;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Rebuild;
import be.vlaanderen.loopbaankrediet.platform.messaging.DeadLetters;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For who runs the service: rebuild its views, see and replay what could not be handled. */
@Path("/admin")
@Tag(name = "admin", description = "For who runs the service.")
@RolesAllowed(Roles.OFFICER)
@Blocking
public class AdminResource {

    private final Rebuild rebuild;
    private final DeadLetters deadLetters;

    @Inject
    public AdminResource(Rebuild rebuild, DeadLetters deadLetters) {
        this.rebuild = rebuild;
        this.deadLetters = deadLetters;
    }

    /** @param handled letters whose message could be handled now */
    public record Replayed(int handled) {}

    public record Letters(List<DeadLetters.Waiting> deadLetters) {}

    @POST
    @Path("/rebuild")
    @Operation(operationId = "rebuild", summary = "Drops the views, replays the event store, compares.")
    @RepeatableByItself
    public Rebuild.Report rebuild() {
        return rebuild.run();
    }

    @GET
    @Path("/dead-letters")
    @Operation(operationId = "deadLetters", summary = "What could not be handled yet, oldest first, at most 200.")
    public Letters deadLetters() {
        return new Letters(deadLetters.list());
    }

    @POST
    @Path("/dead-letters/replay")
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Tries everything again that waits, also what was given up.")
    @RepeatableByItself
    public Replayed replay() {
        return new Replayed(deadLetters.replay());
    }
}
