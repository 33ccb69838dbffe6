package be.vlaanderen.loopbaankrediet.benchmarks;

import be.vlaanderen.loopbaankrediet.launcher.Screen;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;

/**
 * HTTP/1.1 load over plain sockets, because on a machine of two cores a comfortable client costs as much as the service that it measures.
 * A connection has one request under way at a time.
 */
final class Load {

    /** Given instead of a request when there is none left. */
    static final byte[] NONE = new byte[0];

    private static final int SLOTS_A_ROUND = 6;
    private static final double FASTER = 1.05;
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final long SLOWEST_MICROS = 60_000_000;

    private final String host;
    private final int port;
    private final int connections;

    Load(String host, int port, int connections) {
        this.host = host;
        this.port = port;
        this.connections = connections;
    }

    /**
     * What came of it.
     *
     * @param answers of 2xx
     * @param failures all other answers, and the first of them in words
     * @param latency in microseconds; at a fixed rate from the moment at which a request was due, so that a service that stalls is charged
     *     for everybody who waits (coordinated omission)
     */
    record Measured(long answers, long failures, String firstFailure, double seconds, Histogram latency) {

        double perSecond() {
            return answers / seconds;
        }

        double millis(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    /** As fast as the answers come: for throughput. Ends when the time is over, or when there is no request left. */
    Measured asFastAsPossible(Duration time, LongFunction<byte[]> request) {
        return run(time, 0, request);
    }

    /** At a fixed rate, whatever the service does: for latency. */
    Measured atRate(double perSecond, Duration time, LongFunction<byte[]> request) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("no rate to load at: nothing was answered before");
        }
        return run(time, perSecond, request);
    }

    /**
     * The same request as fast as the answers come until it gets no faster: a JVM compiles what it runs often beside the work, which takes minutes
     * on few cores.
     *
     * @return failures
     */
    long warmUp(Screen screen, Options options, LongFunction<byte[]> request) {
        long failures = 0;
        double best = 0;
        int noFaster = 0;
        for (int slot = 1; slot <= SLOTS_A_ROUND * options.rounds && noFaster < 2; slot++) {
            Measured measured = asFastAsPossible(options.time(), request);
            failures += measured.failures();
            screen.line(String.format(Locale.ROOT, "  %.0f per second", measured.perSecond()));
            noFaster = measured.perSecond() > best * FASTER ? 0 : noFaster + 1;
            best = Math.max(best, measured.perSecond());
        }
        return failures;
    }

    private Measured run(Duration time, double perSecond, LongFunction<byte[]> request) {
        AtomicLong next = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Counted>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                all.add(threads.submit(() -> connection(begin, end, perSecond, next, request)));
            }
            Counted sum = new Counted();
            for (Future<Counted> each : all) {
                sum.add(each.get());
            }
            return new Measured(
                    sum.answers,
                    sum.failures,
                    sum.firstFailure,
                    (Math.max(sum.last, begin + 1) - begin) / 1e9,
                    sum.latency);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load could not be made: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Counted connection(long begin, long end, double perSecond, AtomicLong next, LongFunction<byte[]> request)
            throws IOException {
        Counted counted = new Counted();
        try (HttpConnection connection = new HttpConnection(host, port, TIMEOUT_MILLIS)) {
            while (System.nanoTime() < end) {
                long number = next.getAndIncrement();
                byte[] bytes = request.apply(number);
                if (bytes.length == 0) {
                    break;
                }
                long due = System.nanoTime();
                if (perSecond > 0) {
                    due = begin + (long) (number / perSecond * 1e9);
                    if (due >= end) {
                        break;
                    }
                    awaitNanoTime(due);
                }
                int status = connection.send(bytes);
                long now = System.nanoTime();
                counted.note(status, connection, (now - due) / 1000, now);
            }
        }
        return counted;
    }

    static void awaitNanoTime(long due) {
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }

    private static final class Counted {
        private final Histogram latency = new Histogram(SLOWEST_MICROS, 3);
        private long answers;
        private long failures;
        private String firstFailure = "";
        private long last;

        void note(int status, HttpConnection connection, long micros, long now) {
            latency.recordValue(Math.min(Math.max(micros, 0), SLOWEST_MICROS));
            if (status / 100 == 2) {
                answers++;
            } else {
                failures++;
                if (firstFailure.isEmpty()) {
                    firstFailure = status + " " + connection.body();
                }
            }
            last = Math.max(last, now);
        }

        void add(Counted other) {
            latency.add(other.latency);
            answers += other.answers;
            failures += other.failures;
            firstFailure = firstFailure.isEmpty() ? other.firstFailure : firstFailure;
            last = Math.max(last, other.last);
        }
    }
}
