package be.vlaanderen.loopbaankrediet.simulation;

/** Something outside does not answer; it may have done what was asked. */
final class Silent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Silent(String who) {
        super(who, null, false, false);
    }
}
