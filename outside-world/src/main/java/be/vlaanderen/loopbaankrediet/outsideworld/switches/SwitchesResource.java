package be.vlaanderen.loopbaankrediet.outsideworld.switches;

import be.vlaanderen.loopbaankrediet.outsideworld.Problem;
import be.vlaanderen.loopbaankrediet.outsideworld.Problem.Issue;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns disturbances on and off. */
@Path("/switches")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SwitchesResource {

    private final SwitchBoard board;

    @Inject
    public SwitchesResource(SwitchBoard board) {
        this.board = board;
    }

    @GET
    public Switches read() {
        return board.all();
    }

    @PUT
    public Switches change(@Nullable Switches change) {
        List<Issue> issues = change == null
                ? List.of(Issue.of("body", "", "Zeg welke schakelaar hoe moet staan."))
                : change.issues();
        if (change == null || !issues.isEmpty()) {
            throw Problem.badRequest(issues).exception();
        }
        return board.change(change);
    }
}
