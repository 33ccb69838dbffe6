package be.vlaanderen.loopbaankrediet.sessionclaims;

import static be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames.pin;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.citizen.Citizen;
import be.vlaanderen.loopbaankrediet.sessionclaims.citizen.CitizenEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.Complaint;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.Review;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one place of wiring: pinned event names and the aggregate. */
@ApplicationScoped
class SessionClaimsEventStore {

    @Produces
    @Singleton
    EventNames names() {
        return EventNames.of(
                        BlockEvent.class,
                        pin("BlockOpened", 1, BlockEvent.BlockOpened.class),
                        pin("BlockClosed", 1, BlockEvent.BlockClosed.class),
                        pin("UnusedTimeReleased", 1, BlockEvent.UnusedTimeReleased.class),
                        pin("UnusedTimeTold", 1, BlockEvent.UnusedTimeTold.class),
                        pin("SessionRegistered", 1, BlockEvent.SessionRegistered.class),
                        pin("SessionConfirmed", 1, BlockEvent.SessionConfirmed.class),
                        pin("SessionDisputed", 1, BlockEvent.SessionDisputed.class),
                        pin("SessionWithdrawn", 1, BlockEvent.SessionWithdrawn.class),
                        pin("ClaimSubmitted", 1, BlockEvent.ClaimSubmitted.class),
                        pin("ClaimWithdrawalAsked", 1, BlockEvent.ClaimWithdrawalAsked.class),
                        pin("ClaimReleased", 1, BlockEvent.ClaimReleased.class),
                        pin("ClaimKept", 1, BlockEvent.ClaimKept.class),
                        pin("ClaimRefused", 1, BlockEvent.ClaimRefused.class),
                        pin("AgreementRecorded", 1, BlockEvent.AgreementRecorded.class),
                        pin("AgreementAccepted", 1, BlockEvent.AgreementAccepted.class),
                        pin("PlanHandedOver", 1, BlockEvent.PlanHandedOver.class),
                        pin("PlanAttested", 1, BlockEvent.PlanAttested.class),
                        pin("GuidanceCompleted", 1, BlockEvent.GuidanceCompleted.class),
                        pin("SurveyAnswered", 1, BlockEvent.SurveyAnswered.class),
                        pin("SessionFoundUndue", 1, BlockEvent.SessionFoundUndue.class))
                .and(
                        ComplaintEvent.class,
                        pin("ComplaintFiled", 1, ComplaintEvent.ComplaintFiled.class),
                        pin("ComplaintAnswered", 1, ComplaintEvent.ComplaintAnswered.class),
                        pin("ComplaintDecided", 1, ComplaintEvent.ComplaintDecided.class))
                .and(
                        ReviewEvent.class,
                        pin("ReviewOpened", 1, ReviewEvent.ReviewOpened.class),
                        pin("DossierChecked", 1, ReviewEvent.DossierChecked.class),
                        pin("ReviewClosed", 1, ReviewEvent.ReviewClosed.class))
                .and(
                        CounsellorEvent.class,
                        pin("CounsellorRecorded", 1, CounsellorEvent.CounsellorRecorded.class),
                        pin("RegistrationChanged", 1, CounsellorEvent.RegistrationChanged.class))
                .and(CitizenEvent.class, pin("EmployersRecorded", 1, CitizenEvent.EmployersRecorded.class));
    }

    @Produces
    @Singleton
    AggregateStore<Block, BlockEvent> blocks(EventStore store) {
        return store.aggregates(Block.AGGREGATE);
    }

    @Produces
    @Singleton
    AggregateStore<Counsellor, CounsellorEvent> counsellors(EventStore store) {
        return store.aggregates(Counsellor.AGGREGATE);
    }

    @Produces
    @Singleton
    AggregateStore<Citizen, CitizenEvent> citizens(EventStore store) {
        return store.aggregates(Citizen.AGGREGATE);
    }

    @Produces
    @Singleton
    AggregateStore<Complaint, ComplaintEvent> complaints(EventStore store) {
        return store.aggregates(Complaint.AGGREGATE);
    }

    @Produces
    @Singleton
    AggregateStore<Review, ReviewEvent> reviews(EventStore store) {
        return store.aggregates(Review.AGGREGATE);
    }
}
