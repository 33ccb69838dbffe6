package be.vlaanderen.loopbaankrediet.eligibility;

import static be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames.pin;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What lies in the event store of this service, under which names. */
@ApplicationScoped
class EligibilityEventStore {

    @Produces
    @Singleton
    EventNames names() {
        return EventNames.of(
                EntitlementEvent.class,
                pin("EntitlementRequested", 1, EntitlementEvent.EntitlementRequested.class),
                pin("DecisionPostponed", 1, EntitlementEvent.DecisionPostponed.class),
                pin("EntitlementEstablished", 1, EntitlementEvent.EntitlementEstablished.class),
                pin("EntitlementRefused", 1, EntitlementEvent.EntitlementRefused.class));
    }

    @Produces
    @Singleton
    AggregateStore<Entitlement, EntitlementEvent> entitlements(EventStore store) {
        return store.aggregates(Entitlement.AGGREGATE);
    }
}
