package be.vlaanderen.loopbaankrediet.platform.eventstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who follows makes way for commands, but never for long. */
class CommandsFirstTest {

    private static final double BUSY = 1;
    private static final double HALF = 0.5;

    private long now = 7;
    private double load = BUSY;
    private final CommandsFirst commandsFirst = new CommandsFirst(() -> now, () -> load);

    @Test
    void while_commands_keep_coming_a_follower_rests_four_times_as_long_as_it_worked() {
        works(Duration.ofMillis(20));
        comeMany();
        assertEquals(Duration.ofMillis(80), rest());
        passes(Duration.ofMillis(79));
        assertEquals(Duration.ofMillis(1), rest());
        passes(Duration.ofMillis(1));
        assertEquals(Duration.ZERO, rest());
    }

    @Test
    void nobody_rests_while_few_commands_come() {
        works(Duration.ofMillis(200));
        come(CommandsFirst.MANY - 1);
        assertEquals(Duration.ZERO, rest());
        passes(Duration.ofMillis(100));
        come(1); // the first of another tenth of a second
        assertEquals(Duration.ZERO, rest());
        comeMany();
        passes(Duration.ofMillis(99));
        assertTrue(rest().isPositive());
        passes(Duration.ofMillis(1));
        assertEquals(Duration.ZERO, rest());
    }

    @Test
    void what_followers_themselves_append_is_no_command() {
        works(Duration.ofMillis(200));
        for (int i = 0; i < CommandsFirst.MANY; i++) {
            commandsFirst.came();
        }
        assertEquals(Duration.ZERO, rest());
    }

    @Test
    void nobody_rests_while_there_is_processor_time_to_spare() {
        load = HALF;
        works(Duration.ofMillis(200));
        comeMany();
        assertEquals(Duration.ZERO, rest());
        load = BUSY;
        passes(Duration.ofMillis(250)); // so long a load is taken as known
        comeMany();
        assertTrue(rest().isPositive());
    }

    @Test
    void what_all_followers_worked_counts_together_and_yet_none_waits_longer_than_two_seconds() {
        long first = commandsFirst.begin();
        long second = commandsFirst.begin();
        passes(Duration.ofMillis(50));
        commandsFirst.ended(first);
        commandsFirst.ended(second);
        comeMany();
        assertEquals(Duration.ofMillis(400), rest());
        Random random = new Random(2027);
        for (int i = 0; i < 1_000; i++) {
            load = random.nextDouble();
            long began = now;
            passes(Duration.ofMillis(random.nextInt(20_000)));
            commandsFirst.ended(began);
            comeMany();
            assertTrue(rest().compareTo(Duration.ofSeconds(2)) <= 0, "rest of " + rest());
        }
    }

    @Test
    void what_others_work_meanwhile_keeps_nobody_waiting_for_longer_than_that() {
        works(Duration.ofSeconds(1));
        long since = now;
        for (int tenths = 0; tenths < 40; tenths++) {
            comeMany();
            assertEquals(tenths < 20, commandsFirst.rests(since), tenths + " tenths of a second");
            assertTrue(rest().isPositive());
            long began = now;
            passes(Duration.ofMillis(100));
            commandsFirst.ended(began);
        }
    }

    @Test
    void a_follower_that_may_go_on_goes_on_at_once() {
        works(Duration.ofSeconds(5));
        assertEquals(now, commandsFirst.begin());
    }

    private void comeMany() {
        come(CommandsFirst.MANY);
    }

    /** On a thread that is no follower's. */
    private void come(int commands) {
        Thread citizens = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < commands; i++) {
                commandsFirst.came();
            }
        });
        try {
            assertTrue(citizens.join(Duration.ofSeconds(10)));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void works(Duration time) {
        long began = commandsFirst.begin();
        passes(time);
        commandsFirst.ended(began);
    }

    private void passes(Duration time) {
        now += time.toNanos();
    }

    private Duration rest() {
        return Duration.ofNanos(commandsFirst.rest());
    }
}
