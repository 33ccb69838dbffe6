package be.vlaanderen.loopbaankrediet.platform.eventstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TogetherTest {

    @Test
    void of_many_at_the_same_time_each_gets_the_own_answer_and_the_work_is_done_by_one_at_a_time() throws Exception {
        AtomicInteger atWork = new AtomicInteger();
        Together<Integer, Integer> doubled = new Together<>(7, numbers -> {
            assertEquals(1, atWork.incrementAndGet());
            assertTrue(numbers.size() <= 7);
            List<Integer> answers = numbers.stream().map(number -> 2 * number).toList();
            atWork.decrementAndGet();
            return answers;
        });
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                int number = i;
                answers.add(people.submit(() -> doubled.get(number)));
            }
            for (int i = 0; i < answers.size(); i++) {
                assertEquals(2 * i, answers.get(i).get());
            }
        }
    }

    @Test
    void who_comes_while_the_work_is_done_is_served_by_the_next_time_with_all_others() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<List<String>> done = new ArrayList<>();
        Together<String, String> slow = new Together<>(100, wishes -> {
            done.add(wishes);
            begun.countDown();
            await(goOn);
            return wishes;
        });
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = people.submit(() -> slow.get("first"));
            await(begun);
            List<Thread> others = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                others.add(Thread.startVirtualThread(() -> slow.get("later")));
            }
            for (Thread other : others) {
                while (other.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
            }
            goOn.countDown();
            assertEquals("first", first.get());
            for (Thread other : others) {
                other.join();
            }
        }
        assertEquals(List.of(1, 9), done.stream().map(List::size).toList());
    }

    @Test
    void when_the_work_fails_it_fails_for_all_of_them_and_the_next_time_is_a_new_one() throws Exception {
        AtomicInteger times = new AtomicInteger();
        Together<String, String> failing = new Together<>(100, wishes -> {
            if (times.incrementAndGet() == 1) {
                throw new IllegalArgumentException("not today");
            }
            return wishes;
        });
        assertThrows(IllegalArgumentException.class, () -> failing.get("a"));
        assertEquals("b", failing.get("b"));
        Together<String, String> broken = new Together<>(100, wishes -> {
            throw new StackOverflowError();
        });
        Callable<String> asks = () -> broken.get("c");
        assertThrows(StackOverflowError.class, asks::call);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
