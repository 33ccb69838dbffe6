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
                pin("EntitlementRefused", 1, EntitlementEvent.EntitlementRefused.class),
                pin("EntitlementRevised", 1, EntitlementEvent.EntitlementRevised.class),
                pin("EvidenceSent", 1, EntitlementEvent.EvidenceSent.class),
                pin("ObjectionFiled", 1, EntitlementEvent.ObjectionFiled.class),
                pin("DecisionProposed", 1, EntitlementEvent.DecisionProposed.class),
                pin("ProposalRejected", 1, EntitlementEvent.ProposalRejected.class),
                pin("DecisionReviewed", 1, EntitlementEvent.DecisionReviewed.class),
                pin("SourceCorrected", 1, EntitlementEvent.SourceCorrected.class),
                pin("CitizenForgotten", 1, EntitlementEvent.CitizenForgotten.class));
    }

    @Produces
    @Singleton
    AggregateStore<Entitlement, EntitlementEvent> entitlements(EventStore store) {
        return store.aggregates(Entitlement.AGGREGATE);
    }
}
