package be.vlaanderen.loopbaankrediet.payout.booking;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReceived;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimedSession;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutApproved;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutBatched;
import org.jspecify.annotations.Nullable;

/** Where a claim stands: {@code OPEN -> REFUSED | APPROVED -> BATCHED -> SENT -> PAID | REJECTED}. */
record Claim(
        ClaimReceived received,
        Status status,
        @Nullable PayoutApproved approved,
        @Nullable PayoutBatched batched) {

    enum Status {
        OPEN,
        REFUSED,
        APPROVED,
        BATCHED,
        SENT,
        PAID,
        REJECTED
    }

    static Claim open(ClaimReceived received) {
        return new Claim(received, Status.OPEN, null, null);
    }

    Claim with(Status next) {
        return new Claim(received, next, approved, batched);
    }

    Claim with(PayoutApproved payout) {
        return new Claim(received, Status.APPROVED, payout, null);
    }

    Claim with(PayoutBatched batch) {
        return new Claim(received, Status.BATCHED, approved, batch);
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
