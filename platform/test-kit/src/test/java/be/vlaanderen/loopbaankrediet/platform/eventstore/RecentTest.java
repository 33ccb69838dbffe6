package be.vlaanderen.loopbaankrediet.platform.eventstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RecentTest {

    private static final int MOST = 1_000;
    private static final int MANY = 400;

    @Test
    void of_a_crowd_of_which_each_comes_three_times_nobody_is_forgotten_between() {
        Recent<Integer, String> recent = new Recent<>(MOST);
        int between = MOST / 8; // three of them come at each step
        for (int now = 0; now < 20 * MOST; now++) {
            recent.put(now, "citizen " + now);
            for (int before : new int[] {now - between, now - 2 * between + 1}) {
                assertTrue(before < 0 || ("citizen " + before).equals(recent.get(before)), "citizen " + before);
            }
        }
    }

    @Property
    void it_knows_the_last_half_and_never_more_than_the_most(
            @ForAll @IntRange(min = 2, max = 50) int most, @ForAll List<@IntRange(max = 200) Integer> asked) {
        Recent<Integer, Integer> recent = new Recent<>(most);
        for (int each : asked) {
            recent.put(each, -each);
        }
        List<Integer> latest =
                asked.reversed().stream().distinct().limit(most / 2).toList();
        latest.forEach(each -> assertEquals(-each, recent.get(each)));
        long known = IntStream.rangeClosed(0, 200)
                .filter(each -> recent.get(each) != null)
                .count();
        assertTrue(known <= most, known + " of " + most);
    }

    @Test
    void who_came_long_ago_is_forgotten_and_who_came_back_is_not() {
        Recent<String, String> recent = new Recent<>(MOST);
        recent.put("long ago", "");
        recent.put("comes back", "");
        for (int i = 0; i < 2 * MOST; i++) {
            recent.put(String.valueOf(i), "");
            if (i % (MOST / 3) == 0) {
                assertNotNull(recent.get("comes back"));
            }
        }
        assertNotNull(recent.get("comes back"));
        assertNull(recent.get("long ago"));
    }

    @Test
    void what_is_there_and_what_comes_are_merged_also_when_it_is_of_the_older_generation() {
        Recent<Integer, Integer> recent = new Recent<>(4);
        recent.put(1, 7);
        recent.put(2, 0);
        recent.put(3, 0);
        recent.merge(1, 5, Math::max);
        assertEquals(7, recent.get(1));
    }

    @Test
    @Timeout(30)
    void many_at_the_same_moment_get_what_they_put_and_lose_nothing_while_it_is_not_full() throws Exception {
        Recent<Integer, Integer> recent = new Recent<>(MOST);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                int key = i % MANY;
                all.add(people.submit(() -> recent.merge(key, 1, Integer::sum)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        for (int key = 0; key < MANY; key++) {
            assertEquals(10_000 / MANY, recent.get(key));
        }
    }
}
