package be.vlaanderen.loopbaankrediet.eligibility.entitlement;

/** What an officer's look changed. */
public enum ReviewOutcome {
    /** The decision stays as it was. */
    UPHELD,
    /** A refusal became a right. */
    OVERTURNED,
    /** Hours or price of a right changed. */
    REVISED,
    /** A right was taken away. */
    WITHDRAWN;
}
