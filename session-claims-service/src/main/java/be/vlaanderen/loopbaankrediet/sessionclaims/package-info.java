/**
 * Owns the sessions of every paid block: the counsellor registers them with the citizen's code, the citizen confirms or disputes them, and
 * confirmed time becomes a claim; half an hour is confirmed at most once and claimed at most once. Around them: agreement, plan and survey of a
 * block, the complaints of citizens, and the reviews (samples and signals) of officers.
 */
@org.jspecify.annotations.NullMarked
package be.vlaanderen.loopbaankrediet.sessionclaims;
