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

/** For who runs the service: rebuild its views, see and replay what could not be handled. */
@Path("/admin")
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
    @RepeatableByItself
    public Rebuild.Report rebuild() {
        return rebuild.run();
    }

    @GET
    @Path("/dead-letters")
    public Letters deadLetters() {
        return new Letters(deadLetters.list());
    }

    @POST
    @Path("/dead-letters/replay")
    @RepeatableByItself
    public Replayed replay() {
        return new Replayed(deadLetters.replay());
    }
}
