package be.vlaanderen.loopbaankrediet.providerregistry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorLeft;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorRegistered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorReinstated;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorSuspended;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorVatRegimeChanged;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.DossierOpened;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ProofsShown;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Route;
import be.vlaanderen.loopbaankrediet.providerregistry.publishing.CounsellorPublisher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContractsTest {

    private static final UUID ID = UUID.fromString("3f0c1d52-7a64-4a6e-9d0b-5c1f2b7e8a10");
    private static final Instant AT = Instant.parse("2027-01-04T09:00:00Z");

    private final CounsellorPublisher publisher = new CounsellorPublisher();

    @Test
    void what_is_published_keeps_its_promise() {
        published(
                new CounsellorRegistered(ID, Route.R2, false, LocalDate.of(2027, 1, 4), AT), "CounsellorRegistered.v1");
        published(
                new CounsellorVatRegimeChanged(ID, true, LocalDate.of(2027, 2, 1), AT),
                "CounsellorVatRegimeChanged.v1");
        LocalDate from = LocalDate.of(2027, 2, 1);
        published(new CounsellorSuspended(ID, ID, from, Reason.POOR_QUALITY, "officer", AT), "CounsellorSuspended.v1");
        published(new CounsellorReinstated(ID, ID, from, Reason.REMEDIED, "officer", AT), "CounsellorReinstated.v1");
        published(new CounsellorLeft(ID, null, from, Reason.OWN_WISH, null, AT), "CounsellorLeft.v1");
    }

    @Test
    void the_dossier_itself_is_not_published() {
        assertEquals(
                Optional.empty(),
                publisher.publish(stored(new DossierOpened(ID, Route.R3, null, List.of(), true, AT))));
        assertEquals(Optional.empty(), publisher.publish(stored(new ProofsShown(ID, List.of(), AT))));
    }

    @Test
    void the_samples_keep_the_promise_of_their_schema() {
        Contracts.sample("provider-registry", "CounsellorRegistered.v1");
        Contracts.sample("provider-registry", "CounsellorVatRegimeChanged.v1");
        Contracts.sample("provider-registry", "CounsellorSuspended.v1");
        Contracts.sample("provider-registry", "CounsellorReinstated.v1");
        Contracts.sample("provider-registry", "CounsellorLeft.v1");
    }

    private void published(CounsellorEvent event, String type) {
        var contract = publisher.publish(stored(event)).orElseThrow();
        assertEquals(type, contract.type());
        Contracts.publishes(publisher, contract);
    }

    private static StoredEvent stored(CounsellorEvent event) {
        return new StoredEvent("an-id", ID.toString(), 0, event, AT);
    }
}
