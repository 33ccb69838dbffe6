package be.vlaanderen.loopbaankrediet.simulation;

/** Weak spots that histories found and that wait for a decision: counted, and broken promises only with {@code --strict}. */
enum Known {
    /** A claim is refused because a fact that another topic tells is more than ten minutes late. */
    REFUSED_FOR_A_LATE_FACT
}
