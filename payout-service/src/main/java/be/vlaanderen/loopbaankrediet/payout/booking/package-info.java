/** The money side of one booking: co-payment, claims and their payouts. Pure. */
package be.vlaanderen.loopbaankrediet.payout.booking;
