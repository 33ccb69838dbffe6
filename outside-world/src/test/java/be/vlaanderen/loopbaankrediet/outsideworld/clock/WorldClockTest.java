package be.vlaanderen.loopbaankrediet.outsideworld.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.outsideworld.KeptMap;
import be.vlaanderen.loopbaankrediet.outsideworld.clock.WorldClock.Reading;
import be.vlaanderen.loopbaankrediet.outsideworld.clock.WorldClock.Setting;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldClockTest {

    private static final Instant START = Instant.parse("2027-01-04T08:00:00Z");
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final Machine machine = new Machine();
    private WorldClock clock;

    /** A machine whose clock stands still until told. */
    private static final class Machine extends Clock {
        private volatile Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void open() {
        clock = new WorldClock(machine, KeptMap.open(folder.resolve("clock.jsonl"), Setting.class, new ObjectMapper()));
    }

    @Test
    void the_clock_goes_on_from_where_it_was_moved_to() throws Exception {
        clock.move(START.plus(Duration.ofDays(14)), SHORT);
        machine.now = START.plusSeconds(60);
        assertEquals(START.plus(Duration.ofDays(14)).plusSeconds(60), clock.instant());
    }

    @Test
    void time_only_goes_forward() {
        assertThrows(IllegalArgumentException.class, () -> clock.move(START.minusSeconds(1), SHORT));
        assertEquals(START, clock.instant());
    }

    @Test
    void the_offset_and_a_higher_version_are_there_after_a_restart() throws Exception {
        clock.move(START.plus(Duration.ofDays(1)), SHORT);
        Reading before = clock.reading();
        open();
        assertEquals(before, clock.reading());
        clock.move(START.plus(Duration.ofDays(2)), SHORT);
        assertTrue(clock.reading().version() > before.version());
    }

    @Test
    void who_waits_is_told_of_a_move() throws Exception {
        long known = clock.reading().version();
        CompletableFuture<Reading> poll = polling(known, "wallet", new CountDownLatch(1));
        clock.move(START.plus(Duration.ofDays(1)), SHORT);
        Reading reading = poll.get(10, TimeUnit.SECONDS);
        assertEquals(START.plus(Duration.ofDays(1)), reading.now());
        assertTrue(reading.version() > known);
    }

    @Test
    void who_waits_in_vain_gets_the_time_all_the_same() throws Exception {
        assertEquals(clock.reading(), clock.newerThan(clock.reading().version(), null, SHORT));
    }

    @Test
    void who_knows_of_a_world_that_is_gone_is_answered_at_once() throws Exception {
        assertEquals(clock.reading(), clock.newerThan(999, "wallet", LONG));
    }

    @Test
    void a_move_waits_until_a_listener_comes_back_with_the_new_version() throws Exception {
        long known = clock.reading().version();
        clock.newerThan(known, "wallet", Duration.ZERO);
        CompletableFuture<Boolean> move = moving();
        Reading told = clock.newerThan(known, "wallet", LONG);
        assertFalse(move.isDone());
        clock.newerThan(told.version(), "wallet", SHORT);
        assertTrue(move.get(10, TimeUnit.SECONDS));
    }

    @Test
    void a_move_does_not_wait_longer_than_it_may() throws Exception {
        clock.newerThan(clock.reading().version(), "wallet", Duration.ZERO);
        assertFalse(clock.move(START.plus(Duration.ofDays(1)), SHORT));
    }

    @Test
    void a_listener_that_was_not_heard_for_half_a_minute_is_not_waited_for() throws Exception {
        clock.newerThan(clock.reading().version(), "wallet", Duration.ZERO);
        machine.now = START.plusSeconds(31);
        assertTrue(clock.move(START.plus(Duration.ofDays(1)), SHORT));
    }

    @Test
    void who_gives_no_name_is_not_waited_for() throws Exception {
        clock.newerThan(clock.reading().version(), null, Duration.ZERO);
        assertTrue(clock.move(START.plus(Duration.ofDays(1)), SHORT));
    }

    private CompletableFuture<Reading> polling(long known, String as, CountDownLatch begun)
            throws InterruptedException {
        CompletableFuture<Reading> poll = CompletableFuture.supplyAsync(() -> {
            begun.countDown();
            try {
                return clock.newerThan(known, as, LONG);
            } catch (InterruptedException e) {
                throw new CompletionException(e);
            }
        });
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        return poll;
    }

    private CompletableFuture<Boolean> moving() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return clock.move(START.plus(Duration.ofDays(1)), LONG);
            } catch (InterruptedException e) {
                throw new CompletionException(e);
            }
        });
    }
}
