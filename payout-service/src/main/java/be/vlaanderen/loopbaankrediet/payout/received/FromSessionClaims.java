package be.vlaanderen.loopbaankrediet.payout.received;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReceived;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimedSession;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.Origin;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.UndueRecorded;
import be.vlaanderen.loopbaankrediet.payout.desk.ClaimDesk;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.NotYet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What session-claims-service says of claims. A claim for a booking that is not known waits for it; one whose booking is known is recorded
 * and decided as soon as the rest is known.
 */
final class FromSessionClaims {

    private static final String API = "session-claims";

    private FromSessionClaims() {}

    record ClaimSubmitted(
            UUID claim,
            UUID booking,
            UUID counsellor,
            List<ClaimedSession> sessions,
            int halfHours,
            Instant submittedAt) {}

    record ClaimWithdrawalAsked(UUID claim, UUID booking, UUID counsellor) {}

    /** @param claim absent for a session that was in no claim: then nothing was or will be paid for it */
    record SessionFoundUndue(
            UUID session,
            UUID booking,
            @Nullable UUID claim,
            UUID counsellor,
            int halfHours,
            boolean hoursReturn,
            Origin origin,
            UUID review,
            String reasonCode) {}

    @Singleton
    static class Submitted extends Received<ClaimSubmitted> {

        private final AggregateStore<BookingAccount, BookingEvent> bookings;
        private final ClaimDesk desk;
        private final Clock clock;

        @Inject
        Submitted(AggregateStore<BookingAccount, BookingEvent> bookings, ClaimDesk desk, Clock clock) {
            super(API, ClaimSubmitted.class);
            this.bookings = bookings;
            this.desk = desk;
            this.clock = clock;
        }

        @Override
        void on(ClaimSubmitted claim) {
            int sum = claim.sessions().stream()
                    .mapToInt(ClaimedSession::halfHours)
                    .sum();
            if (sum != claim.halfHours() || sum < 1) {
                throw new IllegalArgumentException("claim " + claim.claim() + " does not add up");
            }
            demandKnown(bookings, claim.booking());
            desk.receive(new ClaimReceived(
                    claim.claim(),
                    claim.booking(),
                    claim.counsellor(),
                    claim.sessions(),
                    claim.submittedAt(),
                    clock.instant()));
        }
    }

    /** The counsellor wants to correct a session that was claimed. */
    @Singleton
    static class WithdrawalAsked extends Received<ClaimWithdrawalAsked> {

        private final AggregateStore<BookingAccount, BookingEvent> bookings;
        private final ClaimDesk desk;

        @Inject
        WithdrawalAsked(AggregateStore<BookingAccount, BookingEvent> bookings, ClaimDesk desk) {
            super(API, ClaimWithdrawalAsked.class);
            this.bookings = bookings;
            this.desk = desk;
        }

        @Override
        void on(ClaimWithdrawalAsked asked) {
            demandKnown(bookings, asked.booking());
            desk.release(asked.claim(), asked.booking(), asked.counsellor());
        }
    }

    /** MR 4.7: recorded at once; the clawback is announced when the claim is paid. */
    @Singleton
    static class FoundUndue extends Received<SessionFoundUndue> {

        private final AggregateStore<BookingAccount, BookingEvent> bookings;
        private final Clock clock;

        @Inject
        FoundUndue(AggregateStore<BookingAccount, BookingEvent> bookings, Clock clock) {
            super(API, SessionFoundUndue.class);
            this.bookings = bookings;
            this.clock = clock;
        }

        @Override
        void on(SessionFoundUndue said) {
            UUID claim = said.claim();
            if (claim == null) {
                return;
            }
            demandKnown(bookings, said.booking());
            UndueRecorded recorded = new UndueRecorded(
                    said.session(),
                    claim,
                    said.booking(),
                    said.counsellor(),
                    said.halfHours(),
                    said.hoursReturn(),
                    said.origin(),
                    said.review(),
                    said.reasonCode(),
                    clock.instant());
            bookings.handle(said.booking().toString(), account -> account.record(recorded));
        }
    }

    private static void demandKnown(AggregateStore<BookingAccount, BookingEvent> bookings, UUID booking) {
        if (!bookings.state(booking.toString()).isKnown()) {
            throw new NotYet("booking " + booking + " is not known");
        }
    }
}
