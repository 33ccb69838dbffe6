/** The payment statement of a counsellor over a period (domain 7): all data of a self-billed invoice, and none. */
package be.vlaanderen.loopbaankrediet.payout.statement;
