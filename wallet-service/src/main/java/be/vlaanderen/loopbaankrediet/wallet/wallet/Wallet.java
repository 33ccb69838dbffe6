package be.vlaanderen.loopbaankrediet.wallet.wallet;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockBooked;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockGivenUp;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockLapsed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockReserved;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BudgetSecured;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentLowered;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentReceived;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentRefunded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentRequested;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentSponsored;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CreditGranted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CreditRevised;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.GuidanceStarted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursRestored;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursReturned;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursUsed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PartRefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PartRefunded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentReminded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentRestarted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.RefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.SessionUndone;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.SurplusPaymentReceived;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.UnusedTimeAskedAgain;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one citizen holds. Always: granted = reserved + used + available, and none of them below zero.
 *
 * @param entitledHalfHours that the citizen has a right to; what is reserved or used when a right shrinks stays granted
 */
public record Wallet(int entitledHalfHours, long coPaymentPerHourCents, Map<UUID, Booking> bookings) {

    /** CN 2.1: credit is taken up in blocks of two hours. */
    public static final int BLOCK_HALF_HOURS = 4;

    /** D-5. */
    public static final Duration TIME_TO_PAY = Duration.ofDays(14);

    public static final Wallet EMPTY = new Wallet(0, 0, Map.of());

    public static final Aggregate<Wallet, WalletEvent> AGGREGATE = new Aggregate<>("Wallet", EMPTY, Wallet::evolve);

    public int grantedHalfHours() {
        return Math.max(entitledHalfHours, reservedHalfHours() + usedHalfHours());
    }

    public int reservedHalfHours() {
        return bookings.values().stream().mapToInt(Booking::reservedHalfHours).sum();
    }

    public int usedHalfHours() {
        return bookings.values().stream().mapToInt(Booking::usedHalfHours).sum();
    }

    public int availableHalfHours() {
        return grantedHalfHours() - reservedHalfHours() - usedHalfHours();
    }

    /** Of a block that is booked now. */
    public long coPaymentCents() {
        return coPaymentPerHourCents * BLOCK_HALF_HOURS / 2;
    }

    public @Nullable Booking booking(UUID booking) {
        return bookings.get(booking);
    }

    /** Newest first. */
    public List<Booking> newestFirst() {
        return bookings.values().stream()
                .sorted(Comparator.comparing(
                                (Booking booking) -> booking.reserved().at())
                        .reversed()
                        .thenComparing(Booking::id))
                .toList();
    }

    public Wallet evolve(WalletEvent event) {
        return switch (event) {
            case CreditGranted e -> new Wallet(entitledHalfHours + e.halfHours(), e.coPaymentPerHourCents(), bookings);
            case CreditRevised e -> new Wallet(e.halfHours(), e.coPaymentPerHourCents(), bookings);
            case BlockReserved e -> with(Booking.of(e));
            case BookingQueued e -> change(e.booking(), booking -> booking.queued(e));
            case BudgetSecured e -> change(e.booking(), booking -> booking.secured(e.payBefore()));
            case CoPaymentRequested e -> change(e.booking(), booking -> booking.asked(e.payment(), e.checkoutUrl()));
            case PaymentCancelled e -> payment(e.booking(), e.payment(), PaymentStatus.CANCELLED);
            case PaymentRestarted e -> money(e.booking(), money -> money.pageAsked(e.attempt()));
            case CoPaymentReceived e -> payment(e.booking(), e.payment(), PaymentStatus.PAID);
            case SurplusPaymentReceived e -> payment(e.booking(), e.payment(), PaymentStatus.REFUND_OWED);
            case CoPaymentLowered e -> money(e.booking(), money -> money.lowered(e.coPaymentCents()));
            case CoPaymentSponsored ignored -> this; // follows from the booking
            case BlockBooked e -> change(e.booking(), booking -> booking.booked(e.at()));
            case PaymentReminded e -> change(e.booking(), Booking::withReminder);
            case BlockLapsed e -> change(e.booking(), booking -> booking.with(BookingStatus.LAPSED));
            case BlockCancelled e -> change(e.booking(), Booking::cancelled);
            case RefundOwed e -> payment(e.booking(), e.payment(), PaymentStatus.REFUND_OWED);
            case CoPaymentRefunded e -> payment(e.booking(), e.payment(), PaymentStatus.REFUNDED);
            case PartRefundOwed e -> money(e.booking(), money -> money.partOwed(e.part(), e.amountCents()));
            case PartRefunded e -> money(e.booking(), money -> money.partRefunded(e.part()));
            case GuidanceStarted e -> guidance(e.booking(), Guidance::start);
            case BlockGivenUp e -> guidance(e.booking(), guidance -> guidance.giveUp(e));
            case UnusedTimeAskedAgain e -> guidance(e.booking(), guidance -> guidance.askedAgain(e.question()));
            case HoursRestored e -> guidance(e.booking(), guidance -> guidance.restored(e.clawback(), e.halfHours()));
            case HoursUsed e -> delivered(e.booking(), guidance -> guidance.session(e.session(), e.halfHours()));
            case SessionUndone e -> delivered(e.booking(), guidance -> guidance.session(e.session(), 0));
            case HoursReturned e -> delivered(e.booking(), guidance -> guidance.returned(e.halfHours()));
        };
    }

    private Wallet payment(UUID booking, String payment, PaymentStatus status) {
        return money(booking, money -> money.with(payment, status));
    }

    private Wallet money(UUID id, UnaryOperator<CoPayment> change) {
        return change(id, booking -> booking.with(change.apply(booking.money())));
    }

    private Wallet guidance(UUID id, UnaryOperator<Guidance> change) {
        return change(id, booking -> booking.with(change.apply(booking.guidance())));
    }

    private Wallet delivered(UUID id, UnaryOperator<Guidance> change) {
        return change(id, booking -> booking.delivered(change.apply(booking.guidance())));
    }

    private Wallet change(UUID booking, UnaryOperator<Booking> change) {
        return with(change.apply(Objects.requireNonNull(bookings.get(booking), "a fact about an unknown booking")));
    }

    private Wallet with(Booking booking) {
        Map<UUID, Booking> next = new HashMap<>(bookings);
        next.put(booking.id(), booking);
        return new Wallet(entitledHalfHours, coPaymentPerHourCents, Collections.unmodifiableMap(next));
    }
}
