package be.vlaanderen.loopbaankrediet.wallet;

import static be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames.pin;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.Sponsor;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one place where the aggregates of this service meet the event store: pinned names, and who may append what. */
@ApplicationScoped
class WalletEventStore {

    @Produces
    @Singleton
    EventNames names() {
        return EventNames.of(
                        WalletEvent.class,
                        pin("CreditGranted", 1, WalletEvent.CreditGranted.class),
                        pin("BlockReserved", 1, WalletEvent.BlockReserved.class),
                        pin("BookingQueued", 1, WalletEvent.BookingQueued.class),
                        pin("BudgetSecured", 1, WalletEvent.BudgetSecured.class),
                        pin("CoPaymentRequested", 1, WalletEvent.CoPaymentRequested.class),
                        pin("PaymentCancelled", 1, WalletEvent.PaymentCancelled.class),
                        pin("PaymentRestarted", 1, WalletEvent.PaymentRestarted.class),
                        pin("CoPaymentReceived", 1, WalletEvent.CoPaymentReceived.class),
                        pin("SurplusPaymentReceived", 1, WalletEvent.SurplusPaymentReceived.class),
                        pin("CoPaymentSponsored", 1, WalletEvent.CoPaymentSponsored.class),
                        pin("BlockBooked", 1, WalletEvent.BlockBooked.class),
                        pin("PaymentReminded", 1, WalletEvent.PaymentReminded.class),
                        pin("BlockLapsed", 1, WalletEvent.BlockLapsed.class),
                        pin("BlockCancelled", 1, WalletEvent.BlockCancelled.class),
                        pin("RefundOwed", 1, WalletEvent.RefundOwed.class),
                        pin("CoPaymentRefunded", 1, WalletEvent.CoPaymentRefunded.class),
                        pin("GuidanceStarted", 1, WalletEvent.GuidanceStarted.class),
                        pin("BlockGivenUp", 1, WalletEvent.BlockGivenUp.class),
                        pin("UnusedTimeAskedAgain", 1, WalletEvent.UnusedTimeAskedAgain.class),
                        pin("HoursReturned", 1, WalletEvent.HoursReturned.class),
                        pin("PartRefundOwed", 1, WalletEvent.PartRefundOwed.class),
                        pin("PartRefunded", 1, WalletEvent.PartRefunded.class),
                        pin("SessionUndone", 1, WalletEvent.SessionUndone.class),
                        pin("HoursRestored", 1, WalletEvent.HoursRestored.class),
                        pin("CreditRevised", 1, WalletEvent.CreditRevised.class),
                        pin("CoPaymentLowered", 1, WalletEvent.CoPaymentLowered.class),
                        pin("HoursUsed", 1, WalletEvent.HoursUsed.class))
                .and(
                        SponsorEvent.class,
                        pin("SponsorAgreed", 1, SponsorEvent.SponsorAgreed.class),
                        pin("SponsorCodesIssued", 1, SponsorEvent.SponsorCodesIssued.class),
                        pin("SponsorShareReserved", 1, SponsorEvent.SponsorShareReserved.class),
                        pin("SponsorShareOwed", 1, SponsorEvent.SponsorShareOwed.class),
                        pin("SponsorShareReturned", 1, SponsorEvent.SponsorShareReturned.class),
                        pin("SponsorBilled", 1, SponsorEvent.SponsorBilled.class),
                        pin("SponsorBillPaid", 1, SponsorEvent.SponsorBillPaid.class),
                        pin("SponsorAgreementEnded", 1, SponsorEvent.SponsorAgreementEnded.class))
                .and(
                        CounsellorEvent.class,
                        pin("CounsellorBecameBookable", 1, CounsellorEvent.CounsellorBecameBookable.class),
                        pin("CounsellorStopsOn", 1, CounsellorEvent.CounsellorStopsOn.class),
                        pin("CounsellorGone", 1, CounsellorEvent.CounsellorGone.class),
                        pin("CounsellorReturnsOn", 1, CounsellorEvent.CounsellorReturnsOn.class));
    }

    @Produces
    @Singleton
    AggregateStore<Wallet, WalletEvent> wallets(EventStore store) {
        return store.aggregates(Wallet.AGGREGATE);
    }

    @Produces
    @Singleton
    AggregateStore<Sponsor, SponsorEvent> sponsors(EventStore store) {
        return store.aggregates(Sponsor.AGGREGATE);
    }

    @Produces
    @Singleton
    AggregateStore<Counsellor, CounsellorEvent> counsellors(EventStore store) {
        return store.aggregates(Counsellor.AGGREGATE);
    }
}
