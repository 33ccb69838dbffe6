package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.RouteRules.Way;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules that people want to know before they begin, so that no screen tells them by heart. */
@Path("/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rules")
public class RulesResource {

    /**
     * Reasons that a decision can have.
     *
     * @param against to ask for more, refuse, or sanction
     * @param inFavour to drop or end a sanction, or accept an account
     * @param renewal to ask to show the conditions again
     */
    public record Reasons(List<Reason> against, List<Reason> inFavour, List<Reason> renewal) {}

    public record Rules(List<Way> routes, Reasons reasons) {}

    private static final Rules RULES = new Rules(
            RouteRules.ways(),
            new Reasons(such(Reason::isAgainst), such(Reason::isInFavour), such(Reason::isForRenewal)));

    @GET
    @PermitAll
    @SecurityRequirementsSet
    @Operation(
            operationId = "getRules",
            summary = "What each route to registration asks, and which reasons decisions can have; no login needed")
    @APIResponse(responseCode = "200", description = "OK")
    public Rules rules() {
        return RULES;
    }

    private static List<Reason> such(Predicate<Reason> fit) {
        return Stream.of(Reason.values()).filter(fit).toList();
    }
}
