package be.vlaanderen.loopbaankrediet.simulation;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The event store and inbox of one service, in memory; states are folded from the events and forgotten when the service stops. */
final class Store {

    private static final ObjectMapper JSON = EventStore.json();

    private static final String AS_STORED = "an event is read as it was stored";

    private final String service;
    private final World world;
    private final Supplier<Instant> clock;
    private final List<StoredEvent> log = new ArrayList<>();
    private final Map<String, List<StoredEvent>> streams = new HashMap<>();
    private final Map<String, Object> states = new HashMap<>();
    private final Set<String> inbox = new HashSet<>();
    private final List<String> received = new ArrayList<>();
    private final List<Consumer<StoredEvent>> views = new ArrayList<>();
    private int readBack;
    private int depth;

    Store(String service, World world, Supplier<Instant> clock) {
        this.service = service;
        this.world = world;
        this.clock = clock;
    }

    /** Sees every event in the transaction that appends it. */
    void view(Consumer<StoredEvent> view) {
        views.add(view);
    }

    List<StoredEvent> log() {
        return log;
    }

    <S, E> S state(Aggregate<S, E> aggregate, String stream) {
        Object known = states.get(stream);
        if (known != null) {
            return cast(known);
        }
        S state = aggregate.empty();
        for (StoredEvent event : streams.getOrDefault(stream, List.of())) {
            state = aggregate.evolve().apply(state, cast(event.payload()));
        }
        states.put(stream, state);
        return state;
    }

    /** Lets a pure decision speak and stores what it decided. */
    <S, E> Outcome<S, E> handle(Aggregate<S, E> aggregate, String stream, Function<S, Decision<E>> decide) {
        return transaction(() -> {
            S before = state(aggregate, stream);
            return switch (decide.apply(before)) {
                case Decision.Refused<E> refused -> new Outcome.Refused<>(refused.reason(), refused.data());
                case Decision.Events<E> decided -> {
                    S after = before;
                    for (E event : decided.events()) {
                        after = aggregate.evolve().apply(after, event);
                        append(stream, event);
                    }
                    states.put(stream, after);
                    yield new Outcome.Accepted<>(after, decided.events());
                }
            };
        });
    }

    private void append(String stream, Object payload) {
        List<StoredEvent> of = streams.computeIfAbsent(stream, _ -> new ArrayList<>());
        StoredEvent stored = new StoredEvent(service + "-" + log.size(), stream, of.size(), payload, clock.get());
        of.add(stored);
        log.add(stored);
    }

    /** All of it or nothing; promises are checked when it is committed. */
    <T> T transaction(Supplier<T> work) {
        if (depth > 0) {
            return work.get();
        }
        int mark = log.size();
        int inboxMark = received.size();
        depth++;
        try {
            T result = work.get();
            for (int i = mark; i < log.size(); i++) {
                StoredEvent stored = log.get(i);
                views.forEach(view -> view.accept(stored));
            }
            world.promises().committed(service, log, mark);
            return result;
        } catch (Violation broken) {
            throw broken;
        } catch (RuntimeException failure) {
            rollBack(mark, inboxMark);
            throw failure;
        } finally {
            depth--;
        }
    }

    private void rollBack(int mark, int inboxMark) {
        for (int i = log.size() - 1; i >= mark; i--) {
            List<StoredEvent> of = streams.get(log.get(i).stream());
            if (of != null) {
                of.removeLast();
            }
            log.removeLast();
        }
        while (received.size() > inboxMark) {
            inbox.remove(received.removeLast());
        }
        states.clear();
    }

    /** Notes a message; false when it was noted before. Call it in the transaction of the message's effect. */
    boolean firstTime(String message) {
        boolean first = inbox.add(message);
        if (first) {
            received.add(message);
        }
        return first;
    }

    /** The service stops and comes back with what lies in the store, read from its stored form. */
    void restart() {
        states.clear();
        if (world.random().nextInt(9) > 0) {
            return; // what was read back once stays so; each time would only cost time
        }
        for (; readBack < log.size(); readBack++) {
            StoredEvent event = log.get(readBack);
            try {
                // what is left out when it is empty may come back as null: the stored form counts
                String stored = JSON.writeValueAsString(event.payload());
                Object read = JSON.readValue(stored, event.payload().getClass());
                String again = JSON.writeValueAsString(read);
                if (!again.equals(stored)) {
                    throw new Violation(AS_STORED, stored + " became " + again);
                }
                log.set(
                        readBack,
                        new StoredEvent(event.id(), event.stream(), event.sequence(), read, event.storedAt()));
                List<StoredEvent> of = streams.get(event.stream());
                if (of != null) {
                    of.set((int) event.sequence(), log.get(readBack));
                }
            } catch (JsonProcessingException e) {
                throw new Violation(AS_STORED, String.valueOf(e.getMessage()));
            }
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T cast(Object object) {
        return (T) object;
    }
}
