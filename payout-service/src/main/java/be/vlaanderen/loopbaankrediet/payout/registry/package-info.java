/** Calls to provider-registry-service: who a counsellor is, and to whom the money goes. */
package be.vlaanderen.loopbaankrediet.payout.registry;
