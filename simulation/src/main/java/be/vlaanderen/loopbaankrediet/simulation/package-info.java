/** The whole platform in one process and in no time: the decisions of all services, a clock that is set, and a bus that misbehaves. */
@NullMarked
package be.vlaanderen.loopbaankrediet.simulation;

import org.jspecify.annotations.NullMarked;
