/**
 * Decides who has a right to the career credit, and explains every decision. Owns the rule sets, the questions to the authentic sources,
 * and the one place where a citizen number meets the pseudonym that the rest of the platform knows. Promises never to refuse somebody
 * because a source is silent: such a request waits and is finished by itself.
 */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility;

import org.jspecify.annotations.NullMarked;
