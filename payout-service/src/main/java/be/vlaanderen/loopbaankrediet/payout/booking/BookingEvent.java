package be.vlaanderen.loopbaankrediet.payout.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to the money of a booking. Stored for ever: fields are added, never changed. */
public sealed interface BookingEvent {

    UUID booking();

    Instant at();

    /** @param year of the budget that pays: the Brussels year of the reservation */
    record BookingRecorded(
            UUID booking,
            UUID wallet,
            UUID counsellor,
            int halfHours,
            long coPaymentCents,
            int year,
            Instant reservedAt,
            Instant at)
            implements BookingEvent {}

    record CoPaymentRecorded(UUID booking, long amountCents, Instant receivedAt, Instant at) implements BookingEvent {}

    /** CN 2.1: a sponsor owes this part of the co-payment. */
    record SponsorshipRecorded(UUID booking, UUID sponsor, long amountCents, Instant sponsoredAt, Instant at)
            implements BookingEvent {}

    /**
     * D-4: a lower price was established within the life of the booking.
     *
     * @param coPaymentCents price of the whole block from now on
     * @param refundCents went back to the citizen
     * @param sponsorRefundCents no longer owed by the sponsor
     * @param usedAboveCents what was used for delivered time above the new price: government pays that instead
     */
    record PriceLoweringRecorded(
            UUID booking,
            long coPaymentCents,
            long refundCents,
            long sponsorRefundCents,
            long usedAboveCents,
            Instant at)
            implements BookingEvent {}

    record LapseRecorded(UUID booking, Instant at) implements BookingEvent {}

    /** @param sponsorRefundCents no longer owed by, or given back to, the sponsor */
    record CancellationRecorded(UUID booking, long refundCents, long sponsorRefundCents, Instant at)
            implements BookingEvent {}

    /** D-6: the citizen got whole unused hours back, with their part of the co-payment. */
    record HoursReturnRecorded(UUID booking, int halfHours, long refundCents, long sponsorRefundCents, Instant at)
            implements BookingEvent {}

    /**
     * The citizen got half hours again, with their part of the co-payment: clawed back ones (MR 4.7), or ones that are never paid (D-95).
     *
     * @param clawback id of the clawback, or of the claim that was refused
     * @param claimRefused so the co-payment was not used
     */
    record RestorationRecorded(
            UUID booking,
            UUID clawback,
            int halfHours,
            long refundCents,
            long sponsorRefundCents,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean claimRefused,
            Instant at)
            implements BookingEvent {

        /** Of a clawback. */
        public RestorationRecorded(
                UUID booking, UUID clawback, int halfHours, long refundCents, long sponsorRefundCents, Instant at) {
            this(booking, clawback, halfHours, refundCents, sponsorRefundCents, false, at);
        }
    }

    record ClaimReceived(
            UUID claim, UUID booking, UUID counsellor, List<ClaimedSession> sessions, Instant submittedAt, Instant at)
            implements BookingEvent {}

    /**
     * The claim counts no longer: its counsellor corrects a session of it. Nothing was sent to the bank for it.
     *
     * @param payout null when it was not approved; then the amounts are 0
     */
    record ClaimReleased(
            UUID claim,
            UUID booking,
            UUID counsellor,
            @Nullable UUID payout,
            long totalCents,
            long coPaymentCents,
            long governmentShareCents,
            Instant at)
            implements BookingEvent {}

    /** Why a claim can no longer be corrected. */
    enum KeptReason {
        IN_PAYMENT,
        PAID,
        CLAWED_BACK,
        /** Its hours are back with the citizen (D-95). */
        REFUSED
    }

    record ClaimKept(UUID claim, UUID booking, UUID counsellor, KeptReason reason, Instant at)
            implements BookingEvent {}

    /** Where an undue session was found. */
    enum Origin {
        COMPLAINT,
        INSPECTION
    }

    /**
     * An officer judged half hours of a claimed session undue (MR 4.6, 4.7); they are clawed back once they are paid.
     *
     * @param hoursReturn the fault was not the citizen's
     * @param review id of the review or complaint at session-claims-service
     */
    record UndueRecorded(
            UUID session,
            UUID claim,
            UUID booking,
            UUID counsellor,
            int halfHours,
            boolean hoursReturn,
            Origin origin,
            UUID review,
            String reasonCode,
            Instant at)
            implements BookingEvent {}

    /** All that was paid for the claim is clawed back already: nothing is left to announce. */
    record UndueDropped(UUID session, UUID claim, UUID booking, UUID review, Instant at) implements BookingEvent {}

    record PayoutApproved(
            UUID payout,
            UUID claim,
            UUID booking,
            UUID counsellor,
            int halfHours,
            long exclVatCents,
            long vatCents,
            long totalCents,
            long coPaymentCents,
            long governmentShareCents,
            Instant at)
            implements BookingEvent {}

    /**
     * @param neverPaid sessions that no correction can make payable (D-95); empty when the claim can still be corrected, null in events of
     *     before this was recorded
     */
    record PayoutRefused(
            UUID claim,
            UUID booking,
            UUID counsellor,
            List<FailedCheck> failed,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ClaimedSession> neverPaid,

            Instant at)
            implements BookingEvent {

        /** Half hours for which government will never pay. */
        public int neverPaidHalfHours() {
            return neverPaid == null
                    ? 0
                    : neverPaid.stream().mapToInt(ClaimedSession::halfHours).sum();
        }
    }

    /**
     * The payout stands in the file of this batch; no other file will have it.
     *
     * @param amountCents null in events of before this was recorded
     */
    record PayoutBatched(
            UUID payout,
            UUID claim,
            UUID booking,
            UUID batch,
            String endToEndId,
            @Nullable Long amountCents,
            Instant at)
            implements BookingEvent {}

    /** Why a payout waits for another file. */
    enum ReturnReason {
        BATCH_REFUSED,
        REJECTED
    }

    /** The payout waits for another file: the bank never has the first, or rejected it. An officer (a pseudonym) wanted so. */
    record PayoutReturned(
            UUID payout, UUID claim, UUID booking, String endToEndId, ReturnReason reason, String officer, Instant at)
            implements BookingEvent {}

    /**
     * Part of the payout is taken for a clawback (MR 4.7).
     *
     * @param leftCents still to be paid; 0 when the payout is paid by this alone
     */
    record PayoutSetOff(
            UUID payout,
            UUID claim,
            UUID booking,
            UUID counsellor,
            UUID clawback,
            long amountCents,
            long leftCents,
            Instant at)
            implements BookingEvent {}

    record PayoutSent(
            UUID payout,
            UUID claim,
            UUID booking,
            UUID counsellor,
            UUID batch,
            String endToEndId,
            long amountCents,
            Instant at)
            implements BookingEvent {}

    record PayoutPaid(
            UUID payout,
            UUID claim,
            UUID booking,
            UUID counsellor,
            String endToEndId,
            long amountCents,
            long coPaymentCents,
            long governmentShareCents,
            Instant at)
            implements BookingEvent {}

    /** @param reasonCode of ISO 20022, for example {@code AC04}: account closed */
    record PayoutRejected(
            UUID payout, UUID claim, UUID booking, UUID counsellor, String endToEndId, String reasonCode, Instant at)
            implements BookingEvent {}

    record ClaimedSession(UUID session, LocalDate deliveredOn, int halfHours) {}
}
