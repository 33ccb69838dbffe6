package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The event store as followers see it. They are woken a moment after a commit of this instance, so that a message leaves at once. While several
 * commits come in a moment, the moment is longer: each follower pays for every time it is woken, with a question and the commit of its token, so
 * what comes meanwhile is read together. What another instance committed is found when they look by themselves, once a second.
 */
final class FollowedEvents implements StreamableMessageSource<TrackedEventMessage<?>> {

    private static final int AT_ONCE = 500;
    private static final long A_MOMENT_MILLIS = 5;
    private static final long A_BUSY_MOMENT_MILLIS = 25;
    private static final long A_CROWDED_MOMENT_MILLIS = 100;
    private static final int A_CROWD = 10;

    private final EventStorageEngine engine;
    private final CommandsFirst commandsFirst;
    private final List<Runnable> whenCommitted = new CopyOnWriteArrayList<>();
    private final AtomicBoolean waking = new AtomicBoolean();
    private final AtomicInteger commits = new AtomicInteger();
    private volatile long momentMillis = A_MOMENT_MILLIS;
    private final ScheduledExecutorService waker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("event-store-waker").daemon().factory());

    FollowedEvents(EventStorageEngine engine, CommandsFirst commandsFirst) {
        this.engine = engine;
        this.commandsFirst = commandsFirst;
    }

    void committed() {
        commits.incrementAndGet();
        if (!waking.getAndSet(true)) {
            var unused = waker.schedule(this::wake, momentMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void wake() {
        if (commandsFirst.rest() > 0) {
            var unused = waker.schedule(this::wake, A_CROWDED_MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            return;
        }
        int came = commits.getAndSet(0);
        momentMillis = came <= 1 ? A_MOMENT_MILLIS : came <= A_CROWD ? A_BUSY_MOMENT_MILLIS : A_CROWDED_MOMENT_MILLIS;
        waking.set(false); // first, so that who commits from here on wakes them again
        whenCommitted.forEach(Runnable::run);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new Open(token);
    }

    @Override
    public TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return engine.createTokenAt(time);
    }

    /** What one follower reads; nothing while followers rest, so that little waits in memory. Nothing waits here: who finds nothing is woken. */
    private final class Open implements BlockingStream<TrackedEventMessage<?>> {

        private final Queue<TrackedEventMessage<?>> ahead = new ArrayDeque<>();
        private @Nullable TrackingToken last;
        private @Nullable Long restsSince;
        private @Nullable Runnable wake;

        Open(@Nullable TrackingToken last) {
            this.last = last;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            wake = callback;
            whenCommitted.add(callback);
            return true;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            read();
            return Optional.ofNullable(ahead.peek());
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            read();
            return !ahead.isEmpty();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            read();
            return ahead.remove();
        }

        private boolean rests() {
            long since = restsSince == null ? commandsFirst.now() : restsSince;
            boolean rests = commandsFirst.rests(since);
            restsSince = rests ? since : null;
            return rests;
        }

        private void read() {
            if (ahead.isEmpty() && !rests()) {
                try (Stream<? extends TrackedEventMessage<?>> found = engine.readEvents(last, false)) {
                    found.limit(AT_ONCE).forEach(event -> {
                        ahead.add(event);
                        last = event.trackingToken();
                    });
                }
            }
        }

        @Override
        public void close() {
            if (wake != null) {
                whenCommitted.remove(wake);
            }
        }
    }
}
