/** The second yardstick: the wallet as one would write it with a framework, two tables and no events. */
@NullMarked
package be.vlaanderen.loopbaankrediet.benchmarks.crud;

import org.jspecify.annotations.NullMarked;
