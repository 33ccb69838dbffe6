/** The government's money of one year: committed at booking, settled at payout, first come first served. Pure. */
package be.vlaanderen.loopbaankrediet.payout.budget;
