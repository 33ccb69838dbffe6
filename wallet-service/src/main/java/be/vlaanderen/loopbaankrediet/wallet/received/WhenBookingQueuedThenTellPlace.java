package be.vlaanderen.loopbaankrediet.wallet.received;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.platform.messaging.NotYet;
import be.vlaanderen.loopbaankrediet.wallet.views.Bookings;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.budget.QueueBooking;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The year's budget is full: the citizen sees their place. */
@Singleton
class WhenBookingQueuedThenTellPlace implements MessageHandler {

    record BookingQueued(
            UUID booking,
            int year,
            int place,
            @Nullable Long queueNumber,
            @Nullable Integer quotaBlocks,
            @Nullable LocalDate nextRoomOn) {}

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Bookings bookings;
    private final Clock clock;

    @Inject
    WhenBookingQueuedThenTellPlace(AggregateStore<Wallet, WalletEvent> wallets, Bookings bookings, Clock clock) {
        this.wallets = wallets;
        this.bookings = bookings;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return "loopbaankrediet.payout";
    }

    @Override
    public String type() {
        return "BookingQueued.v1";
    }

    @Override
    public void on(Message message) {
        BookingQueued said = message.as(BookingQueued.class);
        UUID wallet = bookings.walletOf(said.booking()).orElseThrow(() -> new NotYet("booking " + said.booking()));
        QueueBooking command = new QueueBooking(new WalletEvent.BookingQueued(
                wallet,
                said.booking(),
                said.place(),
                said.year(),
                said.queueNumber(),
                said.quotaBlocks(),
                said.nextRoomOn(),
                clock.instant()));
        var unused = wallets.handle(wallet.toString(), state -> QueueBooking.decide(state, command))
                .orThrow();
    }
}
