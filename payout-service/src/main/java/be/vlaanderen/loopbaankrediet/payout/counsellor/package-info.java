/** What this service must know of a counsellor to pay: registered since when, liable to VAT on which days. Pure. */
package be.vlaanderen.loopbaankrediet.payout.counsellor;
