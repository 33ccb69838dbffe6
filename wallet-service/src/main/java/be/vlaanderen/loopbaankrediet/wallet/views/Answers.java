package be.vlaanderen.loopbaankrediet.wallet.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Hours;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import be.vlaanderen.loopbaankrediet.wallet.wallet.book.BookBlock;
import be.vlaanderen.loopbaankrediet.wallet.wallet.cancel.CancelBlock;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.RestartPayment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a citizen is told of a wallet: as it is now with what can be done next, or as it was at the end of a day. */
@ApplicationScoped
public class Answers {

    private static final int NEWEST = 100;
    private static final UUID ANY = new UUID(0, 0);

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Bookings bookings;
    private final Clock clock;

    @Inject
    Answers(AggregateStore<Wallet, WalletEvent> wallets, Bookings bookings, Clock clock) {
        this.wallets = wallets;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** @param day null for now */
    Wallet state(UUID wallet, @Nullable LocalDate day) {
        return day == null ? wallets.state(wallet.toString()) : wallets.stateAt(wallet.toString(), Days.end(day));
    }

    WalletAnswer wallet(Wallet wallet, boolean now) {
        return new WalletAnswer(
                Hours.ofHalf(wallet.grantedHalfHours()),
                Hours.ofHalf(wallet.reservedHalfHours()),
                Hours.ofHalf(wallet.usedHalfHours()),
                Hours.ofHalf(wallet.availableHalfHours()),
                wallet.coPaymentPerHourCents(),
                wallet.newestFirst().stream()
                        .limit(NEWEST)
                        .map(booking -> booking(wallet, booking, now))
                        .toList(),
                now ? actions(wallet) : null);
    }

    /** The booking as it is now. */
    public BookingAnswer booking(UUID wallet, UUID booking) {
        return booking(state(wallet, null), booking, true);
    }

    /** The booking as a command left it. */
    public BookingAnswer booking(Wallet wallet, UUID booking) {
        return booking(wallet, booking, true);
    }

    BookingAnswer booking(Wallet wallet, UUID id, boolean now) {
        Booking booking = wallet.booking(id);
        if (booking == null) {
            throw new RefusedException(WalletRefusal.BOOKING_UNKNOWN);
        }
        return booking(wallet, booking, now);
    }

    BookingAnswer booking(Wallet wallet, Booking booking, boolean now) {
        BookingQueued queued = booking.status() == BookingStatus.QUEUED ? booking.queued() : null;
        Integer place = queued == null ? null : now ? livePlace(queued) : (Integer) queued.place();
        LocalDate expected =
                queued == null || place == null ? null : queued.expectedOn(place, Days.of(clock.instant()));
        String reference =
                booking.isUnpaid() && booking.money().openPage() != null ? booking.structuredReference() : null;
        return BookingAnswer.of(booking, reference, place, expected, now ? actions(wallet, booking) : null);
    }

    private int livePlace(BookingQueued queued) {
        Integer year = queued.year();
        Long number = queued.queueNumber();
        return year == null || number == null ? queued.place() : bookings.placeInQueue(year, number);
    }

    private List<Action> actions(Wallet wallet) {
        Instant at = clock.instant();
        BookBlock command = new BookBlock(ANY, ANY, ANY, null, "", 0, Days.of(at), at);
        return Stream.ofNullable(
                        Action.of(Action.Name.BOOK, BookBlock.decide(wallet, Counsellor.BOOKABLE, command), null))
                .toList();
    }

    private List<Action> actions(Wallet wallet, Booking booking) {
        Instant at = clock.instant();
        UUID owner = booking.reserved().wallet();
        Action again = Action.of(
                Action.Name.NEW_PAYMENT,
                RestartPayment.decide(wallet, new RestartPayment(owner, booking.id(), at)),
                booking.payBefore());
        return Stream.of(
                        pay(booking),
                        again != null && again.possible() ? again : null,
                        Action.of(
                                Action.Name.CANCEL,
                                CancelBlock.decide(wallet, new CancelBlock(owner, booking.id(), false, at)),
                                null))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Action pay(Booking booking) {
        if (booking.status() == BookingStatus.QUEUED) {
            return Action.impossible(Action.Name.PAY, "queued", "U kunt betalen zodra er budget is.");
        }
        if (booking.status() == BookingStatus.AWAITING_PAYMENT
                && booking.money().openPage() != null) {
            return Action.possible(Action.Name.PAY, booking.payBefore());
        }
        return booking.status() == BookingStatus.RESERVED || booking.awaitsPaymentPage()
                ? Action.impossible(Action.Name.PAY, "payment-page-on-its-way", "Uw betaalpagina wordt klaargezet.")
                : null;
    }
}
