package be.vlaanderen.loopbaankrediet.eligibility.entitlement;

/** Why a decision was changed, or was not. */
public enum Reason {
    EVIDENCE_ACCEPTED,
    EVIDENCE_INSUFFICIENT,
    OBJECTION_FOUNDED,
    OBJECTION_UNFOUNDED,
    /** D-4. */
    EDUCATION_SHOWN,
    SOURCE_WRONG,
    SOURCE_CORRECTED,
    /** CN 2.5.1. */
    CHEQUES_FOUND,
    /** Who lost the right asked again and has it now. */
    ASKED_AGAIN
}
