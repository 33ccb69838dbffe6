/** What citizens are told of their bookings: noted when it happens, sent when it is due. No address and no name is kept. */
package be.vlaanderen.loopbaankrediet.wallet.messages;
