package be.vlaanderen.loopbaankrediet.wallet.wallet;

import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockReserved;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One block in a wallet.
 *
 * @param reserved what was agreed when the hours were set apart
 * @param place in the queue for budget, as last heard
 * @param payBefore null while the booking is queued
 * @param paymentsAsked how often the citizen was to get a payment page; 0 until the budget is secured
 * @param payments by the provider's id
 * @param sessions half hours of each confirmed session
 * @param givingUp the citizen wants back what is not delivered, and how much that is is being asked (D-6)
 * @param returnedHalfHours that went back to the wallet after guidance had started (D-6)
 * @param partRefunds of the payment that stands for this block, by number
 */
public record Booking(
        BlockReserved reserved,
        BookingStatus status,
        @Nullable Integer place,
        @Nullable Instant payBefore,
        int paymentsAsked,
        Map<String, PaymentStatus> payments,
        boolean guidanceStarted,
        Map<UUID, Integer> sessions,
        boolean givingUp,
        int returnedHalfHours,
        Map<Integer, PaymentStatus> partRefunds) {

    static Booking of(BlockReserved reserved) {
        return new Booking(
                reserved,
                BookingStatus.RESERVED,
                null,
                reserved.payBefore(),
                0,
                Map.of(),
                false,
                Map.of(),
                false,
                0,
                Map.of());
    }

    public long coPaymentCents() {
        return reserved.coPaymentCents();
    }

    public int usedHalfHours() {
        return sessions.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int reservedHalfHours() {
        return status.holdsHours() ? reserved.halfHours() - usedHalfHours() - returnedHalfHours : 0;
    }

    /** Still waits for the answer whether there is budget. */
    public boolean awaitsBudget() {
        return paymentsAsked == 0 && (status == BookingStatus.RESERVED || status == BookingStatus.QUEUED);
    }

    /** A payment page was promised and is not there yet. */
    public boolean awaitsPaymentPage() {
        return unpaid() && payments.size() < paymentsAsked;
    }

    /** D-5: the last moment for paying has passed. A queued booking has none. */
    public boolean isOverdue(Instant at) {
        return unpaid() && payBefore != null && !at.isBefore(payBefore);
    }

    private boolean unpaid() {
        return status == BookingStatus.RESERVED || status == BookingStatus.AWAITING_PAYMENT;
    }

    /** The payment that stands for this block. */
    public Optional<String> paidWith() {
        return payments.entrySet().stream()
                .filter(payment -> payment.getValue() == PaymentStatus.PAID)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Booking with(BookingStatus next) {
        return new Booking(
                reserved,
                next,
                place,
                payBefore,
                paymentsAsked,
                payments,
                guidanceStarted,
                sessions,
                givingUp,
                returnedHalfHours,
                partRefunds);
    }

    Booking queued(int newPlace) {
        return new Booking(
                reserved,
                BookingStatus.QUEUED,
                newPlace,
                null,
                paymentsAsked,
                payments,
                guidanceStarted,
                sessions,
                givingUp,
                returnedHalfHours,
                partRefunds);
    }

    Booking secured(Instant newPayBefore) {
        return new Booking(
                reserved,
                BookingStatus.RESERVED,
                null,
                newPayBefore,
                1,
                payments,
                guidanceStarted,
                sessions,
                givingUp,
                returnedHalfHours,
                partRefunds);
    }

    Booking asked(int attempt) {
        return new Booking(
                reserved,
                status,
                place,
                payBefore,
                attempt,
                payments,
                guidanceStarted,
                sessions,
                givingUp,
                returnedHalfHours,
                partRefunds);
    }

    Booking with(String payment, PaymentStatus paymentStatus) {
        Map<String, PaymentStatus> next = new HashMap<>(payments);
        next.put(payment, paymentStatus);
        return new Booking(
                reserved,
                status,
                place,
                payBefore,
                paymentsAsked,
                Map.copyOf(next),
                guidanceStarted,
                sessions,
                givingUp,
                returnedHalfHours,
                partRefunds);
    }

    Booking started() {
        return new Booking(
                reserved,
                status,
                place,
                payBefore,
                paymentsAsked,
                payments,
                true,
                sessions,
                givingUp,
                returnedHalfHours,
                partRefunds);
    }

    Booking used(UUID session, int halfHours) {
        Map<UUID, Integer> next = new HashMap<>(sessions);
        next.put(session, halfHours);
        Booking after = new Booking(
                reserved,
                status,
                place,
                payBefore,
                paymentsAsked,
                payments,
                guidanceStarted,
                Map.copyOf(next),
                givingUp,
                returnedHalfHours,
                partRefunds);
        return after.reservedHalfHours() == 0 ? after.with(BookingStatus.USED) : after;
    }

    Booking givenUp() {
        return new Booking(
                reserved,
                status,
                place,
                payBefore,
                paymentsAsked,
                payments,
                guidanceStarted,
                sessions,
                true,
                returnedHalfHours,
                partRefunds);
    }

    /** A block of which nothing was delivered and nothing is left has ended without use. */
    Booking returned(int halfHours) {
        Booking after = new Booking(
                reserved,
                status,
                place,
                payBefore,
                paymentsAsked,
                payments,
                guidanceStarted,
                sessions,
                false,
                returnedHalfHours + halfHours,
                partRefunds);
        if (after.reservedHalfHours() > 0) {
            return after;
        }
        return after.with(usedHalfHours() > 0 ? BookingStatus.USED : BookingStatus.CANCELLED);
    }

    Booking with(int part, PaymentStatus refund) {
        Map<Integer, PaymentStatus> next = new HashMap<>(partRefunds);
        next.put(part, refund);
        return new Booking(
                reserved,
                status,
                place,
                payBefore,
                paymentsAsked,
                payments,
                guidanceStarted,
                sessions,
                givingUp,
                returnedHalfHours,
                Map.copyOf(next));
    }
}
