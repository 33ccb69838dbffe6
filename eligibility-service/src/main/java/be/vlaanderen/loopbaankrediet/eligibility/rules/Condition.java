package be.vlaanderen.loopbaankrediet.eligibility.rules;

/** A condition that failed; in the order in which they are named. */
public enum Condition {
    NOT_ENOUGH_EXPERIENCE,
    NOT_WORKING,
    NO_HOURS_CARRIED_OVER,
    OUTPLACEMENT,
    OUTSIDE_REGION
}
