package be.vlaanderen.loopbaankrediet.wallet.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    record CoPaymentLowered(
            UUID wallet,
            UUID booking,
            long coPaymentCents,
            long refundCents,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long sponsorRefundCents,
            Instant at)
            implements WalletEvent {}

    /**
     * The hours are set apart; the booking does not stand before the co-payment is received.
     *
     * @param sponsorShareCents the part of the co-payment that a sponsor pays (CN 2.1)
     * @param reference number of the structured reference to pay with; null in what was stored before it stood here
     */
    record BlockReserved(
            UUID wallet,
            UUID booking,
            UUID counsellor,
            int halfHours,
            long coPaymentCents,
            String code,
            Instant payBefore,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID sponsor,

            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long sponsorShareCents,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long reference,

            Instant at)
            implements WalletEvent {}

    /**
     * The year's budget is full: the booking waits, and the 14 days for paying do not run.
     *
     * @param place when it was told
     * @param queueNumber rises by one for each booking that is queued in that year
     * @param quotaBlocks for which there is room in a month; null without a monthly quota
     * @param nextRoomOn first day on which room comes
     */
    record BookingQueued(
            UUID wallet,
            UUID booking,
            int place,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer year,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long queueNumber,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer quotaBlocks,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate nextRoomOn,

            Instant at)
            implements WalletEvent {

        /** The day on which room is expected for a place in the queue; null when nothing is known. */
        public @Nullable LocalDate expectedOn(int livePlace, LocalDate today) {
            if (nextRoomOn == null) {
                return null;
            }
            LocalDate room = nextRoomOn;
            while (room.isBefore(today)) {
                room = room.plusMonths(1);
            }
            return quotaBlocks == null || quotaBlocks < 1 ? room : room.plusMonths((livePlace - 1) / quotaBlocks);
        }
    }

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

    /** The sponsor owes this part, because the booking stands. */
    record CoPaymentSponsored(UUID wallet, UUID booking, UUID sponsor, long amountCents, Instant at)
            implements WalletEvent {}

    record BlockBooked(
            UUID wallet,
            UUID booking,
            UUID counsellor,
            int halfHours,
            long coPaymentCents,
            String code,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID sponsor,

            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long sponsorShareCents,
            Instant at)
            implements WalletEvent {}

    /** @param payBefore unpaid then, the reservation lapses */
    record PaymentReminded(UUID wallet, UUID booking, Instant payBefore, Instant at) implements WalletEvent {}

    /** D-5: not paid in time. */
    record BlockLapsed(UUID wallet, UUID booking, Instant at) implements WalletEvent {}

    record BlockCancelled(
            UUID wallet,
            UUID booking,
            long refundCents,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long sponsorRefundCents,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean counsellorGone,
            Instant at)
            implements WalletEvent {}

    record RefundOwed(UUID wallet, UUID booking, String payment, long amountCents, Instant at) implements WalletEvent {}

    record CoPaymentRefunded(UUID wallet, UUID booking, String payment, Instant at) implements WalletEvent {}

    /** The first session of the block is registered. */
    record GuidanceStarted(UUID wallet, UUID booking, Instant at) implements WalletEvent {}

    /** A session that had been confirmed does not count after all: its time is reserved again. */
    record SessionUndone(UUID wallet, UUID booking, UUID session, int halfHours, Instant at) implements WalletEvent {}

    /**
     * MR 4.7: time that was paid turned out undue, and the fault was not the citizen's; or D-95: it will never be paid.
     *
     * @param clawback id of the clawback, or of the claim that was refused
     */
    record HoursRestored(
            UUID wallet,
            UUID booking,
            UUID clawback,
            int halfHours,
            long refundCents,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long sponsorRefundCents,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean claimRefused,
            Instant at)
            implements WalletEvent {}

    /**
     * D-6, D-90: what is not delivered of a paid block goes back; session-claims-service tells how much that is.
     *
     * @param counsellorGone not by the wish of the citizen, so half hours return as well (D-16)
     * @param times that it was asked because the counsellor is gone, with this one (D-94); 0 when nobody counted
     * @param at no two of a block have the same, for it names the question
     */
    record BlockGivenUp(
            UUID wallet,
            UUID booking,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean counsellorGone,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int times,
            Instant at)
            implements WalletEvent {

        /** For the first time. */
        public BlockGivenUp(UUID wallet, UUID booking, boolean counsellorGone, Instant at) {
            this(wallet, booking, counsellorGone, counsellorGone ? 1 : 0, at);
        }

        /** The citizen hears of it once. */
        public boolean tellsCitizen() {
            return counsellorGone && times <= 1;
        }
    }

    /**
     * D-91: nothing was heard for a while.
     *
     * @param givenUpAt which question
     * @param times that it was asked, with this one
     */
    record UnusedTimeAskedAgain(
            UUID wallet,
            UUID booking,
            Instant givenUpAt,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean counsellorGone,
            int times,
            Instant at)
            implements WalletEvent {

        Guidance.Question question() {
            return new Guidance.Question(givenUpAt, counsellorGone, times, at);
        }
    }

    /** D-6: whole unused hours and their part of the co-payment; none when everything was delivered. */
    record HoursReturned(
            UUID wallet,
            UUID booking,
            int halfHours,
            long refundCents,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long sponsorRefundCents,
            Instant at)
            implements WalletEvent {}

    /** @param part from 1: a payment can be paid back in parts */
    record PartRefundOwed(UUID wallet, UUID booking, String payment, int part, long amountCents, Instant at)
            implements WalletEvent {}

    record PartRefunded(UUID wallet, UUID booking, int part, Instant at) implements WalletEvent {}

    /** The hours of one confirmed session. */
    record HoursUsed(UUID wallet, UUID booking, UUID session, int halfHours, Instant at) implements WalletEvent {}
}
