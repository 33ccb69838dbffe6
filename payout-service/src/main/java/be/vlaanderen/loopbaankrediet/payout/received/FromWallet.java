package be.vlaanderen.loopbaankrediet.payout.received;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.BookingRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.CancellationRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.CoPaymentRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.HoursReturnRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.LapseRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PriceLoweringRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.RestorationRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.SponsorshipRecorded;
import be.vlaanderen.loopbaankrediet.payout.desk.BudgetDesk;
import be.vlaanderen.loopbaankrediet.payout.sponsor.Sponsor;
import be.vlaanderen.loopbaankrediet.payout.sponsor.SponsorEvent;
import be.vlaanderen.loopbaankrediet.payout.sponsor.SponsorEvent.SponsorPaymentRecorded;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.messaging.NotYet;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * What wallet-service says of bookings. All messages of a booking have the key of its wallet, so they come in order: one whose reservation
 * is missing is strange, waits, and is shown to a person if the reservation never comes.
 */
final class FromWallet {

    private static final String API = "wallet";

    private FromWallet() {}

    record BlockReserved(
            UUID wallet, UUID booking, UUID counsellor, int halfHours, long coPaymentCents, Instant reservedAt) {}

    record CoPaymentReceived(UUID booking, long amountCents, Instant receivedAt) {}

    record CoPaymentSponsored(UUID booking, UUID sponsor, long amountCents, Instant sponsoredAt) {}

    record CoPaymentLowered(UUID booking, long coPaymentCents, long refundCents, long sponsorRefundCents) {}

    record BlockLapsed(UUID booking) {}

    /** @param sponsorRefundCents 0 when the message does not say */
    record BlockCancelled(UUID booking, long refundCents, long sponsorRefundCents) {}

    record HoursReturned(UUID booking, int halfHours, long refundCents, long sponsorRefundCents) {}

    /** @param claimRefused false when the message does not say: then it is about a clawback */
    record HoursRestored(
            UUID booking,
            UUID clawback,
            int halfHours,
            long refundCents,
            long sponsorRefundCents,
            boolean claimRefused) {}

    record SponsorBillPaid(UUID sponsor, UUID bill, long amountCents, Instant paidAt) {}

    /** Records on the account of a booking. */
    @Singleton
    static class Accounts {

        private final AggregateStore<BookingAccount, BookingEvent> bookings;
        private final BudgetDesk budgets;
        private final Clock clock;

        @Inject
        Accounts(AggregateStore<BookingAccount, BookingEvent> bookings, BudgetDesk budgets, Clock clock) {
            this.bookings = bookings;
            this.budgets = budgets;
            this.clock = clock;
        }

        /** What is recorded first makes the booking known, and asks for its budget. */
        void reserve(BlockReserved said) {
            BookingRecorded recorded = new BookingRecorded(
                    said.booking(),
                    said.wallet(),
                    said.counsellor(),
                    said.halfHours(),
                    said.coPaymentCents(),
                    Days.of(said.reservedAt()).getYear(),
                    said.reservedAt(),
                    clock.instant());
            var outcome = bookings.handle(said.booking().toString(), account -> account.record(recorded));
            if (outcome instanceof Outcome.Accepted<BookingAccount, BookingEvent>(var account, var events)
                    && !events.isEmpty()) {
                budgets.commit(account.known());
            }
        }

        /** The state after it, of a booking that must be known. */
        BookingAccount record(UUID booking, BiFunction<BookingAccount, Instant, Decision<BookingEvent>> decide) {
            Instant at = clock.instant();
            return bookings.handle(booking.toString(), account -> {
                        if (!account.isKnown()) {
                            throw new NotYet("booking " + booking + " is not known");
                        }
                        return decide.apply(account, at);
                    })
                    .orThrow();
        }

        void release(BookingAccount account) {
            budgets.release(account.known().year(), account.known().booking());
        }
    }

    @Singleton
    static class Reserved extends Received<BlockReserved> {

        private final Accounts accounts;

        @Inject
        Reserved(Accounts accounts) {
            super(API, BlockReserved.class);
            this.accounts = accounts;
        }

        @Override
        void on(BlockReserved said) {
            accounts.reserve(said);
        }
    }

    @Singleton
    static class Paid extends Received<CoPaymentReceived> {

        private final Accounts accounts;

        @Inject
        Paid(Accounts accounts) {
            super(API, CoPaymentReceived.class);
            this.accounts = accounts;
        }

        @Override
        void on(CoPaymentReceived said) {
            accounts.record(
                    said.booking(),
                    (account, at) -> account.record(
                            new CoPaymentRecorded(said.booking(), said.amountCents(), said.receivedAt(), at)));
        }
    }

