/** What the platform costs and how fast it is, each figure beside a limit taken in the same run on the same servers. */
@NullMarked
package be.vlaanderen.loopbaankrediet.benchmarks;

import org.jspecify.annotations.NullMarked;
