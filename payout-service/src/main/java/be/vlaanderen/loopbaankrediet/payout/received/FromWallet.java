package be.vlaanderen.loopbaankrediet.payout.received;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.BookingRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.CancellationRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.CoPaymentRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.HoursReturnRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.LapseRecorded;
import be.vlaanderen.loopbaankrediet.payout.desk.BudgetDesk;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.platform.messaging.NotYet;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/**
 * What wallet-service says of bookings. All messages of a booking have the key of its wallet, so they come in order: one whose reservation
 * is missing is strange, waits, and is shown to a person if the reservation never comes.
 */
final class FromWallet {

    private static final String TOPIC = "loopbaankrediet.wallet";

    private FromWallet() {}

    private record BlockReserved(
            UUID wallet, UUID booking, UUID counsellor, int halfHours, long coPaymentCents, Instant reservedAt) {}

    private record CoPaymentReceived(UUID booking, long amountCents, Instant receivedAt) {}

    private record BlockLapsed(UUID booking) {}

    private record BlockCancelled(UUID booking, long refundCents) {}

    private record HoursReturned(UUID booking, int halfHours, long refundCents) {}

    /** Records on the account of a booking that must be known. */
    private static Outcome.Accepted<BookingAccount, BookingEvent> record(
            AggregateStore<BookingAccount, BookingEvent> bookings,
            UUID booking,
            Function<BookingAccount, Decision<BookingEvent>> decide) {
        Outcome<BookingAccount, BookingEvent> outcome = bookings.handle(booking.toString(), account -> {
            if (!account.isKnown()) {
                throw new NotYet("booking " + booking + " is not known");
            }
            return decide.apply(account);
        });
        return switch (outcome) {
            case Outcome.Accepted<BookingAccount, BookingEvent> accepted -> accepted;
            case Outcome.Refused<BookingAccount, BookingEvent> refused ->
                throw new IllegalStateException("a fact cannot be refused: " + refused.reason());
        };
    }

    @Singleton
    static class BlockReservedHandler implements MessageHandler {

        private final AggregateStore<BookingAccount, BookingEvent> bookings;
        private final BudgetDesk budgets;
        private final Clock clock;

        @Inject
        BlockReservedHandler(AggregateStore<BookingAccount, BookingEvent> bookings, BudgetDesk budgets, Clock clock) {
            this.bookings = bookings;
            this.budgets = budgets;
            this.clock = clock;
        }

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public String type() {
            return "BlockReserved.v1";
        }

        @Override
        public void on(Message message) {
            BlockReserved reserved = message.as(BlockReserved.class);
            BookingRecorded recorded = new BookingRecorded(
                    reserved.booking(),
                    reserved.wallet(),
                    reserved.counsellor(),
                    reserved.halfHours(),
                    reserved.coPaymentCents(),
                    Days.of(reserved.reservedAt()).getYear(),
                    reserved.reservedAt(),
                    clock.instant());
            var outcome = bookings.handle(reserved.booking().toString(), account -> account.record(recorded));
            if (outcome instanceof Outcome.Accepted<BookingAccount, BookingEvent>(var account, var events)
                    && !events.isEmpty()) {
                budgets.commit(account.known());
            }
        }
    }

    @Singleton
    static class CoPaymentReceivedHandler implements MessageHandler {

        private final AggregateStore<BookingAccount, BookingEvent> bookings;
        private final Clock clock;

        @Inject
        CoPaymentReceivedHandler(AggregateStore<BookingAccount, BookingEvent> bookings, Clock clock) {
            this.bookings = bookings;
            this.clock = clock;
        }

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public String type() {
            return "CoPaymentReceived.v1";
        }

        @Override
        public void on(Message message) {
            CoPaymentReceived received = message.as(CoPaymentReceived.class);
            CoPaymentRecorded recorded = new CoPaymentRecorded(
                    received.booking(), received.amountCents(), received.receivedAt(), clock.instant());
            record(bookings, received.booking(), account -> account.record(recorded));
        }
    }

    @Singleton
    static class BlockLapsedHandler implements MessageHandler {

        private final AggregateStore<BookingAccount, BookingEvent> bookings;
        private final BudgetDesk budgets;
        private final Clock clock;

        @Inject
        BlockLapsedHandler(AggregateStore<BookingAccount, BookingEvent> bookings, BudgetDesk budgets, Clock clock) {
            this.bookings = bookings;
            this.budgets = budgets;
            this.clock = clock;
        }

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public String type() {
            return "BlockLapsed.v1";
        }

        @Override
        public void on(Message message) {
            BlockLapsed lapsed = message.as(BlockLapsed.class);
            LapseRecorded recorded = new LapseRecorded(lapsed.booking(), clock.instant());
            var outcome = record(bookings, lapsed.booking(), account -> account.record(recorded));
            budgets.release(outcome.state().known().year(), lapsed.booking());
        }
    }

    @Singleton
    static class BlockCancelledHandler implements MessageHandler {

        private final AggregateStore<BookingAccount, BookingEvent> bookings;
        private final BudgetDesk budgets;
        private final Clock clock;

        @Inject
        BlockCancelledHandler(AggregateStore<BookingAccount, BookingEvent> bookings, BudgetDesk budgets, Clock clock) {
            this.bookings = bookings;
            this.budgets = budgets;
            this.clock = clock;
        }

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public String type() {
            return "BlockCancelled.v1";
        }

        @Override
        public void on(Message message) {
            BlockCancelled cancelled = message.as(BlockCancelled.class);
            CancellationRecorded recorded =
                    new CancellationRecorded(cancelled.booking(), cancelled.refundCents(), clock.instant());
            var outcome = record(bookings, cancelled.booking(), account -> account.record(recorded));
            budgets.release(outcome.state().known().year(), cancelled.booking());
        }
    }

    /** D-6: the budget for the hours that went back becomes free, at once or when the rest is approved. */
    @Singleton
    static class HoursReturnedHandler implements MessageHandler {

        private final AggregateStore<BookingAccount, BookingEvent> bookings;
        private final BudgetDesk budgets;
        private final Clock clock;

        @Inject
        HoursReturnedHandler(AggregateStore<BookingAccount, BookingEvent> bookings, BudgetDesk budgets, Clock clock) {
            this.bookings = bookings;
            this.budgets = budgets;
            this.clock = clock;
        }

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public String type() {
            return "HoursReturned.v1";
        }

        @Override
        public void on(Message message) {
            HoursReturned returned = message.as(HoursReturned.class);
            HoursReturnRecorded recorded = new HoursReturnRecorded(
                    returned.booking(), returned.halfHours(), returned.refundCents(), clock.instant());
            var outcome = record(bookings, returned.booking(), account -> account.record(recorded));
            if (outcome.state().isFullyClaimed()) {
                budgets.release(outcome.state().known().year(), returned.booking());
            }
        }
    }
}
