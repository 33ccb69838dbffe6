/**
 * The money: the budget of each year, the amounts of claims, payment of counsellors through the bank, and the ledger. Promises that a year's
 * budget is never exceeded, that a claim is paid once, and that every euro is in the ledger.
 */
package be.vlaanderen.loopbaankrediet.payout;
