/** The Flemish data platform: SOAP questions about the people of this world. */
@NullMarked
package be.vlaanderen.loopbaankrediet.outsideworld.magda;

import org.jspecify.annotations.NullMarked;
