package be.vlaanderen.loopbaankrediet.providerregistry;

import static be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames.pin;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one place of wiring: pinned event names and the aggregate. */
@ApplicationScoped
class ProviderRegistryEventStore {

    @Produces
    @Singleton
    EventNames names() {
        return EventNames.of(
                CounsellorEvent.class,
                pin("DossierOpened", 1, CounsellorEvent.DossierOpened.class),
                pin("ProofsShown", 1, CounsellorEvent.ProofsShown.class),
                pin("CounsellorRegistered", 1, CounsellorEvent.CounsellorRegistered.class),
                pin("CounsellorVatRegimeChanged", 1, CounsellorEvent.CounsellorVatRegimeChanged.class));
    }

    @Produces
    @Singleton
    AggregateStore<Counsellor, CounsellorEvent> counsellors(EventStore store) {
        return store.aggregates(Counsellor.AGGREGATE);
    }
}
