package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

/** Whether an account is in the name of who wants to be paid on it, according to its bank. */
public enum NameMatch {
    MATCH,
    CLOSE_MATCH,
    NO_MATCH,
    /** The bank said nothing; an officer finds a note of it. */
    NOT_AVAILABLE
}
