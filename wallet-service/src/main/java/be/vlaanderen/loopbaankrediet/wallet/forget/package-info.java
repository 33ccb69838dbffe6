/** The end of what is kept (CN 2.5.3). */
package be.vlaanderen.loopbaankrediet.wallet.forget;
