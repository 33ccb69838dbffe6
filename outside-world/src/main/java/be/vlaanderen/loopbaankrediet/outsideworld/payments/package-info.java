/** The payment provider: payments, its hosted page, refunds and signed notifications. */
@NullMarked
package be.vlaanderen.loopbaankrediet.outsideworld.payments;

import org.jspecify.annotations.NullMarked;
