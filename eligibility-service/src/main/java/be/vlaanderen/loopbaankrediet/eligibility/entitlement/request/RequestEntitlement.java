package be.vlaanderen.loopbaankrediet.eligibility.entitlement.request;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRequested;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementRefusal;
import be.vlaanderen.loopbaankrediet.eligibility.rules.RuleSets;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A citizen asks for the career credit.
 *
 * @param requestedOn day in Brussels
 */
public record RequestEntitlement(UUID citizen, UUID request, LocalDate requestedOn, Instant at) {

    /** Who holds the right, or has a request under way, asks nothing new; who was refused is judged anew. */
    public static Decision<EntitlementEvent> decide(Entitlement entitlement, RequestEntitlement command) {
        boolean known = entitlement.find(command.request()) != null;
        if (known || entitlement.established() != null || entitlement.open() != null) {
            return Decision.nothing();
        }
        if (RuleSets.on(command.requestedOn()).isEmpty()) {
            return Decision.refused(EntitlementRefusal.NOT_OPEN_YET, Map.of("opensOn", RuleSets.FIRST_DAY));
        }
        return Decision.of(
                new EntitlementRequested(command.citizen(), command.request(), command.requestedOn(), command.at()));
    }
}
