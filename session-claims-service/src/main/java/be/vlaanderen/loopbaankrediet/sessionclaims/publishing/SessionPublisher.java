package be.vlaanderen.loopbaankrediet.sessionclaims.publishing;

import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Publisher;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.AgreementAccepted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.AgreementRecorded;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockClosed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimKept;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimRefused;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimReleased;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimSubmitted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimWithdrawalAsked;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.GuidanceCompleted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.PlanAttested;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.PlanHandedOver;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionConfirmed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionDisputed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionFoundUndue;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionRegistered;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionWithdrawn;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SurveyAnswered;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.UnusedTimeReleased;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.UnusedTimeTold;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintAnswered;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintDecided;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintFiled;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.DossierChecked;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewClosed;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewOpened;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others may know of sessions and claims: contracts/events/session-claims. */
@Singleton
public class SessionPublisher implements Publisher {

    record Registered(
            UUID session,
            UUID booking,
            UUID wallet,
            UUID counsellor,
            Instant startedAt,
            Instant endedAt,
            int halfHours,
            String mode,
            List<String> themes,
            Instant registeredAt) {}

    record Confirmed(
            UUID session,
            UUID booking,
            UUID wallet,
            UUID counsellor,
            int halfHours,
            boolean silent,
            Instant confirmedAt) {}

    record Disputed(UUID session, UUID booking, UUID wallet, UUID counsellor, Instant disputedAt) {}

    record Withdrawn(UUID session, UUID booking, UUID wallet, UUID counsellor, Instant withdrawnAt) {}

    record Released(UUID booking, UUID wallet, UUID counsellor, int halfHours, Instant givenUpAt, Instant releasedAt) {}

    record WithdrawalAsked(UUID claim, UUID booking, UUID wallet, UUID counsellor, UUID session, Instant askedAt) {}

    record Attested(UUID booking, UUID wallet, UUID counsellor, Instant attestedAt) {}

    record Completed(UUID booking, UUID wallet, UUID counsellor, List<String> themes, Instant completedAt) {}

