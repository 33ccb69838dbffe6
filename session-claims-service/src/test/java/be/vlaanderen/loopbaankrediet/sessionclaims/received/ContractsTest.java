package be.vlaanderen.loopbaankrediet.sessionclaims.received;

import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimedSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Mode;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Theme;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.open.CloseBlock;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.open.OpenBlock;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.open.ReleaseUnusedTime;
import be.vlaanderen.loopbaankrediet.sessionclaims.citizen.CitizenEvent.EmployersRecorded;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintAnswered;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintDecided;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintFiled;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintKind;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintOutcome;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintReason;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent.CounsellorRecorded;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent.RegistrationChanged;
import be.vlaanderen.loopbaankrediet.sessionclaims.publishing.SessionPublisher;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContractsTest {

    private static final UUID ID = UUID.fromString("7d9f3a10-1b2c-4d3e-8f40-5a6b7c8d9e01");
    private static final Instant AT = Instant.parse("2027-03-08T13:00:00Z");

    private final SessionPublisher publisher = new SessionPublisher();

    @Test
    void what_is_published_keeps_its_promise() {
        published(
                new BlockEvent.SessionRegistered(
                        ID, ID, ID, ID, AT, AT.plusSeconds(3600), 2, Mode.WALKING, List.of(Theme.OTHER), AT),
                "SessionRegistered.v1");
        published(new BlockEvent.SessionConfirmed(ID, ID, ID, ID, 2, true, AT), "SessionConfirmed.v1");
        published(new BlockEvent.SessionDisputed(ID, ID, ID, ID, AT), "SessionDisputed.v1");
        published(
                new BlockEvent.ClaimSubmitted(
                        ID, ID, ID, ID, List.of(new ClaimedSession(ID, LocalDate.of(2027, 3, 8), 2)), 2, AT),
                "ClaimSubmitted.v1");
        published(new BlockEvent.SessionWithdrawn(ID, ID, ID, ID, AT), "SessionWithdrawn.v1");
        published(new BlockEvent.UnusedTimeReleased(ID, ID, ID, 2, AT), "UnusedTimeReleased.v1");
        published(new BlockEvent.UnusedTimeTold(ID, ID, ID, 2, AT, AT), "UnusedTimeReleased.v1");
        published(new BlockEvent.ClaimWithdrawalAsked(ID, ID, ID, ID, ID, AT), "ClaimWithdrawalAsked.v1");
        published(new BlockEvent.PlanAttested(ID, ID, ID, AT), "PlanAttested.v1");
        published(new BlockEvent.GuidanceCompleted(ID, ID, ID, List.of(Theme.OTHER), AT), "GuidanceCompleted.v1");
        published(new BlockEvent.SurveyAnswered(ID, ID, Collections.nCopies(11, 8), true, AT), "SurveyAnswered.v1");
        for (UUID claim : new UUID[] {null, ID}) {
            published(
                    new BlockEvent.SessionFoundUndue(
                            ID,
                            ID,
                            ID,
                            ID,
                            claim,
                            1,
                            true,
                            BlockEvent.Origin.INSPECTION,
                            ID,
                            BlockEvent.UndueReason.NOT_DELIVERED,
                            AT),
                    "SessionFoundUndue.v1");
        }
    }

    @Test
    void what_is_published_of_complaints_keeps_its_promise() {
        for (UUID about : new UUID[] {null, ID}) {
            published(new ComplaintFiled(ID, ComplaintKind.RIGHT, ID, about, null, about, AT), "ComplaintFiled.v1");
            published(
                    new ComplaintDecided(
                            ID,
                            ComplaintKind.RIGHT,
                            ComplaintOutcome.UNFOUNDED,
                            ComplaintReason.NOT_SHOWN,
                            ID,
                            about,
                            about,
                            "a1b2",
                            AT),
                    "ComplaintDecided.v1");
        }
    }

    @Test
    void what_is_published_of_reviews_keeps_its_promise() {
        LocalDate day = LocalDate.of(2027, 3, 8);
        for (ReviewEvent.ReviewKind kind : ReviewEvent.ReviewKind.values()) {
            published(
                    new ReviewEvent.ReviewOpened(ID, kind, ID, day, day, null, 1, List.of(ID), 21, 20, null, AT),
                    "ReviewOpened.v1");
            for (ReviewEvent.ReviewOutcome outcome : ReviewEvent.ReviewOutcome.values()) {
                published(
                        new ReviewEvent.ReviewClosed(
                                ID, kind, ID, outcome, ReviewEvent.ReviewReason.EXPLAINED, "a1b2", AT),
                        "ReviewClosed.v1");
            }
        }
    }

    @Test
    void what_others_told_or_nobody_needs_is_not_published() {
        assertEquals(
                Optional.empty(),
                publisher.publish(stored(new BlockEvent.BlockOpened(ID, ID, ID, "K7WQ2MHN", 4, 5000, AT))));
        for (Object event : List.of(
                new BlockEvent.BlockClosed(ID, ID, AT),
                new BlockEvent.ClaimReleased(ID, ID, ID, AT),
                new BlockEvent.ClaimKept(ID, ID, ID, "PAID", AT),
                new BlockEvent.AgreementRecorded(ID, ID, ID, List.of(Theme.OTHER), AT),
                new BlockEvent.AgreementAccepted(ID, ID, ID, AT),
                new BlockEvent.PlanHandedOver(ID, ID, ID, AT),
                new ComplaintAnswered(ID, ID, AT),
                new CounsellorRecorded(ID, LocalDate.of(2027, 1, 4), AT))) {
            assertEquals(Optional.empty(), publisher.publish(stored(event)));
        }
    }

    @Test
    void the_samples_keep_the_promise_of_their_schema() {
        for (String type : List.of(
                "SessionRegistered.v1",
                "SessionConfirmed.v1",
                "SessionDisputed.v1",
                "ClaimSubmitted.v1",
                "SessionWithdrawn.v1",
                "UnusedTimeReleased.v1",
                "ClaimWithdrawalAsked.v1",
                "PlanAttested.v1",
                "GuidanceCompleted.v1",
                "SurveyAnswered.v1",
                "SessionFoundUndue.v1",
                "ComplaintFiled.v1",
                "ComplaintDecided.v1",
                "ReviewOpened.v1",
                "ReviewClosed.v1")) {
            Contracts.sample("session-claims", type);
        }
    }

    @Test
    void what_the_wallet_promises_can_be_read() {
        OpenBlock open = WhenBlockBookedThenOpenBlock.command(Contracts.sample("wallet", "BlockBooked.v1"));
        assertEquals(4, open.halfHours());
        for (Object value :
                new Object[] {open.booking(), open.wallet(), open.counsellor(), open.code(), open.paidAt()}) {
            assertEquals(true, value != null);
        }
        CloseBlock close = WhenBlockCancelledThenCloseBlock.command(Contracts.sample("wallet", "BlockCancelled.v1"));
        assertEquals(open.booking(), close.booking());
        assertEquals(true, close.at() != null && close.wallet() != null);
        ReleaseUnusedTime release = WhenBlockGivenUpThenReleaseUnusedTime.command(
                Contracts.sample("wallet", "BlockGivenUp.v1"), Instant.EPOCH);
        assertEquals(open.booking(), release.booking());
        assertEquals(true, release.givenUpAt() != null && release.wallet() != null);
        assertEquals(Instant.EPOCH, release.at());
    }

    @Test
    void what_eligibility_promises_can_be_read_also_without_employers() {
        var follower = new WhenEntitlementEstablishedThenRecordEmployers(null);
        Message told = Contracts.sampleFor(follower);
        EmployersRecorded read = WhenEntitlementEstablishedThenRecordEmployers.read(told);
        assertEquals(2, read.employers().size());
        assertEquals(true, read.wallet() != null && read.at() != null);
        assertEquals(Optional.empty(), publisher.publish(stored(read)));
        String before = told.data().replaceAll(",\\s*\"employers\": \\[[^]]*]", "");
        Contracts.assertConforms("eligibility", told.type(), before);
        Message old = new Message(told.id(), told.topic(), told.type(), told.key(), told.time(), before);
        assertEquals(
                List.of(),
                WhenEntitlementEstablishedThenRecordEmployers.read(old).employers());
    }

    @Test
    void a_refused_claim_can_be_read() {
        var read = Contracts.sample("payout", "PayoutRefused.v1")
                .as(WhenPayoutAnswersThenCorrect.Refused.class)
                .command();
        assertEquals(true, read.claim() != null && read.at() != null);
        assertEquals(List.of(BlockEvent.FailedCheck.COUNSELLOR_NOT_REGISTERED), read.failed());
        assertEquals(2, read.neverPaid().size());
    }

    @Test
    void what_the_provider_registry_promises_can_be_read() {
        AggregateStore<Counsellor, CounsellorEvent> none = null;
        List<FromProviderRegistry.Follower> followers = List.of(
                new FromProviderRegistry.WhenCounsellorRegisteredThenRecord(none),
                new FromProviderRegistry.WhenCounsellorSuspendedThenRecord(none),
                new FromProviderRegistry.WhenCounsellorReinstatedThenRecord(none),
                new FromProviderRegistry.WhenCounsellorLeftThenRecord(none));
        List<CounsellorEvent> read = followers.stream()
                .map(follower -> follower.read(Contracts.sampleFor(follower)))
                .toList();
        assertEquals(true, read.getFirst() instanceof CounsellorRecorded recorded && recorded.registeredOn() != null);
        assertEquals(
                List.of(false, true, false),
                read.stream()
                        .skip(1)
                        .map(RegistrationChanged.class::cast)
                        .map(RegistrationChanged::registered)
                        .toList());
    }

    private void published(Object event, String type) {
        var contract = publisher.publish(stored(event)).orElseThrow();
        assertEquals(type, contract.type());
        Contracts.publishes(publisher, contract);
    }

    private static StoredEvent stored(Object event) {
        return new StoredEvent("an-id", ID.toString(), 0, event, AT);
    }
}
