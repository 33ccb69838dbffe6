/** Asking for the career credit. */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility.entitlement.request;

import org.jspecify.annotations.NullMarked;
