package be.vlaanderen.loopbaankrediet.payout.received;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReceived;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimedSession;
import be.vlaanderen.loopbaankrediet.payout.desk.ClaimDesk;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.platform.messaging.NotYet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Claims from session-claims-service. A claim for a booking that is not known waits for it; one whose booking is known is recorded and
 * decided as soon as the rest is known.
 */
final class FromSessionClaims {

    private FromSessionClaims() {}

    private record ClaimSubmitted(
            UUID claim,
            UUID booking,
            UUID counsellor,
            List<ClaimedSession> sessions,
            int halfHours,
            Instant submittedAt) {}

    @Singleton
    static class ClaimSubmittedHandler implements MessageHandler {

        private final AggregateStore<BookingAccount, BookingEvent> bookings;
        private final ClaimDesk desk;
        private final Clock clock;

        @Inject
        ClaimSubmittedHandler(AggregateStore<BookingAccount, BookingEvent> bookings, ClaimDesk desk, Clock clock) {
            this.bookings = bookings;
            this.desk = desk;
            this.clock = clock;
        }

        @Override
        public String topic() {
            return "loopbaankrediet.session-claims";
        }

        @Override
        public String type() {
            return "ClaimSubmitted.v1";
        }

        @Override
        public void on(Message message) {
            ClaimSubmitted claim = message.as(ClaimSubmitted.class);
            int sum = claim.sessions().stream()
                    .mapToInt(ClaimedSession::halfHours)
                    .sum();
            if (sum != claim.halfHours() || sum < 1) {
                throw new IllegalArgumentException("claim " + claim.claim() + " does not add up");
            }
            BookingAccount account = bookings.state(claim.booking().toString());
            if (!account.isKnown()) {
                throw new NotYet("booking " + claim.booking() + " is not known");
            }
            desk.receive(
                    new ClaimReceived(
                            claim.claim(),
                            claim.booking(),
                            claim.counsellor(),
                            claim.sessions(),
                            claim.submittedAt(),
                            clock.instant()),
                    account.known().year());
        }
    }
}
