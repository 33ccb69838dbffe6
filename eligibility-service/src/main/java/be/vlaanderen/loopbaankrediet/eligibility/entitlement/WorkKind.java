package be.vlaanderen.loopbaankrediet.eligibility.entitlement;

/** Why a request waits for an officer. */
public enum WorkKind {
    EVIDENCE,
    OBJECTION,
    /** A source says something else now, to the disadvantage of who holds the right. */
    REVISION
}
