/** The rules of the policy texts as dated, pure code: what the sources said goes in, a judgement comes out. */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility.rules;

import org.jspecify.annotations.NullMarked;
