/** The login of the Flemish government, with a development grant instead of a card reader. */
@NullMarked
package be.vlaanderen.loopbaankrediet.outsideworld.login;

import org.jspecify.annotations.NullMarked;
