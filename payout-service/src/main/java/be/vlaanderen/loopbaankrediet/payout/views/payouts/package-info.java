/** Decided claims and where their payment stands, for counsellors and officers. */
package be.vlaanderen.loopbaankrediet.payout.views.payouts;
