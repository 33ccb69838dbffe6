/** The figures of the schemes, as an officer reads them, and what would happen with others. */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility.parameters;

import org.jspecify.annotations.NullMarked;
