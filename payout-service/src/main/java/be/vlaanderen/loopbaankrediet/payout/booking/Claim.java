package be.vlaanderen.loopbaankrediet.payout.booking;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReceived;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimedSession;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutApproved;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutBatched;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutSetOff;
import org.jspecify.annotations.Nullable;

/** Where a claim stands: {@code OPEN -> REFUSED | APPROVED -> SET_OFF | BATCHED -> SENT -> PAID | REJECTED}. */
record Claim(
        ClaimReceived received,
        Status status,
        @Nullable PayoutApproved approved,
        @Nullable PayoutBatched batched,
        long setOffCents) {

    enum Status {
        OPEN,
        REFUSED,
        APPROVED,
        SET_OFF,
        BATCHED,
        SENT,
        PAID,
        REJECTED
    }

    static Claim open(ClaimReceived received) {
        return new Claim(received, Status.OPEN, null, null, 0);
    }

    Claim with(Status next) {
        return new Claim(received, next, approved, batched, setOffCents);
    }

    Claim with(PayoutApproved payout) {
        return new Claim(received, Status.APPROVED, payout, null, 0);
    }

    Claim with(PayoutBatched batch) {
        return new Claim(received, Status.BATCHED, approved, batch, setOffCents);
    }

    Claim with(PayoutSetOff setOff) {
        Status next = setOff.leftCents() == 0 ? Status.SET_OFF : status;
        return new Claim(received, next, approved, batched, setOffCents + setOff.amountCents());
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
