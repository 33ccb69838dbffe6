package be.vlaanderen.loopbaankrediet.eligibility.rules;

/** A condition that failed; in the order in which they are named. */
public enum Condition {
    NOT_ENOUGH_EXPERIENCE,
    NOT_WORKING,
    NO_HOURS_CARRIED_OVER,
    OUTPLACEMENT,
    OUTSIDE_REGION,
    /** D-1: the cheque of the transition is for who never had one. */
    CHEQUE_EVER_USED,
    /** BVR: both cheques of the last six years are used. */
    CHEQUES_USED_UP,
    /** OP: the cheques of this month are gone. */
    QUOTA_FULL,
    /** VR. */
    NOT_OUT_OF_WORK_LONG_ENOUGH,
    /** VR. */
    BENEFIT_WHILE_OUT_OF_WORK
}
