/** What a citizen sends in after a decision: evidence and objections. */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility.entitlement.evidence;

import org.jspecify.annotations.NullMarked;
