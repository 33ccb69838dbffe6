/** Tables that follow from the events, and the questions about them. */
package be.vlaanderen.loopbaankrediet.payout.views;
