/** Clawbacks as officers and their counsellor see them. */
package be.vlaanderen.loopbaankrediet.payout.views.clawbacks;
