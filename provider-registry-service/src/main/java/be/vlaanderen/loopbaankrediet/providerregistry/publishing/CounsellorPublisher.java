package be.vlaanderen.loopbaankrediet.providerregistry.publishing;

import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Publisher;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CapacityStated;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorLeft;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorRegistered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorReinstated;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorSuspended;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorVatRegimeChanged;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorWarned;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.DossierOpened;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfAccount;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfApplication;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfRenewal;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfTurnover;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ProofsShown;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionAnnounced;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionAnswered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionDropped;
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

    record SuspendedMessage(UUID counsellor, LocalDate from, String reasonCode, Instant suspendedAt) {}

    record ReinstatedMessage(UUID counsellor, LocalDate from, String reasonCode, Instant reinstatedAt) {}

    record LeftMessage(UUID counsellor, LocalDate from, String reasonCode, Instant leftAt) {}

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
            case CounsellorSuspended suspended ->
                Optional.of(new Contract(
                        "CounsellorSuspended.v1",
                        new SuspendedMessage(
                                suspended.counsellor(),
                                suspended.from(),
                                suspended.reasonCode().name(),
                                suspended.at())));
            case CounsellorReinstated reinstated ->
                Optional.of(new Contract(
                        "CounsellorReinstated.v1",
                        new ReinstatedMessage(
                                reinstated.counsellor(),
                                reinstated.from(),
                                reinstated.reasonCode().name(),
                                reinstated.at())));
            case CounsellorLeft left ->
                Optional.of(new Contract(
                        "CounsellorLeft.v1",
                        new LeftMessage(
                                left.counsellor(),
                                left.from(),
                                left.reasonCode().name(),
                                left.at())));
            // between the counsellor and the officer
            case OfTurnover ignored -> Optional.empty();
            case OfRenewal ignored -> Optional.empty();
            case OfAccount ignored -> Optional.empty();
            case OfApplication ignored -> Optional.empty();
            case CounsellorWarned ignored -> Optional.empty();
            case SanctionAnnounced ignored -> Optional.empty();
            case SanctionAnswered ignored -> Optional.empty();
            case SanctionDropped ignored -> Optional.empty();
            case DossierOpened ignored -> Optional.empty();
            case ProofsShown ignored -> Optional.empty();
            case CapacityStated ignored -> Optional.empty();
        };
    }
}
