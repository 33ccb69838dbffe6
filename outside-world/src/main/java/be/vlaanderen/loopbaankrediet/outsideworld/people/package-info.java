/** The people of the simulated world and what is true about them. */
@NullMarked
package be.vlaanderen.loopbaankrediet.outsideworld.people;

import org.jspecify.annotations.NullMarked;
