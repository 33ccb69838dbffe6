/** The cheques of the earlier schemes: VDAB's files read into tables, and what is to be paid back (CN 2.5, CN 2.5.1). */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility.cheques;

import org.jspecify.annotations.NullMarked;
