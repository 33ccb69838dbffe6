package be.vlaanderen.loopbaankrediet.eligibility.entitlement;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionPostponed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementEstablished;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRefused;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRequested;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one citizen asked and got. At most one request is open, and at most one is ever established: six hours for a career (CN 2.1).
 *
 * @param refused requests that were answered with no
 */
public record Entitlement(@Nullable Open open, @Nullable UUID established, Set<UUID> refused) {

    public static final Entitlement EMPTY = new Entitlement(null, null, Set.of());

    public static final Aggregate<Entitlement, EntitlementEvent> AGGREGATE =
            new Aggregate<>("Entitlement", EMPTY, Entitlement::evolve);

    /**
     * A request that waits for its decision.
     *
     * @param attempts times that a source was silent
     */
    public record Open(UUID request, LocalDate requestedOn, int attempts) {}

    public Entitlement evolve(EntitlementEvent event) {
        return switch (event) {
            case EntitlementRequested asked ->
                new Entitlement(new Open(asked.request(), asked.requestedOn(), 0), established, refused);
            case DecisionPostponed postponed
            when open != null ->
                new Entitlement(
                        new Open(open.request(), open.requestedOn(), postponed.attempt()), established, refused);
            case DecisionPostponed ignored -> this;
            case EntitlementEstablished yes -> new Entitlement(null, yes.request(), refused);
            case EntitlementRefused no -> new Entitlement(null, established, with(no.request()));
        };
    }

    /** The request is open, and so can be answered. */
    public @Nullable Open open(UUID request) {
        return open != null && open.request().equals(request) ? open : null;
    }

    /** The request whose answer is the answer to this one: itself when it was judged, else the right held or the request under way. */
    public UUID answering(UUID request) {
        if (established != null && !refused.contains(request)) {
            return established;
        }
        return open != null && !refused.contains(request) ? open.request() : request;
    }

    private Set<UUID> with(UUID request) {
        Set<UUID> all = new HashSet<>(refused);
        all.add(request);
        return Set.copyOf(all);
    }
}
