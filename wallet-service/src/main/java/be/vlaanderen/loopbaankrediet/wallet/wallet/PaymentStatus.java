package be.vlaanderen.loopbaankrediet.wallet.wallet;

/** Where one payment at the payment provider stands. */
public enum PaymentStatus {
    REQUESTED,
    CANCELLED,
    PAID,
    REFUND_OWED,
    REFUNDED
}
