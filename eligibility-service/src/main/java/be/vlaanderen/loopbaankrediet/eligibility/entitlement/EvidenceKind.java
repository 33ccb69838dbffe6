package be.vlaanderen.loopbaankrediet.eligibility.entitlement;

/** What a piece of evidence shows; the first three are the known false refusals. */
public enum EvidenceKind {
    FOREIGN_WORK,
    NOTICE_PERIOD,
    LEAVE,
    /** D-4: a level that is shown later. */
    EDUCATION,
    RESIDENCE,
    OTHER
}
