/**
 * Owns the sessions of every paid block: the counsellor registers them with the citizen's code, the citizen confirms or disputes them, and
 * confirmed time becomes a claim. Promises the facts {@code SessionRegistered}, {@code SessionConfirmed}, {@code SessionDisputed} and
 * {@code ClaimSubmitted}; half an hour is confirmed at most once and claimed at most once.
 */
@org.jspecify.annotations.NullMarked
package be.vlaanderen.loopbaankrediet.sessionclaims;
