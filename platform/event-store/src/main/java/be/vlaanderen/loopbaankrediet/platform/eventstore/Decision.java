package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.util.List;
import java.util.Map;

/**
 * What a pure decision answers: facts to store, nothing (a repeat), or a refusal.
 *
 * @param <E> the sealed event type of the aggregate
 */
public sealed interface Decision<E> {

    record Events<E>(List<E> events) implements Decision<E> {}

    record Refused<E>(Refusal reason, Map<String, Object> data) implements Decision<E> {}

    @SafeVarargs
    static <E> Decision<E> of(E... events) {
        return new Events<>(List.of(events));
    }

    static <E> Decision<E> of(List<? extends E> events) {
        return new Events<>(List.copyOf(events));
    }

    /** A repeat, or a command that finds its effect already there. */
    static <E> Decision<E> nothing() {
        return new Events<>(List.of());
    }

    static <E> Decision<E> refused(Refusal reason) {
        return new Refused<>(reason, Map.of());
    }

    /** @param data figures that explain the refusal, as members of the problem */
    static <E> Decision<E> refused(Refusal reason, Map<String, Object> data) {
        return new Refused<>(reason, data);
    }
}
