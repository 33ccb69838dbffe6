package be.vlaanderen.loopbaankrediet.eligibility.sources;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // the clock may turn over
    private final CircuitBreaker breaker = new CircuitBreaker(nanos::get);

    @Test
    void a_source_that_failed_a_few_times_is_asked_on() {
        fail(CircuitBreaker.FAILURES - 1);
        assertTrue(breaker.mayAsk());
    }

    @Test
    void a_source_that_failed_many_times_in_a_row_is_left_alone_and_then_asked_once_a_pause() {
        fail(CircuitBreaker.FAILURES);
        assertFalse(breaker.mayAsk());
        nanos.addAndGet(CircuitBreaker.PAUSE.toNanos());
        assertTrue(breaker.mayAsk());
        assertFalse(breaker.mayAsk(), "one at a time");
        breaker.failed();
        assertFalse(breaker.mayAsk());
        nanos.addAndGet(CircuitBreaker.PAUSE.toNanos());
        assertTrue(breaker.mayAsk());
    }

    @Test
    void an_answer_makes_all_good_again() {
        fail(CircuitBreaker.FAILURES);
        nanos.addAndGet(CircuitBreaker.PAUSE.toNanos());
        assertTrue(breaker.mayAsk());
        breaker.answered();
        assertTrue(breaker.mayAsk());
        assertTrue(breaker.mayAsk());
        fail(CircuitBreaker.FAILURES - 1);
        assertTrue(breaker.mayAsk(), "what failed before is forgotten");
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }
}
