/** The finance system: adds up what the platform says it approved, sent and paid. */
@NullMarked
package be.vlaanderen.loopbaankrediet.outsideworld.finance;

import org.jspecify.annotations.NullMarked;
