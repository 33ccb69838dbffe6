/** All that a citizen can use for a career and for learning, side by side (LLR). */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility.views.portfolio;

import org.jspecify.annotations.NullMarked;
