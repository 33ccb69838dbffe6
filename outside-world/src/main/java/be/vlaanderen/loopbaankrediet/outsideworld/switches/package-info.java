/** The disturbances that can be turned on. */
@NullMarked
package be.vlaanderen.loopbaankrediet.outsideworld.switches;

import org.jspecify.annotations.NullMarked;
