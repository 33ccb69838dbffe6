/** Attestations of guidance that was followed, in the form that Mijn Burgerprofiel asks. */
package be.vlaanderen.loopbaankrediet.wallet.certificates;
