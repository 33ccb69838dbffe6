/** The officers' work list. */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility.views.work;

import org.jspecify.annotations.NullMarked;
