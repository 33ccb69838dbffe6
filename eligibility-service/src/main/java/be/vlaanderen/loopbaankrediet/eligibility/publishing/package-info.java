/** Stored facts as the messages that others were promised. */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility.publishing;

import org.jspecify.annotations.NullMarked;
