package be.vlaanderen.loopbaankrediet.outsideworld.clock;

import be.vlaanderen.loopbaankrediet.outsideworld.KeptMap;
import be.vlaanderen.loopbaankrediet.outsideworld.StateFolder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The time of the simulated world: the machine's clock plus an offset that only grows. Who listens is told of each move, and a move waits until
 * they know, so that what is done after it is done in the new time everywhere.
 */
@Singleton
public class WorldClock extends Clock {

    public static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(30);
    private static final int MOST_LISTENERS = 100;
    private static final String KEY = "clock";

    /** What is kept: the offset to the machine's clock, and how often it was moved. */
    public record Setting(long offsetMillis, long version) {}

    /** The time, and the move it belongs to. */
    public record Reading(Instant now, long version) {}

    private record Listener(Instant heard, long knows) {}

    private final Clock machine;
    private final KeptMap<Setting> kept;
    private final Map<String, Listener> listeners = new HashMap<>();
    private volatile Setting setting;

    @Inject
    public WorldClock(StateFolder state) {
        this(Clock.systemUTC(), state.map("clock", Setting.class));
    }

    WorldClock(Clock machine, KeptMap<Setting> kept) {
        this.machine = machine;
        this.kept = kept;
        Setting last = kept.get(KEY);
        this.setting = last == null ? new Setting(0, 1) : last;
    }

    @Override
    public Instant instant() {
        return machine.instant().plusMillis(setting.offsetMillis());
    }

    /** Calendar days are those of Brussels. */
    public LocalDate today() {
        return LocalDate.ofInstant(instant(), BRUSSELS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(machine.withZone(zone), Duration.ofMillis(setting.offsetMillis()));
    }

    public Reading reading() {
        Setting current = setting;
        return new Reading(machine.instant().plusMillis(current.offsetMillis()), current.version());
    }

    /**
     * Waits until the clock stands at another move than the one the caller knows.
     *
     * @param as the caller's name when moves must wait for it
     */
    public synchronized Reading newerThan(long known, @Nullable String as, Duration longest)
            throws InterruptedException {
        heard(as, known);
        long end = System.nanoTime() + longest.toNanos();
        while (setting.version() == known) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        heard(as, known);
        return reading();
    }

    /** Moves forward; true when everyone who listens came back with the new time in that while. */
    public synchronized boolean move(Instant to, Duration longest) throws InterruptedException {
        if (to.isBefore(instant())) {
            throw new IllegalArgumentException("time only goes forward");
        }
        Setting moved = new Setting(Duration.between(machine.instant(), to).toMillis(), setting.version() + 1);
        kept.put(KEY, moved);
        setting = moved;
        notifyAll();
        long end = System.nanoTime() + longest.toNanos();
        while (!allKnow(moved.version())) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void heard(@Nullable String as, long known) {
        if (as == null) {
            return;
        }
        forget();
        if (listeners.containsKey(as) || listeners.size() < MOST_LISTENERS) {
            listeners.put(as, new Listener(machine.instant(), known));
            notifyAll(); // a move may be waiting for this one
        }
    }

    private boolean allKnow(long version) {
        forget();
        return listeners.values().stream().allMatch(listener -> listener.knows() >= version);
    }

    private void forget() {
        Instant limit = machine.instant().minus(FORGOTTEN_AFTER);
        listeners.values().removeIf(listener -> listener.heard().isBefore(limit));
    }
}
