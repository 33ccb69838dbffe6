/** Three ways: what was approved, what was sent, and what the bank answered. */
package be.vlaanderen.loopbaankrediet.payout.views.reconciliation;
