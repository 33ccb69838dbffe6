package be.vlaanderen.loopbaankrediet.providerregistry.publishing;

import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Publisher;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorRegistered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorVatRegimeChanged;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.DossierOpened;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ProofsShown;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What others may know of a counsellor: contracts/events/provider-registry. */
@Singleton
public class CounsellorPublisher implements Publisher {

    record RegisteredMessage(
            UUID counsellor, String route, boolean vatLiable, LocalDate registeredOn, Instant registeredAt) {}

    record VatRegimeChangedMessage(UUID counsellor, boolean vatLiable, LocalDate from, Instant changedAt) {}

    @Override
    public String api() {
        return "provider-registry";
    }

    @Override
    public String source() {
        return "provider-registry-service";
    }

    @Override
    public Optional<Contract> publish(StoredEvent event) {
        return switch ((CounsellorEvent) event.payload()) {
            case CounsellorRegistered registered ->
                Optional.of(new Contract(
                        "CounsellorRegistered.v1",
                        new RegisteredMessage(
                                registered.counsellor(),
                                registered.route().name(),
                                registered.vatLiable(),
                                registered.registeredOn(),
                                registered.at())));
            case CounsellorVatRegimeChanged changed ->
                Optional.of(new Contract(
                        "CounsellorVatRegimeChanged.v1",
                        new VatRegimeChangedMessage(
                                changed.counsellor(), changed.vatLiable(), changed.from(), changed.at())));
            case DossierOpened ignored -> Optional.empty();
            case ProofsShown ignored -> Optional.empty();
        };
    }
}
