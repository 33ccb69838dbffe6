package be.vlaanderen.loopbaankrediet.wallet.wallet;

import java.util.Set;

/** Where a booking stands. */
public enum BookingStatus {
    /** Hours are set apart; budget or payment page is on its way. */
    RESERVED,
    /** The year's budget is full; waits for its turn. */
    QUEUED,
    AWAITING_PAYMENT,
    BOOKED,
    LAPSED,
    CANCELLED,
    /** Every hour of the block is delivered and confirmed. */
    USED;

    /** Those whose hours are reserved or used; the hours of the others went back to the wallet. */
    public static final Set<BookingStatus> HOLDING_HOURS = Set.of(RESERVED, QUEUED, AWAITING_PAYMENT, BOOKED, USED);

    /** Hours can still be delivered, or paid for. */
    public boolean isOpen() {
        return holdsHours() && this != USED;
    }

    public boolean holdsHours() {
        return HOLDING_HOURS.contains(this);
    }
}
