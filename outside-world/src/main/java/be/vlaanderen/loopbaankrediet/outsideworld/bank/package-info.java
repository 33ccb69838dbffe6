/** The bank: credit transfer files in, status reports and debit notifications out. */
@NullMarked
package be.vlaanderen.loopbaankrediet.outsideworld.bank;

import org.jspecify.annotations.NullMarked;
