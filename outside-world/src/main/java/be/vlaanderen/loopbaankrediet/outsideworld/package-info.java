/**
 * Stand-ins for what is not ours: MAGDA, VDAB, the login, the payment provider, the bank, the finance system, and the movable clock of a
 * development platform. Promises the protocols of the real things, as far as the services use them; knows nothing of the services.
 */
@NullMarked
package be.vlaanderen.loopbaankrediet.outsideworld;

import org.jspecify.annotations.NullMarked;
