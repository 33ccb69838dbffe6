/** What this service promises others: its stored facts as contract messages. */
package be.vlaanderen.loopbaankrediet.payout.publishing;
