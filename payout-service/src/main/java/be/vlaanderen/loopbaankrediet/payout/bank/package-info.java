/**
 * Payment files to the bank and the bank's answers (ISO 20022). A file is stored with its payouts before it is sent, so that it can be
 * sent again as it was; the bank takes the same id for the same file.
 */
package be.vlaanderen.loopbaankrediet.payout.bank;
