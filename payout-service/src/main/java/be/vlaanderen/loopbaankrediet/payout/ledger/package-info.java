/** Double entry in whole cents, as it follows from what happened to bookings. Pure. */
package be.vlaanderen.loopbaankrediet.payout.ledger;
