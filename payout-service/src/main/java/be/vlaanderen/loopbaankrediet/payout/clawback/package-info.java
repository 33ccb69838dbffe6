/** Paid half hours that turn out not to be due: announced, answered, decided, set off against later payouts or written off (MR 4.7). */
package be.vlaanderen.loopbaankrediet.payout.clawback;
