package be.vlaanderen.loopbaankrediet.simulation;

/** A promise of the platform that a history broke. */
final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String promise;

    Violation(String promise, String how) {
        super(promise + ": " + how, null, false, false);
        this.promise = promise;
    }

    /** Which promise, the same for every history that breaks it. */
    String promise() {
        return promise;
    }
}
