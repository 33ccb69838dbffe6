package be.vlaanderen.loopbaankrediet.platform.eventstore;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions.ConflictException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Loads one kind of aggregate, lets a pure decision speak, and appends what it decided.
 *
 * @param <S> state
 * @param <E> sealed event type
 */
public final class AggregateStore<S, E> {

    /**
     * @param version sequence of the last event, -1 before the first
     * @param behind another instance is known to have stored more
     */
    private record Loaded<S>(S state, long version, boolean behind) {}

    private final Aggregate<S, E> aggregate;
    private final EventStore events;
    private final Map<String, Loaded<S>> cache;

    AggregateStore(Aggregate<S, E> aggregate, EventStore events, int cached) {
        this.aggregate = aggregate;
        this.events = events;
        this.cache = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Loaded<S>> eldest) {
                return size() > cached;
            }
        };
    }

    /**
     * Decides on the newest state of the stream and stores the events, all in one transaction (that of the caller, if there is one).
     *
     * @param decide pure; may run again when another writer was first
     */
    public Outcome<S, E> handle(String stream, Function<S, Decision<E>> decide) {
        return events.transactions().in(connection -> {
            Map<String, Loaded<S>> mine = events.transactions().local(this, HashMap::new);
            Loaded<S> before = mine.containsKey(stream) ? mine.get(stream) : load(stream);
            Decision<E> decision = decide.apply(before.state());
            if (!appends(decision) && !mine.containsKey(stream)) {
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
                    try {
                        events.append(aggregate.name(), stream, before.version() + 1, decided.events());
                    } catch (ConcurrencyException | AggregateStreamCreationException e) {
                        markBehind(stream);
                        throw new ConflictException(e);
                    }
                    S state = before.state();
                    for (E event : decided.events()) {
                        state = aggregate.evolve().apply(state, event);
                    }
                    Loaded<S> after = new Loaded<>(
                            state, before.version() + decided.events().size(), false);
                    mine.put(stream, after);
                    events.transactions().afterCommit(() -> remember(stream, after));
                    yield new Outcome.Accepted<>(state, decided.events());
                }
            };
        });
    }

    /** The newest state, for questions; a command must use {@link #handle}. */
    public S state(String stream) {
        return events.transactions().in(connection -> {
            Map<String, Loaded<S>> mine = events.transactions().local(this, HashMap::new);
            Loaded<S> own = mine.get(stream);
            return (own == null ? catchUp(stream, load(stream)) : own).state();
        });
    }

    /** The state as it was at an instant: what was stored after it is left out. The empty state for a stream that did not exist yet. */
    public S stateAt(String stream, Instant at) {
        return events.transactions().in(connection -> {
            S state = aggregate.empty();
            for (StoredEvent event : events.read(stream, 0)) {
                if (event.storedAt().isAfter(at)) {
                    break;
                }
                state = aggregate.evolve().apply(state, payload(event));
            }
            return state;
        });
    }

    private static <E> boolean appends(Decision<E> decision) {
        return decision instanceof Decision.Events<E> decided
                && !decided.events().isEmpty();
    }

    private Loaded<S> load(String stream) {
        Loaded<S> known = remembered(stream);
        if (known == null) {
            return catchUp(stream, new Loaded<>(aggregate.empty(), -1, false));
        }
        return known.behind() ? catchUp(stream, known) : known;
    }

    /** What is known, and what was stored after it, perhaps by another instance. */
    private Loaded<S> catchUp(String stream, Loaded<S> known) {
        S state = known.state();
        long version = known.version();
        for (StoredEvent event : events.read(stream, version + 1)) {
            state = aggregate.evolve().apply(state, payload(event));
            version = event.sequence();
        }
        Loaded<S> newest = new Loaded<>(state, version, false);
        if (version >= 0) {
            remember(stream, newest);
        }
        return newest;
    }

    @SuppressWarnings("unchecked")
    private E payload(StoredEvent event) {
        return (E) event.payload();
    }

    private @Nullable Loaded<S> remembered(String stream) {
        synchronized (cache) {
            return cache.get(stream);
        }
    }

    private void remember(String stream, Loaded<S> loaded) {
        synchronized (cache) {
            cache.merge(stream, loaded, (old, fresh) -> fresh.version() >= old.version() ? fresh : old);
        }
    }

    /** The next look reads on from here; a long stream is not replayed for every conflict. */
    private void markBehind(String stream) {
        synchronized (cache) {
            cache.computeIfPresent(stream, (key, known) -> new Loaded<>(known.state(), known.version(), true));
        }
    }
}
