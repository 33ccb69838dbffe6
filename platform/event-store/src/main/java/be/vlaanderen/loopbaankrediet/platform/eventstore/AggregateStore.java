package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Loads one kind of aggregate, lets a pure decision speak, and appends what it decided.
 *
 * @param <S> state
 * @param <E> sealed event type
 */
public final class AggregateStore<S, E> {

    private static final long LATELY_NANOS = TimeUnit.SECONDS.toNanos(1);

    /**
     * @param version sequence of the last event, -1 before the first
     * @param behind another instance is known to have stored more
     * @param newestAt when it was the newest, in nanoseconds of this machine
     */
    private record Loaded<S>(S state, long version, boolean behind, long newestAt) {

        static <S> Loaded<S> newest(S state, long version) {
            return new Loaded<>(state, version, false, System.nanoTime());
        }
    }

    private final Aggregate<S, E> aggregate;
    private final EventStore events;
    private final Recent<String, Loaded<S>> cache;

    AggregateStore(Aggregate<S, E> aggregate, EventStore events, int cached) {
        this.aggregate = aggregate;
        this.events = events;
        this.cache = new Recent<>(cached);
    }

    /**
     * Decides on the newest state of the stream and stores the events, all in one transaction (that of the caller, if there is one).
     *
     * @param decide pure; may run again when another writer was first
     */
    public Outcome<S, E> handle(String stream, Function<S, Decision<E>> decide) {
        return events.transactions().in(connection -> {
            Map<String, Loaded<S>> mine = events.transactions().local(this, HashMap::new);
            Loaded<S> own = mine.get(stream);
            Loaded<S> known = cache.get(stream);
            Loaded<S> inMemory = known == null || known.behind() ? null : known;
            Loaded<S> before = own != null ? own : inMemory != null ? inMemory : catchUp(stream, known);
            Decision<E> decision = decide.apply(before.state());
            if (!appends(decision) && own == null && inMemory != null) {
                // an append would find out that another instance was first; who appends nothing must look
                Loaded<S> newest = catchUp(stream, before);
                if (newest.version() > before.version()) {
                    before = newest;
                    decision = decide.apply(before.state());
                }
            }
            return switch (decision) {
                case Decision.Refused<E> refused -> new Outcome.Refused<>(refused.reason(), refused.data());
                case Decision.Events<E> decided -> {
                    if (decided.events().isEmpty()) {
                        yield new Outcome.Accepted<>(before.state(), List.of());
                    }
                    events.append(
                            aggregate.name(), stream, before.version() + 1, decided.events(), () -> markBehind(stream));
                    S state = before.state();
                    for (E event : decided.events()) {
                        state = aggregate.evolve().apply(state, event);
                    }
                    Loaded<S> after = Loaded.newest(
                            state, before.version() + decided.events().size());
                    mine.put(stream, after);
                    events.transactions().afterCommit(() -> remember(stream, after));
                    yield new Outcome.Accepted<>(state, decided.events());
                }
            };
        });
    }

    /** The newest state, for questions; a command must use {@link #handle}. */
    public S state(String stream) {
        Loaded<S> own = events.transactions().isOpen()
                ? events.transactions()
                        .<Map<String, Loaded<S>>>local(this, HashMap::new)
                        .get(stream)
                : null;
        return (own == null ? catchUp(stream, cache.get(stream)) : own).state();
    }

    /**
     * As it was known here within the last second: spares a look at the store, for what comes from another service by messages and is later
     * than that anyway.
     */
    public S stateLately(String stream) {
        Loaded<S> known = cache.get(stream);
        return known != null && !known.behind() && System.nanoTime() - known.newestAt() < LATELY_NANOS
                ? known.state()
                : state(stream);
    }

    /**
     * The state after an event at least, for who was woken by that event: spares a look at the store when it is known here. What another
     * instance stored later may be missing, so it is not for who keeps what the newest state is: a dead letter is handled long after its event.
     */
    public S stateAfter(StoredEvent event) {
        Loaded<S> known = events.transactions().isOpen() ? null : cache.get(event.stream());
        return known != null && known.version() >= event.sequence() ? known.state() : state(event.stream());
    }

    /** The state as it was at an instant: what was stored after it is left out. The empty state for a stream that did not exist yet. */
    public S stateAt(String stream, Instant at) {
        S state = aggregate.empty();
        for (StoredEvent event : events.read(stream, 0)) {
            if (event.storedAt().isAfter(at)) {
                break;
            }
            state = aggregate.evolve().apply(state, payload(event));
        }
        return state;
    }

    private static <E> boolean appends(Decision<E> decision) {
        return decision instanceof Decision.Events<E> decided
                && !decided.events().isEmpty();
    }

    /** What is known, and what was stored after it, perhaps by another instance. */
    private Loaded<S> catchUp(String stream, @Nullable Loaded<S> from) {
        Loaded<S> known = from == null ? Loaded.newest(aggregate.empty(), -1) : from;
        S state = known.state();
        long version = known.version();
        List<StoredEvent> some;
        do {
            some = events.newer(stream, version);
            for (StoredEvent event : some) {
                state = aggregate.evolve().apply(state, payload(event));
                version = event.sequence();
            }
        } while (some.size() == Newer.EVENTS);
        Loaded<S> newest = Loaded.newest(state, version);
        if (version >= 0) {
            remember(stream, newest);
        }
        return newest;
    }

    @SuppressWarnings("unchecked")
    private E payload(StoredEvent event) {
        return (E) event.payload();
    }

    private void remember(String stream, Loaded<S> loaded) {
        cache.merge(stream, loaded, (old, fresh) -> fresh.version() >= old.version() ? fresh : old);
    }

    /** The next look reads on from here; a long stream is not replayed for every conflict. */
    private void markBehind(String stream) {
        Loaded<S> known = cache.get(stream);
        if (known != null) {
            cache.put(stream, new Loaded<>(known.state(), known.version(), true, known.newestAt()));
        }
    }
}
