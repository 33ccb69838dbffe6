package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

/** Why something was decided about a counsellor, as a code; the words stand in the vault. */
public enum Reason {
    CONDITIONS_NOT_MET(true, false),
    PROOF_NOT_ACCEPTED(true, false),
    HOURS_NOT_DELIVERED(true, false),
    NO_COOPERATION(true, false),
    FOUNDED_COMPLAINTS(true, false),
    POOR_QUALITY(true, false),
    NOT_PROVEN(false, true),
    REMEDIED(false, true),
    OTHER(true, true),
    /** It is time to look again; only for a renewal. */
    PERIODIC(false, false),
    /** The counsellor's own decision; never an officer's. */
    OWN_WISH(false, false);

    private final boolean against;
    private final boolean inFavour;

    Reason(boolean against, boolean inFavour) {
        this.against = against;
        this.inFavour = inFavour;
    }

    /** Whether an officer can sanction for it. */
    public boolean isAgainst() {
        return against;
    }

    /** Whether an officer can drop or end a sanction for it. */
    public boolean isInFavour() {
        return inFavour;
    }

    /** Whether an officer can ask to show the conditions again for it. */
    public boolean isForRenewal() {
        return against || this == PERIODIC;
    }
}
