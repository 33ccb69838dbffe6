/** Who a citizen is: the number, the vault, and the pseudonym. */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility.citizens;

import org.jspecify.annotations.NullMarked;
