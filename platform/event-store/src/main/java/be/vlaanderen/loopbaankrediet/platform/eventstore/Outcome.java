package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.util.List;
import java.util.Map;

/** What became of a command: accepted with the state it leads to, or refused. */
public sealed interface Outcome<S, E> {

    /** @param events empty when the command was a repeat */
    record Accepted<S, E>(S state, List<E> events) implements Outcome<S, E> {}

    record Refused<S, E>(Refusal reason, Map<String, Object> data) implements Outcome<S, E> {}

    /**
     * The state after the command.
     *
     * @throws RefusedException when the decision was a refusal
     */
    default S orThrow() {
        return switch (this) {
            case Accepted<S, E> accepted -> accepted.state();
            case Refused<S, E> refused -> throw new RefusedException(refused.reason(), refused.data());
        };
    }

    /**
     * False for a repeat. What goes with a command and is no event (words in a vault, another aggregate) goes with a new one only.
     *
     * @throws RefusedException when the decision was a refusal
     */
    default boolean isNew() {
        return switch (this) {
            case Accepted<S, E> accepted -> !accepted.events().isEmpty();
            case Refused<S, E> refused -> throw new RefusedException(refused.reason(), refused.data());
        };
    }
}
