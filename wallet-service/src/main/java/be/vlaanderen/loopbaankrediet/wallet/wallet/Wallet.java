package be.vlaanderen.loopbaankrediet.wallet.wallet;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockBooked;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockGivenUp;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockLapsed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockReserved;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BudgetSecured;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentReceived;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentRefunded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentRequested;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CreditGranted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.GuidanceStarted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursReturned;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursUsed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PartRefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PartRefunded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentRestarted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.RefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.SurplusPaymentReceived;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What one citizen holds. Always: granted = reserved + used + available, and none of them below zero. */
public record Wallet(int grantedHalfHours, long coPaymentPerHourCents, Map<UUID, Booking> bookings) {

    /** CN 2.1: credit is taken up in blocks of two hours. */
    public static final int BLOCK_HALF_HOURS = 4;

    /** D-5. */
    public static final Duration TIME_TO_PAY = Duration.ofDays(14);

    public static final Wallet EMPTY = new Wallet(0, 0, Map.of());

    public static final Aggregate<Wallet, WalletEvent> AGGREGATE = new Aggregate<>("Wallet", EMPTY, Wallet::evolve);

    public int reservedHalfHours() {
        return bookings.values().stream().mapToInt(Booking::reservedHalfHours).sum();
    }

    public int usedHalfHours() {
        return bookings.values().stream().mapToInt(Booking::usedHalfHours).sum();
    }

    public int availableHalfHours() {
        return grantedHalfHours - reservedHalfHours() - usedHalfHours();
    }

    public @Nullable Booking booking(UUID booking) {
        return bookings.get(booking);
    }

    public Wallet evolve(WalletEvent event) {
        return switch (event) {
            case CreditGranted e -> new Wallet(grantedHalfHours + e.halfHours(), e.coPaymentPerHourCents(), bookings);
            case BlockReserved e -> with(Booking.of(e));
            case BookingQueued e -> change(e.booking(), booking -> booking.queued(e.place()));
            case BudgetSecured e -> change(e.booking(), booking -> booking.secured(e.payBefore()));
            case CoPaymentRequested e ->
                change(
                        e.booking(),
                        booking -> booking.with(e.payment(), PaymentStatus.REQUESTED)
                                .with(BookingStatus.AWAITING_PAYMENT));
            case PaymentCancelled e ->
                change(e.booking(), booking -> booking.with(e.payment(), PaymentStatus.CANCELLED));
            case PaymentRestarted e -> change(e.booking(), booking -> booking.asked(e.attempt()));
            case CoPaymentReceived e -> change(e.booking(), booking -> booking.with(e.payment(), PaymentStatus.PAID));
            case SurplusPaymentReceived e ->
                change(e.booking(), booking -> booking.with(e.payment(), PaymentStatus.REFUND_OWED));
            case BlockBooked e -> change(e.booking(), booking -> booking.with(BookingStatus.BOOKED));
            case BlockLapsed e -> change(e.booking(), booking -> booking.with(BookingStatus.LAPSED));
            case BlockCancelled e -> change(e.booking(), booking -> booking.with(BookingStatus.CANCELLED));
            case RefundOwed e -> change(e.booking(), booking -> booking.with(e.payment(), PaymentStatus.REFUND_OWED));
            case CoPaymentRefunded e ->
                change(e.booking(), booking -> booking.with(e.payment(), PaymentStatus.REFUNDED));
            case GuidanceStarted e -> change(e.booking(), Booking::started);
            case BlockGivenUp e -> change(e.booking(), Booking::givenUp);
            case HoursReturned e -> change(e.booking(), booking -> booking.returned(e.halfHours()));
            case PartRefundOwed e -> change(e.booking(), booking -> booking.with(e.part(), PaymentStatus.REFUND_OWED));
            case PartRefunded e -> change(e.booking(), booking -> booking.with(e.part(), PaymentStatus.REFUNDED));
            case HoursUsed e -> change(e.booking(), booking -> booking.used(e.session(), e.halfHours()));
        };
    }

    private Wallet change(UUID booking, UnaryOperator<Booking> change) {
        return with(change.apply(Objects.requireNonNull(bookings.get(booking), "a fact about an unknown booking")));
    }

    private Wallet with(Booking booking) {
        Map<UUID, Booking> next = new HashMap<>(bookings);
        next.put(booking.reserved().booking(), booking);
        return new Wallet(grantedHalfHours, coPaymentPerHourCents, Map.copyOf(next));
    }
}
