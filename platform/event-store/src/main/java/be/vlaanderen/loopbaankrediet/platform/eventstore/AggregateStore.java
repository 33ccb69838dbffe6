package be.vlaanderen.loopbaankrediet.platform.eventstore;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions.ConflictException;
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

    /** @param version sequence of the last event, -1 before the first */
    private record Loaded<S>(S state, long version) {}

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
            return switch (decide.apply(before.state())) {
                case Decision.Refused<E> refused -> new Outcome.Refused<>(refused.reason(), refused.data());
                case Decision.Events<E> decided -> {
                    if (decided.events().isEmpty()) {
                        yield new Outcome.Accepted<>(before.state(), List.of());
                    }
                    try {
                        events.append(aggregate.name(), stream, before.version() + 1, decided.events());
                    } catch (ConcurrencyException | AggregateStreamCreationException e) {
                        evict(stream);
                        throw new ConflictException(e);
                    }
                    S state = before.state();
                    for (E event : decided.events()) {
                        state = aggregate.evolve().apply(state, event);
                    }
                    Loaded<S> after = new Loaded<>(
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
        return events.transactions().in(connection -> load(stream).state());
    }

    private Loaded<S> load(String stream) {
        Loaded<S> known = remembered(stream);
        S state = known == null ? aggregate.empty() : known.state();
        long version = known == null ? -1 : known.version();
        if (known == null) {
            for (StoredEvent event : events.read(stream, 0)) {
                state = aggregate.evolve().apply(state, payload(event));
                version = event.sequence();
            }
            known = new Loaded<>(state, version);
            if (version >= 0) {
                remember(stream, known);
            }
        }
        return known;
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

    private void evict(String stream) {
        synchronized (cache) {
            cache.remove(stream);
        }
    }
}
