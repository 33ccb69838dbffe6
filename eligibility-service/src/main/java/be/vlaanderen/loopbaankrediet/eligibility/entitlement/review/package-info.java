/** A human looks again (GDPR art. 22), and a right that was established changes. */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility.entitlement.review;

import org.jspecify.annotations.NullMarked;
