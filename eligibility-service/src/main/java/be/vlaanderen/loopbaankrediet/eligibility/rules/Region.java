package be.vlaanderen.loopbaankrediet.eligibility.rules;

/** Where a person lives. */
public enum Region {
    FLANDERS,
    BRUSSELS,
    WALLONIA,
    /** Elsewhere in the European Economic Area. */
    EEA,
    OTHER,
    /** No source knows an address. */
    UNKNOWN;

    /** BVR: nothing more is asked of who lives here. */
    public boolean flandersOrBrussels() {
        return this == FLANDERS || this == BRUSSELS;
    }

    /** BVR: who lives here has a right when they work in Flanders or Brussels. */
    public boolean elsewhereInEea() {
        return this == WALLONIA || this == EEA;
    }
}
