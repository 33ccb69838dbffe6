package be.vlaanderen.loopbaankrediet.payout.booking;

import java.util.Set;

/**
 * Why a claim is not payable (D-10, as far as this service knows). The names are part of the contract of {@code PayoutRefused}. What becomes of
 * its time is D-95.
 */
public enum FailedCheck {
    /** May still be heard of: nothing goes back, and the claim can be corrected. */
    CO_PAYMENT_NOT_RECEIVED,
    /** As the co-payment. */
    BUDGET_NOT_COMMITTED,
    /** Hours, money and budget went back when the booking ended. */
    BOOKING_ENDED,
    /** Never payable: the whole claim goes back. */
    NOT_THE_BOOKED_COUNSELLOR,
    /** Never payable: the sessions of such days go back. Of a counsellor who was never heard of nothing does yet. */
    COUNSELLOR_NOT_REGISTERED,
    /** Never payable: the sessions of such days go back. */
    SESSION_IN_FUTURE,
    /** Never payable: the sessions of such days go back. */
    SESSION_BEFORE_PAYMENT,
    /** Its time is paid with another claim: nothing goes back. */
    SESSION_ALREADY_CLAIMED,
    /** The block's time is paid or went back already: nothing goes back. */
    MORE_THAN_THE_BLOCK;

    /** Two services see the time of the block differently: a person looks before anything goes back. */
    static final Set<FailedCheck> TIME_IS_ELSEWHERE =
            Set.of(BOOKING_ENDED, SESSION_ALREADY_CLAIMED, MORE_THAN_THE_BLOCK);
}