    @Singleton
    static class Sponsored extends Received<CoPaymentSponsored> {

        private final Accounts accounts;

        @Inject
        Sponsored(Accounts accounts) {
            super(API, CoPaymentSponsored.class);
            this.accounts = accounts;
        }

        @Override
        void on(CoPaymentSponsored said) {
            accounts.record(
                    said.booking(),
                    (account, at) -> account.record(new SponsorshipRecorded(
                            said.booking(), said.sponsor(), said.amountCents(), said.sponsoredAt(), at)));
        }
    }

    /** D-4: what government pays more is set aside by the budget. */
    @Singleton
    static class Lowered extends Received<CoPaymentLowered> {

        private final Accounts accounts;
        private final BudgetDesk budgets;

        @Inject
        Lowered(Accounts accounts, BudgetDesk budgets) {
            super(API, CoPaymentLowered.class);
            this.accounts = accounts;
            this.budgets = budgets;
        }

        @Override
        void on(CoPaymentLowered said) {
            long[] usedAbove = new long[1]; // a decision may run again after a conflict
            BookingAccount after = accounts.record(said.booking(), (account, at) -> {
                usedAbove[0] = account.usedAbove(said.coPaymentCents());
                return account.record(new PriceLoweringRecorded(
                        said.booking(),
                        said.coPaymentCents(),
                        said.refundCents(),
                        said.sponsorRefundCents(),
                        usedAbove[0],
                        at));
            });
            budgets.lower(after.known(), after.coPaymentCents(), usedAbove[0]);
        }
    }

    @Singleton
    static class Lapsed extends Received<BlockLapsed> {

        private final Accounts accounts;

        @Inject
        Lapsed(Accounts accounts) {
            super(API, BlockLapsed.class);
            this.accounts = accounts;
        }

        @Override
        void on(BlockLapsed said) {
            accounts.release(accounts.record(
                    said.booking(), (account, at) -> account.record(new LapseRecorded(said.booking(), at))));
        }
    }

    @Singleton
    static class Cancelled extends Received<BlockCancelled> {

        private final Accounts accounts;

        @Inject
        Cancelled(Accounts accounts) {
            super(API, BlockCancelled.class);
            this.accounts = accounts;
        }

        @Override
        void on(BlockCancelled said) {
            accounts.release(accounts.record(
                    said.booking(),
                    (account, at) -> account.record(new CancellationRecorded(
                            said.booking(), said.refundCents(), said.sponsorRefundCents(), at))));
        }
    }

    /** D-6: the budget for the hours that went back becomes free, at once or when the rest is approved. */
    @Singleton
    static class Returned extends Received<HoursReturned> {

        private final Accounts accounts;

        @Inject
        Returned(Accounts accounts) {
            super(API, HoursReturned.class);
            this.accounts = accounts;
        }

        @Override
        void on(HoursReturned said) {
            BookingAccount after = accounts.record(
                    said.booking(),
                    (account, at) -> account.record(new HoursReturnRecorded(
                            said.booking(), said.halfHours(), said.refundCents(), said.sponsorRefundCents(), at)));
            if (after.isFullyClaimed()) {
                accounts.release(after);
            }
        }
    }

    /** MR 4.7, D-95: what the citizen, or the sponsor, got back for time that was clawed back or is never paid. */
    @Singleton
    static class Restored extends Received<HoursRestored> {

        private final Accounts accounts;

        @Inject
        Restored(Accounts accounts) {
            super(API, HoursRestored.class);
            this.accounts = accounts;
        }

        @Override
        void on(HoursRestored said) {
            accounts.record(
                    said.booking(),
                    (account, at) -> account.record(new RestorationRecorded(
                            said.booking(),
                            said.clawback(),
                            said.halfHours(),
                            said.refundCents(),
                            said.sponsorRefundCents(),
                            said.claimRefused(),
                            at)));
        }
    }

    @Singleton
    static class BillPaid extends Received<SponsorBillPaid> {

        private final AggregateStore<Sponsor, SponsorEvent> sponsors;
        private final Clock clock;

        @Inject
        BillPaid(AggregateStore<Sponsor, SponsorEvent> sponsors, Clock clock) {
            super(API, SponsorBillPaid.class);
            this.sponsors = sponsors;
            this.clock = clock;
        }

        @Override
        void on(SponsorBillPaid said) {
            SponsorPaymentRecorded recorded = new SponsorPaymentRecorded(
                    said.sponsor(), said.bill(), said.amountCents(), said.paidAt(), clock.instant());
            sponsors.handle(Sponsor.stream(said.sponsor()), sponsor -> sponsor.record(recorded));
        }
    }
}
