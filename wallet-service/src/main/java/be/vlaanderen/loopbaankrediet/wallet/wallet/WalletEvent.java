package be.vlaanderen.loopbaankrediet.wallet.wallet;

import java.time.Instant;
import java.util.UUID;

/** Everything that can happen to a wallet. Stored for ever: fields are added, never changed. Time is half hours, money whole cents. */
public sealed interface WalletEvent {

    UUID wallet();

    Instant at();

    /** CN 2.1: hours for the whole career, at the price of the rule set of the day of the request. */
    record CreditGranted(
            UUID wallet, UUID request, int halfHours, long coPaymentPerHourCents, String ruleVersion, Instant at)
            implements WalletEvent {}

    /** The right was judged again. @param halfHours granted in all; what is reserved or used stays */
    record CreditRevised(
            UUID wallet,
            UUID request,
            int halfHours,
            long coPaymentPerHourCents,
            String ruleVersion,
            String reasonCode,
            Instant at)
            implements WalletEvent {}

    /** D-4: a lower price within the life of a booking. @param coPaymentCents of the whole block from now on */
    record CoPaymentLowered(UUID wallet, UUID booking, long coPaymentCents, long refundCents, Instant at)
            implements WalletEvent {}

    /** The hours are set apart; the booking does not stand before the co-payment is received. */
    record BlockReserved(
            UUID wallet,
            UUID booking,
            UUID counsellor,
            int halfHours,
            long coPaymentCents,
            String code,
            Instant payBefore,
            Instant at)
            implements WalletEvent {}

    /** The year's budget is full: the booking waits, and the 14 days for paying do not run. */
    record BookingQueued(UUID wallet, UUID booking, int place, Instant at) implements WalletEvent {}

    /** Government's share is committed, so the citizen can pay; from here the 14 days run. */
    record BudgetSecured(UUID wallet, UUID booking, Instant payBefore, Instant at) implements WalletEvent {}

    /** @param payment id at the payment provider */
    record CoPaymentRequested(UUID wallet, UUID booking, String payment, String checkoutUrl, Instant at)
            implements WalletEvent {}

    /** The citizen stopped paying halfway; the reservation stays until its last day. */
    record PaymentCancelled(UUID wallet, UUID booking, String payment, Instant at) implements WalletEvent {}

    /** @param attempt 2 for the first payment after the one that was cancelled */
    record PaymentRestarted(UUID wallet, UUID booking, int attempt, Instant at) implements WalletEvent {}

    record CoPaymentReceived(UUID wallet, UUID booking, String payment, long amountCents, Instant at)
            implements WalletEvent {}

    /** Money for a reservation that had ended, or that was paid already. */
    record SurplusPaymentReceived(UUID wallet, UUID booking, String payment, long amountCents, Instant at)
            implements WalletEvent {}

    record BlockBooked(
            UUID wallet, UUID booking, UUID counsellor, int halfHours, long coPaymentCents, String code, Instant at)
            implements WalletEvent {}

    /** D-5: not paid in time. */
    record BlockLapsed(UUID wallet, UUID booking, Instant at) implements WalletEvent {}

    record BlockCancelled(UUID wallet, UUID booking, long refundCents, Instant at) implements WalletEvent {}

    record RefundOwed(UUID wallet, UUID booking, String payment, long amountCents, Instant at) implements WalletEvent {}

    record CoPaymentRefunded(UUID wallet, UUID booking, String payment, Instant at) implements WalletEvent {}

    /** The first session of the block is registered: it can no longer be cancelled as a whole. */
    record GuidanceStarted(UUID wallet, UUID booking, Instant at) implements WalletEvent {}

    /** A session that had been confirmed does not count after all: its time is reserved again. */
    record SessionUndone(UUID wallet, UUID booking, UUID session, int halfHours, Instant at) implements WalletEvent {}

    /** MR 4.7: time that was paid turned out undue, and the fault was not the citizen's. */
    record HoursRestored(UUID wallet, UUID booking, UUID clawback, int halfHours, long refundCents, Instant at)
            implements WalletEvent {}

    /** D-6: the citizen wants back what is not delivered; session-claims-service tells how much that is. */
    record BlockGivenUp(UUID wallet, UUID booking, Instant at) implements WalletEvent {}

    /** D-6: whole unused hours and their part of the co-payment; none when everything was delivered. */
    record HoursReturned(UUID wallet, UUID booking, int halfHours, long refundCents, Instant at)
            implements WalletEvent {}

    /** @param part from 1: a payment can be paid back in parts */
    record PartRefundOwed(UUID wallet, UUID booking, String payment, int part, long amountCents, Instant at)
            implements WalletEvent {}

    record PartRefunded(UUID wallet, UUID booking, int part, Instant at) implements WalletEvent {}

    /** The hours of one confirmed session. */
    record HoursUsed(UUID wallet, UUID booking, UUID session, int halfHours, Instant at) implements WalletEvent {}
}
