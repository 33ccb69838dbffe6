package be.vlaanderen.loopbaankrediet.payout.booking;

/** Why a claim is not payable (D-10, as far as this service knows). The names are part of the contract of {@code PayoutRefused}. */
public enum FailedCheck {
    CO_PAYMENT_NOT_RECEIVED,
    BUDGET_NOT_COMMITTED,
    BOOKING_ENDED,
    NOT_THE_BOOKED_COUNSELLOR,
    COUNSELLOR_NOT_REGISTERED,
    SESSION_IN_FUTURE,
    SESSION_BEFORE_PAYMENT,
    SESSION_ALREADY_CLAIMED,
    MORE_THAN_THE_BLOCK
}