    record Surveyed(
            UUID booking, UUID counsellor, List<Integer> scores, boolean questionAnswered, Instant answeredAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FoundUndue(
            UUID session,
            UUID booking,
            UUID wallet,
            UUID counsellor,
            @Nullable UUID claim,
            int halfHours,
            boolean hoursReturn,
            String origin,
            UUID review,
            String reasonCode,
            Instant foundAt) {}

    record Claimed(UUID session, LocalDate deliveredOn, int halfHours) {}

    record Submitted(
            UUID claim,
            UUID booking,
            UUID wallet,
            UUID counsellor,
            List<Claimed> sessions,
            int halfHours,
            Instant submittedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Filed(
            UUID complaint,
            String kind,
            UUID wallet,
            @Nullable UUID booking,
            @Nullable UUID counsellor,
            Instant filedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decided(
            UUID complaint,
            String kind,
            String outcome,
            UUID wallet,
            @Nullable UUID booking,
            @Nullable UUID counsellor,
            Instant decidedAt) {}

    record Opened(UUID review, String kind, UUID counsellor, Instant openedAt) {}

    record Closed(UUID review, String kind, UUID counsellor, String outcome, Instant closedAt) {}

    @Override
    public String api() {
        return "session-claims";
    }

    @Override
    public String source() {
        return "session-claims-service";
    }

    @Override
    public Optional<Contract> publish(StoredEvent event) {
        return switch (event.payload()) {
            case BlockEvent of -> publish(of);
            case ComplaintEvent of -> publish(of);
            case ReviewEvent of -> publish(of);
            default -> Optional.empty();
        };
    }

    private static Optional<Contract> publish(ReviewEvent event) {
        return switch (event) {
            case ReviewOpened e ->
                Optional.of(new Contract(
                        "ReviewOpened.v1", new Opened(e.review(), e.kind().name(), e.counsellor(), e.at())));
            case ReviewClosed e ->
                Optional.of(new Contract(
                        "ReviewClosed.v1",
                        new Closed(
                                e.review(),
                                e.kind().name(),
                                e.counsellor(),
                                e.outcome().name(),
                                e.at())));
            case DossierChecked _ -> Optional.empty();
        };
    }

    private static Optional<Contract> publish(ComplaintEvent event) {
        return switch (event) {
            case ComplaintFiled e ->
                Optional.of(new Contract(
                        "ComplaintFiled.v1",
                        new Filed(e.complaint(), e.kind().name(), e.wallet(), e.booking(), e.counsellor(), e.at())));
            case ComplaintDecided e ->
                Optional.of(new Contract(
                        "ComplaintDecided.v1",
                        new Decided(
                                e.complaint(),
                                e.kind().name(),
                                e.outcome().name(),
                                e.wallet(),
                                e.booking(),
                                e.counsellor(),
                                e.at())));
            case ComplaintAnswered _ -> Optional.empty();
        };
    }

    private static Optional<Contract> publish(BlockEvent event) {
        return switch (event) {
            case SessionRegistered e ->
                Optional.of(new Contract(
                        "SessionRegistered.v1",
                        new Registered(
                                e.session(),
                                e.booking(),
                                e.wallet(),
                                e.counsellor(),
                                e.startedAt(),
                                e.endedAt(),
                                e.halfHours(),
                                e.mode().name(),
                                e.themes().stream().map(Enum::name).toList(),
                                e.at())));
            case SessionConfirmed e ->
                Optional.of(new Contract(
                        "SessionConfirmed.v1",
                        new Confirmed(
                                e.session(),
                                e.booking(),
                                e.wallet(),
                                e.counsellor(),
                                e.halfHours(),
                                e.silent(),
                                e.at())));
            case SessionDisputed e ->
                Optional.of(new Contract(
                        "SessionDisputed.v1",
                        new Disputed(e.session(), e.booking(), e.wallet(), e.counsellor(), e.at())));
            case ClaimSubmitted e ->
                Optional.of(new Contract(
                        "ClaimSubmitted.v1",
                        new Submitted(
                                e.claim(),
                                e.booking(),
                                e.wallet(),
                                e.counsellor(),
                                e.sessions().stream()
                                        .map(each -> new Claimed(each.session(), each.deliveredOn(), each.halfHours()))
                                        .toList(),
                                e.halfHours(),
                                e.at())));
            case SessionWithdrawn e ->
                Optional.of(new Contract(
                        "SessionWithdrawn.v1",
                        new Withdrawn(e.session(), e.booking(), e.wallet(), e.counsellor(), e.at())));
            case UnusedTimeReleased e ->
                Optional.of(new Contract(
                        "UnusedTimeReleased.v1",
                        new Released(e.booking(), e.wallet(), e.counsellor(), e.halfHours(), e.at(), e.at())));
            case UnusedTimeTold e ->
                Optional.of(new Contract(
                        "UnusedTimeReleased.v1",
                        new Released(e.booking(), e.wallet(), e.counsellor(), e.halfHours(), e.givenUpAt(), e.at())));
            case ClaimWithdrawalAsked e ->
                Optional.of(new Contract(
                        "ClaimWithdrawalAsked.v1",
                        new WithdrawalAsked(e.claim(), e.booking(), e.wallet(), e.counsellor(), e.session(), e.at())));
            case PlanAttested e ->
                Optional.of(
                        new Contract("PlanAttested.v1", new Attested(e.booking(), e.wallet(), e.counsellor(), e.at())));
            case GuidanceCompleted e ->
                Optional.of(new Contract(
                        "GuidanceCompleted.v1",
                        new Completed(
                                e.booking(),
                                e.wallet(),
                                e.counsellor(),
                                e.themes().stream().map(Enum::name).toList(),
                                e.at())));
            case SurveyAnswered e ->
                Optional.of(new Contract(
                        "SurveyAnswered.v1",
                        new Surveyed(e.booking(), e.counsellor(), e.scores(), e.questionAnswered(), e.at())));
            case SessionFoundUndue e ->
                Optional.of(new Contract(
                        "SessionFoundUndue.v1",
                        new FoundUndue(
                                e.session(),
                                e.booking(),
                                e.wallet(),
                                e.counsellor(),
                                e.claim(),
                                e.halfHours(),
                                e.hoursReturn(),
                                e.origin().name(),
                                e.review(),
                                e.reasonCode().name(),
                                e.at())));
            case BlockOpened _,
                    BlockClosed _,
                    ClaimReleased _,
                    ClaimKept _,
                    ClaimRefused _,
                    AgreementRecorded _,
                    AgreementAccepted _,
                    PlanHandedOver _ -> Optional.empty();
        };
    }
}
