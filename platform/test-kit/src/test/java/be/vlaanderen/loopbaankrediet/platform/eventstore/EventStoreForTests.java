package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Opens the package-private parts to the platform's own test. */
public final class EventStoreForTests {

    private EventStoreForTests() {}

    /** @param instance of the service, as another process would be */
    public static EventStore store(
            Transactions transactions, EventNames names, List<InlineView> views, Pace pace, String instance) {
        return new EventStore(transactions, names, views, Clock.systemUTC(), pace.commandsFirst, instance);
    }

    /** When followers rest is for a test to say: time stands, and nothing is busy at first. */
    public static final class Pace {

        private final AtomicLong nanos = new AtomicLong();
        private volatile double load;
        private final Map<String, Integer> asked = new ConcurrentHashMap<>();
        private final CommandsFirst commandsFirst = new CommandsFirst(this::nanos, () -> load);

        private long nanos() {
            asked.merge(Thread.currentThread().getName(), 1, Integer::sum);
            return nanos.get();
        }

        /** Until time passes: there are commands and no processor time, and followers worked long enough. */
        public void everybodyRests() {
            timePasses();
            load = 1;
            commandsFirst.ended(nanos.get() - Duration.ofSeconds(1).toNanos());
            for (int i = 0; i < CommandsFirst.MANY; i++) {
                commandsFirst.came();
            }
            asked.clear();
        }

        /** Whether this follower looked more than once whether it may go on. */
        public boolean rests(String thread) {
            return asked.getOrDefault(thread, 0) > 2;
        }

        public void timePasses() {
            load = 0;
            nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        }
    }
}
