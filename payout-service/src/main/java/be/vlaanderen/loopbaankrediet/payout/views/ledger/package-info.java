/** The ledger and its trial balance, for officers. */
package be.vlaanderen.loopbaankrediet.payout.views.ledger;
