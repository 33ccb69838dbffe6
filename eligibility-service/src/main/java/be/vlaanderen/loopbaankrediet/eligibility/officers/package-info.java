/** The back office: the work list, the dossier of a request, decisions with four eyes, and the end of a file. */
@NullMarked
package be.vlaanderen.loopbaankrediet.eligibility.officers;

import org.jspecify.annotations.NullMarked;
