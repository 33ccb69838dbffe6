package be.vlaanderen.loopbaankrediet.payout.booking;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReceived;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimedSession;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutApproved;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutBatched;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutSetOff;
import org.jspecify.annotations.Nullable;

/**
 * Where a claim stands: {@code OPEN -> REFUSED | APPROVED -> SET_OFF | BATCHED -> SENT -> PAID | REJECTED}; back to {@code APPROVED} when it
 * has to go into another file, {@code RELEASED} when it is corrected before any file has it.
 *
 * @param files in which the payout stood so far
 * @param neverPaidHalfHours of a refused claim, for which government will never pay (D-95)
 */
record Claim(
        ClaimReceived received,
        Status status,
        @Nullable PayoutApproved approved,
        @Nullable PayoutBatched batched,
        long setOffCents,
        int files,
        int neverPaidHalfHours) {

    enum Status {
        OPEN,
        REFUSED,
        /** Taken back to be corrected. */
        RELEASED,
        APPROVED,
        SET_OFF,
        BATCHED,
        SENT,
        PAID,
        REJECTED
    }

    static Claim open(ClaimReceived received) {
        return new Claim(received, Status.OPEN, null, null, 0, 0, 0);
    }

    Claim refused(int halfHoursNeverPaid) {
        return new Claim(received, Status.REFUSED, null, null, 0, files, halfHoursNeverPaid);
    }

    /** Its amounts count no longer, nor do its sessions. */
    Claim released() {
        return new Claim(received, Status.RELEASED, null, null, 0, files, 0);
    }

    Claim with(Status next) {
        return new Claim(received, next, approved, batched, setOffCents, files, neverPaidHalfHours);
    }

    Claim with(PayoutApproved payout) {
        return new Claim(received, Status.APPROVED, payout, null, 0, 0, 0);
    }

    Claim with(PayoutBatched batch) {
        return new Claim(received, Status.BATCHED, approved, batch, setOffCents, files + 1, 0);
    }

    Claim with(PayoutSetOff setOff) {
        Status next = setOff.leftCents() == 0 ? Status.SET_OFF : status;
        return new Claim(received, next, approved, batched, setOffCents + setOff.amountCents(), files, 0);
    }

    boolean isAtBank() {
        return status == Status.BATCHED || status == Status.SENT;
    }

    /** @param endToEndId null for the file as a whole */
    boolean isAbout(@Nullable String endToEndId) {
        return batched != null && (endToEndId == null || batched.endToEndId().equals(endToEndId));
    }

    /** By the bank. */
    long toPayCents() {
        return payout().totalCents() - setOffCents;
    }

    /** Its time counts against the block, and its sessions cannot be claimed again. */
    boolean isPayable() {
        return approved != null;
    }

    int halfHours() {
        return received.sessions().stream().mapToInt(ClaimedSession::halfHours).sum();
    }

    PayoutApproved payout() {
        if (approved == null) {
            throw new IllegalStateException("claim " + received.claim() + " is not approved");
        }
        return approved;
    }

    PayoutBatched batch() {
        if (batched == null) {
            throw new IllegalStateException("claim " + received.claim() + " is in no batch");
        }
        return batched;
    }
}
