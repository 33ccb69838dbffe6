/** The files of VDAB: used cheques and outplacement. */
@NullMarked
package be.vlaanderen.loopbaankrediet.outsideworld.vdab;

import org.jspecify.annotations.NullMarked;
