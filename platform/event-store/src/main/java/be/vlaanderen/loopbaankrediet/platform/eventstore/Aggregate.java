package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.util.function.BiFunction;

/**
 * How the state of one kind of aggregate follows from its events.
 *
 * @param name pinned name of the stream kind in the event store
 * @param empty the state before the first event
 * @param evolve pure: state and event to next state
 */
public record Aggregate<S, E>(String name, S empty, BiFunction<S, E, S> evolve) {

    public S replay(Iterable<? extends E> events) {
        S state = empty;
        for (E event : events) {
            state = evolve.apply(state, event);
        }
        return state;
    }
}
