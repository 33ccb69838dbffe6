/**
 * Owns who is a career counsellor: the dossier and its route, the VAT regime, and the only copy of a counsellor's personal data (the
 * vault). Promises a public directory of registered counsellors and the facts {@code CounsellorRegistered},
 * {@code CounsellorVatRegimeChanged}, {@code CounsellorSuspended}, {@code CounsellorReinstated} and {@code CounsellorLeft}.
 */
@org.jspecify.annotations.NullMarked
package be.vlaanderen.loopbaankrediet.providerregistry;
