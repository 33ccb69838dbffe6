package be.vlaanderen.loopbaankrediet.outsideworld.people;

/** Highest level of education; unknown is what no source can show. */
public enum Education {
    LOW,
    MEDIUM,
    HIGH,
    UNKNOWN
}
