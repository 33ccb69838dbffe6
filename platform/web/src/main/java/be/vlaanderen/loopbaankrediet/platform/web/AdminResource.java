package be.vlaanderen.loopbaankrediet.platform.web;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Rebuild;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.DeadLetters;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For who runs the service: rebuild its views, see and replay what could not be handled. */
@Path("/admin")
@Tag(name = "admin", description = "For who runs the service.")
@RolesAllowed(Roles.OFFICER)
@Blocking
public class AdminResource {

    private static final String NUMBER = "[0-9]{1,18}";

    private final Rebuild rebuild;
    private final Event<Rebuild.Report> rebuilt;
    private final DeadLetters deadLetters;
    private final EventStore events;
    private final EventNames names;
    private final Looks looks;
    private final Caller caller;

    @Inject
    public AdminResource(
            Rebuild rebuild,
            Event<Rebuild.Report> rebuilt,
            DeadLetters deadLetters,
            EventStore events,
            EventNames names,
            Looks looks,
            Caller caller) {
        this.rebuild = rebuild;
        this.rebuilt = rebuilt;
        this.deadLetters = deadLetters;
        this.events = events;
        this.names = names;
        this.looks = looks;
        this.caller = caller;
    }

    /**
     * @param sequence from 0 within the stream
     * @param fact pinned name of the stored event
     * @param data the event as stored; holds no personal data
     */
    public record Fact(long sequence, String fact, Instant at, Object data) {}

    /** @param next to give as {@code after} to read on; absent on the last page */
    public record History(List<Fact> facts, @Nullable String next) {}

    /** @param handled letters whose message could be handled now */
    public record Replayed(int handled) {}

    /** @param next to give as {@code after} to read on; absent on the last page */
    public record Letters(
            List<DeadLetters.Waiting> deadLetters, @Nullable String next) {}

    @POST
    @Path("/rebuild")
    @Operation(operationId = "rebuild", summary = "Drops the views, replays the event store, compares.")
    @RepeatableByItself
    public Rebuild.Report rebuild() {
        Rebuild.Report report = rebuild.run();
        rebuilt.fire(report);
        return report;
    }

    @GET
    @Path("/dead-letters")
    @Operation(operationId = "deadLetters", summary = "What could not be handled yet, oldest first.")
    public Letters deadLetters(
            @QueryParam("after") @Pattern(regexp = NUMBER, message = Looks.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") @Pattern(regexp = Looks.LIMIT, message = Looks.LIMIT_WRONG) String limit) {
        int most = Integer.parseInt(limit);
        List<DeadLetters.Waiting> found =
                deadLetters.list(after == null || after.isEmpty() ? 0 : Long.parseLong(after), most + 1);
        return found.size() > most
                ? new Letters(
                        found.subList(0, most),
                        String.valueOf(found.get(most - 1).position()))
                : new Letters(found, null);
    }

    @POST
    @Path("/dead-letters/replay")
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Tries everything again that waits, also what is not due yet.")
    @RepeatableByItself
    public Replayed replay() {
        return new Replayed(deadLetters.replay());
    }

    @GET
    @Path("/history/{stream}")
    @Operation(
            operationId = "history",
            summary = "Everything that was decided about one thing (a citizen, a booking, a counsellor), oldest first; "
                    + "as of a day when one is given. The look is noted.")
    public History history(
            @PathParam("stream") @Pattern(regexp = "[0-9A-Za-z-]{1,64}", message = "Geef het kenmerk.") String stream,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("after") @Pattern(regexp = NUMBER, message = Looks.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") @Pattern(regexp = Looks.LIMIT, message = Looks.LIMIT_WRONG) String limit) {
        Instant until = asOf == null || asOf.isEmpty() ? Instant.MAX : Days.end(Days.asked("asOf", asOf));
        long from = after == null || after.isEmpty() ? 0 : Long.parseLong(after) + 1;
        int most = Integer.parseInt(limit);
        looks.note(caller.pseudonym(), stream, Looks.What.HISTORY);
        List<Fact> found = events.read(stream, from).stream()
                .filter(event -> !event.storedAt().isAfter(until))
                .limit(most + 1L)
                .map(this::fact)
                .toList();
        return found.size() > most
                ? new History(found.subList(0, most), String.valueOf(from + most - 1))
                : new History(found, null);
    }

    private Fact fact(StoredEvent event) {
        EventNames.Pinned pinned = names.byClass(event.payload().getClass());
        String name = pinned == null ? event.payload().getClass().getSimpleName() : pinned.name();
        return new Fact(
                event.sequence(), name, event.storedAt(), EventStore.json().valueToTree(event.payload()));
    }
}
