/** Carries recorded facts to the decisions they call for, in one transaction. */
package be.vlaanderen.loopbaankrediet.payout.desk;
