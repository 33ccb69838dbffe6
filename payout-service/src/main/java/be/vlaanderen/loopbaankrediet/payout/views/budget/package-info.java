/** The budget of a year, for officers. */
package be.vlaanderen.loopbaankrediet.payout.views.budget;
