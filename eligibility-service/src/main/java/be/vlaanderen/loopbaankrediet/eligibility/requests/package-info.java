/** A request from the question to the answer: asks the sources between two transactions, and tries again later. */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility.requests;

import org.jspecify.annotations.NullMarked;
