package be.vlaanderen.loopbaankrediet.platform.eventstore;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody waits for the answer to a command, and less for what follows from it. So while commands keep coming and the processors are busy,
 * followers (relay, policies, messages taken in) rest before each batch: four times as long as they worked, all together. With processor time to
 * spare, or without commands, nobody rests; and nobody rests longer than two seconds at a time, however long the commands keep coming.
 */
public final class CommandsFirst {

    /** So many commands within a tenth of a second keep coming. */
    static final int MANY = 5;

    static final double BUSY = 0.9;
    private static final int REST_FOR_WORK = 4;
    private static final long LATELY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long LOAD_IS_KNOWN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final LongSupplier nanos;
    private final DoubleSupplier load;

    /** Of the threads on which followers work. */
    private final ThreadLocal<@Nullable Boolean> follows = new ThreadLocal<>();

    private long countedFrom;
    private int counted;
    private long manyAt;
    private long restUntil;
    private long loadAt;
    private double lastLoad;

    CommandsFirst() {
        this(
                System::nanoTime,
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        ::getCpuLoad); // of the container, in one
    }

    /** @param load of all processors since it was asked last, between 0 and 1 */
    CommandsFirst(LongSupplier nanos, DoubleSupplier load) {
        this.nanos = nanos;
        this.load = load;
        long now = nanos.getAsLong();
        this.countedFrom = now;
        this.manyAt = now - LATELY_NANOS;
        this.restUntil = now;
        this.loadAt = now - LOAD_IS_KNOWN_NANOS;
    }

    /** A transaction has something to append: that of a command, unless a follower runs it. */
    void came() {
        if (follows.get() == null) {
            count();
        }
    }

    private synchronized void count() {
        long now = now();
        if (now - countedFrom >= LATELY_NANOS) {
            countedFrom = now;
            counted = 0;
        }
        counted++;
        if (counted >= MANY) {
            manyAt = now;
        }
    }

    /**
     * Returns when a follower may take its next batch.
     *
     * @return to be given back at its end
     */
    public long begin() {
        follows.set(true);
        long since = now();
        while (rests(since)) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return now();
    }

    long now() {
        return nanos.getAsLong();
    }

    /**
     * Whether a follower rests on: what others work meanwhile does not keep it waiting for ever.
     *
     * @param since when it began to
     */
    boolean rests(long since) {
        return now() - since < LONGEST_REST_NANOS && rest() > 0;
    }

    /** @param began what {@link #begin} answered */
    public synchronized void ended(long began) {
        long now = now();
        restUntil = Math.min(Math.max(restUntil, now) + (now - began) * REST_FOR_WORK, now + LONGEST_REST_NANOS);
    }

    /** How long followers still rest as things stand, in nanoseconds. */
    synchronized long rest() {
        long now = now();
        long rest = restUntil - now;
        return rest > 0 && now - manyAt < LATELY_NANOS && isBusy(now) ? rest : 0;
    }

    private boolean isBusy(long now) {
        if (now - loadAt >= LOAD_IS_KNOWN_NANOS) {
            loadAt = now;
            lastLoad = load.getAsDouble();
        }
        return lastLoad >= BUSY;
    }
}
