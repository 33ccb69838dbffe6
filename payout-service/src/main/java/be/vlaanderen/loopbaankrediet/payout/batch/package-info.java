/** Payouts that go to the bank in one file. Pure. */
package be.vlaanderen.loopbaankrediet.payout.batch;
