package be.vlaanderen.loopbaankrediet.outsideworld.clock;

import be.vlaanderen.loopbaankrediet.outsideworld.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells the time of the simulated world and moves it forward. */
@Path("/clock")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ClockResource {

    private static final Duration LONGEST_POLL = Duration.ofSeconds(20);
    private static final Duration LONGEST_MOVE = Duration.ofSeconds(5);
    private static final Instant END_OF_TIME = Instant.parse("2200-01-01T00:00:00Z");

    private final WorldClock clock;

    @Inject
    public ClockResource(WorldClock clock) {
        this.clock = clock;
    }

    /** Where the clock must go. */
    public record Move(@Nullable Instant now) {}

    @GET
    public WorldClock.Reading read(@QueryParam("after") @Nullable String after, @QueryParam("as") @Nullable String as)
            throws InterruptedException {
        if (as != null && !as.matches("[A-Za-z0-9._-]{1,60}")) {
            throw Problem.badRequest("query", "as", "Geef de naam van een dienst: letters, cijfers en streepjes.")
                    .exception();
        }
        if (after == null) {
            return clock.reading();
        }
        if (!after.matches("-?[0-9]{1,15}")) {
            throw Problem.badRequest("query", "after", "Geef het versienummer dat u al hebt.")
                    .exception();
        }
        return clock.newerThan(Long.parseLong(after), as, LONGEST_POLL);
    }

    @PUT
    public WorldClock.Reading move(@Nullable Move move) throws InterruptedException {
        if (move == null || move.now() == null) {
            throw Problem.badRequest("body", "now", "Geef het tijdstip waarop de klok moet staan (ISO 8601).")
                    .exception();
        }
        if (move.now().isAfter(END_OF_TIME)) {
            throw Problem.badRequest("body", "now", "Dit tijdstip ligt te ver weg.")
                    .exception();
        }
        try {
            clock.move(move.now(), LONGEST_MOVE);
        } catch (IllegalArgumentException e) {
            throw Problem.of("clock-goes-forward", 409, "De klok staat al verder. Ze kan alleen vooruit.")
                    .exception();
        }
        return clock.reading();
    }
}
