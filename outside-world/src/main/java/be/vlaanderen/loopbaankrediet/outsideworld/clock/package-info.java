/** The movable clock of a development platform. */
@NullMarked
package be.vlaanderen.loopbaankrediet.outsideworld.clock;

import org.jspecify.annotations.NullMarked;
