/** What sponsors paid of what they owe (CN 2.1); what they owe follows from the bookings. Pure. */
package be.vlaanderen.loopbaankrediet.payout.sponsor;
