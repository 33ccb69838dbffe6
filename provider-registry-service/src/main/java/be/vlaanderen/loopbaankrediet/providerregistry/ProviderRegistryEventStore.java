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
                pin("CounsellorVatRegimeChanged", 1, CounsellorEvent.CounsellorVatRegimeChanged.class),
                pin("CapacityStated", 1, CounsellorEvent.CapacityStated.class),
                pin("TurnoverCounted", 1, CounsellorEvent.TurnoverCounted.class),
                pin("VatThresholdNeared", 1, CounsellorEvent.VatThresholdNeared.class),
                pin("CounsellorWarned", 1, CounsellorEvent.CounsellorWarned.class),
                pin("SanctionAnnounced", 1, CounsellorEvent.SanctionAnnounced.class),
                pin("SanctionAnswered", 1, CounsellorEvent.SanctionAnswered.class),
                pin("SanctionDropped", 1, CounsellorEvent.SanctionDropped.class),
                pin("CounsellorSuspended", 1, CounsellorEvent.CounsellorSuspended.class),
                pin("CounsellorReinstated", 1, CounsellorEvent.CounsellorReinstated.class),
                pin("CounsellorLeft", 1, CounsellorEvent.CounsellorLeft.class),
                pin("ApplicationSubmitted", 1, CounsellorEvent.ApplicationSubmitted.class),
                pin("ApplicationDocumentAdded", 1, CounsellorEvent.ApplicationDocumentAdded.class),
                pin("ApplicationMoreAsked", 1, CounsellorEvent.ApplicationMoreAsked.class),
                pin("EnterpriseCheckAsked", 1, CounsellorEvent.EnterpriseCheckAsked.class),
                pin("EnterpriseChecked", 1, CounsellorEvent.EnterpriseChecked.class),
                pin("ApplicationApproved", 1, CounsellorEvent.ApplicationApproved.class),
                pin("ApplicationRefused", 1, CounsellorEvent.ApplicationRefused.class),
                pin("RenewalAsked", 1, CounsellorEvent.RenewalAsked.class),
                pin("RenewalDocumentAdded", 1, CounsellorEvent.RenewalDocumentAdded.class),
                pin("RenewalApproved", 1, CounsellorEvent.RenewalApproved.class),
                pin("AccountChangeAsked", 1, CounsellorEvent.AccountChangeAsked.class),
                pin("AccountNameChecked", 1, CounsellorEvent.AccountNameChecked.class),
                pin("FirstAccountNameChecked", 1, CounsellorEvent.FirstAccountNameChecked.class),
                pin("AccountNameAccepted", 1, CounsellorEvent.AccountNameAccepted.class),
                pin("AccountChangeConfirmed", 1, CounsellorEvent.AccountChangeConfirmed.class));
    }

    @Produces
    @Singleton
    AggregateStore<Counsellor, CounsellorEvent> counsellors(EventStore store) {
        return store.aggregates(Counsellor.AGGREGATE);
    }
}
