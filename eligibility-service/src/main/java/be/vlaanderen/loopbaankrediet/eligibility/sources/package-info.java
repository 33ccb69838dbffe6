/** The authentic sources: MAGDA and the files of VDAB, read into the words of the rules. */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility.sources;

import org.jspecify.annotations.NullMarked;
