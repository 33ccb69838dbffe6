package be.vlaanderen.loopbaankrediet.eligibility.rules;

/** Why a period counts, or does not. */
public enum Weight {
    WORK,
    /** D-3. */
    EQUATED,
    /** D-2: all its days are those of another period too. */
    COUNTED_ELSEWHERE,
    /** D-2: a cancelled declaration is no work. */
    CANCELLED,
    NOT_WORK,
    /** D-2: days after the request do not count. */
    AFTER_THE_REQUEST,
    /** BVR, until 2019: only the last 24 months counted. */
    BEFORE_THE_WINDOW
}
