/** The end of a file (CN 2.5.3). */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility.entitlement.forget;

import org.jspecify.annotations.NullMarked;
