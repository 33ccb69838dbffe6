/** The requests of a citizen with their decisions, and the explanation in plain Dutch. */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility.views.requests;

import org.jspecify.annotations.NullMarked;
