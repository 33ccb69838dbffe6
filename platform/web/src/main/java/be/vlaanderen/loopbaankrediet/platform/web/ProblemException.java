package be.vlaanderen.loopbaankrediet.platform.web;

import org.jspecify.annotations.Nullable;

/** A problem found at the edge, on its way to the client. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem, @Nullable Throwable cause) {
        super(problem.type(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
