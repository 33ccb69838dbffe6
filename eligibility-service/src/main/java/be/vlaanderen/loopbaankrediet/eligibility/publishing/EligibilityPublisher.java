package be.vlaanderen.loopbaankrediet.eligibility.publishing;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.CitizenForgotten;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionPostponed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionProposed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionReviewed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementEstablished;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRefused;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRequested;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRevised;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EvidenceSent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.ObjectionFiled;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.ProposalRejected;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.SourceCorrected;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Reason;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Condition;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Publisher;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the others what was decided; what it was decided on stays here. */
@Singleton
public class EligibilityPublisher implements Publisher {

    record Established(
            UUID citizen,
            UUID request,
            int hours,
            int coPaymentPerHourCents,
            String ruleVersion,
            LocalDate requestedOn,
            Instant establishedAt,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<UUID> employers) {}

    record Refused(
            UUID citizen,
            UUID request,
            List<Condition> failed,
            int workedDays,
            String ruleVersion,
            LocalDate requestedOn,
            Instant refusedAt) {}

    record Revised(
            UUID citizen,
            UUID request,
            int hours,
            int coPaymentPerHourCents,
            String ruleVersion,
            Reason reasonCode,
            Instant revisedAt) {}

    @Override
    public String api() {
        return "eligibility";
    }

    @Override
    public String source() {
        return "eligibility-service";
    }

    @Override
    public Optional<Contract> publish(StoredEvent event) {
        return switch ((EntitlementEvent) event.payload()) {
            case EntitlementEstablished yes ->
                Optional.of(new Contract(
                        "EntitlementEstablished.v1",
                        new Established(
                                yes.citizen(),
                                yes.request(),
                                yes.judgement().hours(),
                                yes.judgement().coPaymentPerHourCents(),
                                yes.judgement().ruleVersion(),
                                yes.requestedOn(),
                                yes.at(),
                                yes.employers())));
            case EntitlementRefused no ->
                Optional.of(new Contract(
                        "EntitlementRefused.v1",
                        new Refused(
                                no.citizen(),
                                no.request(),
                                no.judgement().failed(),
                                no.judgement().workedDays(),
                                no.judgement().ruleVersion(),
                                no.requestedOn(),
                                no.at())));
            case EntitlementRevised revised ->
                Optional.of(new Contract(
                        "EntitlementRevised.v1",
                        new Revised(
                                revised.citizen(),
                                revised.request(),
                                revised.judgement().hours(),
                                revised.judgement().coPaymentPerHourCents(),
                                revised.judgement().ruleVersion(),
                                revised.reasonCode(),
                                revised.at())));
            case EntitlementRequested ignored -> Optional.empty();
            case DecisionPostponed ignored -> Optional.empty();
            case EvidenceSent ignored -> Optional.empty();
            case ObjectionFiled ignored -> Optional.empty();
            case DecisionProposed ignored -> Optional.empty();
            case ProposalRejected ignored -> Optional.empty();
            case DecisionReviewed ignored -> Optional.empty();
            case SourceCorrected ignored -> Optional.empty();
            case CitizenForgotten ignored -> Optional.empty();
        };
    }
}
