/** Lists in pages, and what may stand in a query. */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility.paging;

import org.jspecify.annotations.NullMarked;
