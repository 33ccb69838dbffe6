/** This service's own reading of the messages of others: records with only the fields it uses. */
package be.vlaanderen.loopbaankrediet.payout.received;
