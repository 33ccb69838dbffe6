/** The right of one citizen: what was asked and what was decided. Pure. */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility.entitlement;

import org.jspecify.annotations.NullMarked;
