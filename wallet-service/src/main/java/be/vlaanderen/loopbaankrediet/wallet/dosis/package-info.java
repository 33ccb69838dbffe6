/** The status of each booking, pushed to DOSIS so that citizens follow it in Mijn Burgerprofiel. Off while no address is set. */
package be.vlaanderen.loopbaankrediet.wallet.dosis;
