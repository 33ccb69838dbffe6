package be.vlaanderen.loopbaankrediet.payout;

import static be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames.pin;

import be.vlaanderen.loopbaankrediet.payout.batch.Batch;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.budget.Budget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent;
import be.vlaanderen.loopbaankrediet.payout.clawback.Clawbacks;
import be.vlaanderen.loopbaankrediet.payout.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.payout.sponsor.Sponsor;
import be.vlaanderen.loopbaankrediet.payout.sponsor.SponsorEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The pinned names of what this service stores, and the store of each aggregate. */
@ApplicationScoped
class PayoutEventStore {

    @Produces
    @Singleton
    EventNames names() {
        return EventNames.of(
                        BudgetEvent.class,
                        pin("BudgetOpened", 1, BudgetEvent.BudgetOpened.class),
                        pin("BudgetCommitted", 1, BudgetEvent.BudgetCommitted.class),
                        pin("BookingQueued", 1, BudgetEvent.BookingQueued.class),
                        pin("QueueLeft", 1, BudgetEvent.QueueLeft.class),
                        pin("BudgetSettled", 1, BudgetEvent.BudgetSettled.class),
                        pin("CommitmentRaised", 1, BudgetEvent.CommitmentRaised.class),
                        pin("CommitmentsCarriedOut", 1, BudgetEvent.CommitmentsCarriedOut.class),
                        pin("CommitmentsCarriedIn", 1, BudgetEvent.CommitmentsCarriedIn.class),
                        pin("YearClosed", 1, BudgetEvent.YearClosed.class),
                        pin("SettlementCarriedOut", 1, BudgetEvent.SettlementCarriedOut.class),
                        pin("ShareGrown", 1, BudgetEvent.ShareGrown.class),
                        pin("ShareOwed", 1, BudgetEvent.ShareOwed.class),
                        pin("OwedShareFound", 1, BudgetEvent.OwedShareFound.class),
                        pin("OwedShareDropped", 1, BudgetEvent.OwedShareDropped.class),
                        pin("SettlementReversed", 1, BudgetEvent.SettlementReversed.class),
                        pin("BudgetReleased", 1, BudgetEvent.BudgetReleased.class))
                .and(
                        BookingEvent.class,
                        pin("BookingRecorded", 1, BookingEvent.BookingRecorded.class),
                        pin("CoPaymentRecorded", 1, BookingEvent.CoPaymentRecorded.class),
                        pin("LapseRecorded", 1, BookingEvent.LapseRecorded.class),
                        pin("CancellationRecorded", 1, BookingEvent.CancellationRecorded.class),
                        pin("HoursReturnRecorded", 1, BookingEvent.HoursReturnRecorded.class),
                        pin("ClaimReceived", 1, BookingEvent.ClaimReceived.class),
                        pin("SponsorshipRecorded", 1, BookingEvent.SponsorshipRecorded.class),
                        pin("PriceLoweringRecorded", 1, BookingEvent.PriceLoweringRecorded.class),
                        pin("RestorationRecorded", 1, BookingEvent.RestorationRecorded.class),
                        pin("ClaimReleased", 1, BookingEvent.ClaimReleased.class),
                        pin("ClaimKept", 1, BookingEvent.ClaimKept.class),
                        pin("UndueRecorded", 1, BookingEvent.UndueRecorded.class),
                        pin("UndueDropped", 1, BookingEvent.UndueDropped.class),
                        pin("PayoutApproved", 1, BookingEvent.PayoutApproved.class),
                        pin("PayoutRefused", 1, BookingEvent.PayoutRefused.class),
                        pin("PayoutBatched", 1, BookingEvent.PayoutBatched.class),
                        pin("PayoutReturned", 1, BookingEvent.PayoutReturned.class),
                        pin("PayoutSent", 1, BookingEvent.PayoutSent.class),
                        pin("PayoutPaid", 1, BookingEvent.PayoutPaid.class),
                        pin("PayoutRejected", 1, BookingEvent.PayoutRejected.class),
                        pin("PayoutSetOff", 1, BookingEvent.PayoutSetOff.class))
                .and(
                        ClawbackEvent.class,
                        pin("ClawbackAnnounced", 1, ClawbackEvent.ClawbackAnnounced.class),
                        pin("ClawbackAnswered", 1, ClawbackEvent.ClawbackAnswered.class),
                        pin("ClawbackDecided", 1, ClawbackEvent.ClawbackDecided.class),
                        pin("ClawbackSetOff", 1, ClawbackEvent.ClawbackSetOff.class),
                        pin("RepaymentAsked", 1, ClawbackEvent.RepaymentAsked.class),
                        pin("InstalmentsAgreed", 1, ClawbackEvent.InstalmentsAgreed.class),
                        pin("RepaymentReceived", 1, ClawbackEvent.RepaymentReceived.class),
                        pin("ClawbackWrittenOff", 1, ClawbackEvent.ClawbackWrittenOff.class),
                        pin("ClawbackSettled", 1, ClawbackEvent.ClawbackSettled.class))
                .and(
                        CounsellorEvent.class,
                        pin("CounsellorRecorded", 1, CounsellorEvent.CounsellorRecorded.class),
                        pin("VatRegimeRecorded", 1, CounsellorEvent.VatRegimeRecorded.class),
                        pin("RegistrationChanged", 1, CounsellorEvent.RegistrationChanged.class))
                .and(SponsorEvent.class, pin("SponsorPaymentRecorded", 1, SponsorEvent.SponsorPaymentRecorded.class))
                .and(
                        BatchEvent.class,
                        pin("BatchMade", 1, BatchEvent.BatchMade.class),
                        pin("BatchApproved", 1, BatchEvent.BatchApproved.class),
                        pin("BatchHeld", 1, BatchEvent.BatchHeld.class),
                        pin("BatchRefused", 1, BatchEvent.BatchRefused.class),
                        pin("BatchSent", 1, BatchEvent.BatchSent.class));
    }

    @Produces
    @Singleton
    AggregateStore<Budget, BudgetEvent> budgets(EventStore store) {
        return store.aggregates(Budget.AGGREGATE);
    }

    @Produces
    @Singleton
    AggregateStore<BookingAccount, BookingEvent> bookings(EventStore store) {
        return store.aggregates(BookingAccount.AGGREGATE);
    }

    @Produces
    @Singleton
    AggregateStore<Clawbacks, ClawbackEvent> clawbacks(EventStore store) {
        return store.aggregates(Clawbacks.AGGREGATE);
    }

    @Produces
    @Singleton
    AggregateStore<Counsellor, CounsellorEvent> counsellors(EventStore store) {
        return store.aggregates(Counsellor.AGGREGATE);
    }

    @Produces
    @Singleton
    AggregateStore<Sponsor, SponsorEvent> sponsors(EventStore store) {
        return store.aggregates(Sponsor.AGGREGATE);
    }

    @Produces
    @Singleton
    AggregateStore<Batch, BatchEvent> batches(EventStore store) {
        return store.aggregates(Batch.AGGREGATE);
    }
}
