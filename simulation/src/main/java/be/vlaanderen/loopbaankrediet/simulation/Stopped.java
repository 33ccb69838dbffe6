package be.vlaanderen.loopbaankrediet.simulation;

/** A service stops here: what was not stored is gone. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Stopped() {
        super("stopped", null, false, false);
    }
}
