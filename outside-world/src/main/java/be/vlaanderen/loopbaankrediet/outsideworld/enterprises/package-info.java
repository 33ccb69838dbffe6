/** The enterprises of the simulated world, as far as they do not follow from people. */
@NullMarked
package be.vlaanderen.loopbaankrediet.outsideworld.enterprises;

import org.jspecify.annotations.NullMarked;
