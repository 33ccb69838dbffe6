package be.vlaanderen.loopbaankrediet.eligibility.sources;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Leaves a source alone that failed many times in a row: then it is asked once a pause, until it answers. Who may not ask is told so at once,
 * and waits no time.
 */
final class CircuitBreaker {

    static final int FAILURES = 30;
    static final Duration PAUSE = Duration.ofSeconds(15);

    private final LongSupplier nanos;
    private int failures;
    private long askAgainNanos;

    CircuitBreaker(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** While it is open, true for one attempt a pause. */
    synchronized boolean mayAsk() {
        if (failures < FAILURES) {
            return true;
        }
        long now = nanos.getAsLong();
        if (now - askAgainNanos < 0) {
            return false;
        }
        askAgainNanos = now + PAUSE.toNanos();
        return true;
    }

    synchronized void answered() {
        failures = 0;
    }

    synchronized void failed() {
        failures = Math.min(failures + 1, FAILURES);
        if (failures == FAILURES) {
            askAgainNanos = nanos.getAsLong() + PAUSE.toNanos();
        }
    }
}
