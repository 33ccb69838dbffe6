package be.vlaanderen.loopbaankrediet.outsideworld.people;

/** Where a person lives. */
public enum Region {
    FLANDERS,
    BRUSSELS,
    WALLONIA,
    /** In the European Economic Area, outside Belgium. */
    EEA,
    /** Anywhere else. */
    OTHER
}
