/** DOSIS: where Mijn Burgerprofiel reads the status of a citizen's dossiers. */
@NullMarked
package be.vlaanderen.loopbaankrediet.outsideworld.dosis;

import org.jspecify.annotations.NullMarked;
