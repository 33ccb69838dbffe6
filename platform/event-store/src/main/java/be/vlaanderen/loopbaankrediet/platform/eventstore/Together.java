package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does at once what several threads want at the same moment. Nobody waits for company: whoever is next does it for everybody who stands there by
 * then. So a single wish is no later for it, and many cost hardly more than one.
 *
 * @param <W> what is wished
 * @param <A> what comes of it
 */
public final class Together<W, A extends @Nullable Object> {

    private final int most;
    private final Function<List<W>, List<A>> work;
    private final Queue<Wish<W, A>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    /**
     * @param most at once
     * @param work gives an answer for each wish, in their order; when it fails, it fails for all of them
     */
    public Together(int most, Function<List<W>, List<A>> work) {
        this.most = most;
        this.work = work;
    }

    private static final class Wish<W, A extends @Nullable Object> {
        final W wished;

        @Nullable A answer;

        @Nullable RuntimeException failure;

        volatile boolean done;

        Wish(W wished) {
            this.wished = wished;
        }
    }

    /** The answer; it is never older than this call. */
    @SuppressWarnings("NullAway") // an answer is as nullable as the work makes it
    public A get(W wished) {
        Wish<W, A> mine = new Wish<>(wished);
        waiting.add(mine);
        while (!mine.done) {
            turn.lock();
            try {
                if (!mine.done) {
                    doForWhoWaits();
                }
            } finally {
                turn.unlock();
            }
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
        return mine.answer;
    }

    private void doForWhoWaits() {
        List<Wish<W, A>> wishes = new ArrayList<>();
        for (Wish<W, A> next = waiting.poll(); next != null; next = wishes.size() < most ? waiting.poll() : null) {
            wishes.add(next);
        }
        try {
            List<A> answers =
                    work.apply(wishes.stream().map(wish -> wish.wished).toList());
            for (int i = 0; i < wishes.size(); i++) {
                wishes.get(i).answer = answers.get(i);
                wishes.get(i).done = true;
            }
        } catch (RuntimeException e) {
            fail(wishes, e);
        } finally {
            // whatever happened here, nobody may wait for an answer that does not come
            fail(wishes, new IllegalStateException("what was asked together failed"));
        }
    }

    private static void fail(List<? extends Wish<?, ?>> wishes, RuntimeException failure) {
        for (Wish<?, ?> wish : wishes) {
            if (!wish.done) {
                wish.failure = failure;
                wish.done = true;
            }
        }
    }
}
