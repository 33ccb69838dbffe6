/** Answering a request: by the rules, or later when a source is silent. */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility.entitlement.judge;

import org.jspecify.annotations.NullMarked;
