package be.vlaanderen.loopbaankrediet.outsideworld;

/** Carries a problem from where it is found to the answer. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail(), null, false, false); // a problem of the caller: no stack trace
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
