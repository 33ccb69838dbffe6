package be.vlaanderen.loopbaankrediet.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Given these facts, when this is asked, then that follows.
 *
 * <pre>given(WALLET, creditGranted(6)).when(wallet -> BookBlock.decide(wallet, command)).then(blockReserved("b1"));</pre>
 */
public final class Scenario<S, E> {

    private final S state;

    private Scenario(S state) {
        this.state = state;
    }

    @SafeVarargs
    public static <S, E> Scenario<S, E> given(Aggregate<S, E> aggregate, E... events) {
        return new Scenario<>(aggregate.replay(List.of(events)));
    }

    public static <S, E> Scenario<S, E> given(Aggregate<S, E> aggregate, List<? extends E> events) {
        return new Scenario<>(aggregate.replay(events));
    }

    public S state() {
        return state;
    }

    public Result<E> when(Function<S, Decision<E>> decide) {
        return new Result<>(decide.apply(state));
    }

    /** What was decided. */
    public record Result<E>(Decision<E> decision) {

        @SafeVarargs
        public final void then(E... expected) {
            assertEquals(List.of(expected), events());
        }

        public void thenNothing() {
            assertEquals(List.of(), events());
        }

        public List<E> events() {
            return switch (decision) {
                case Decision.Events<E> decided -> decided.events();
                case Decision.Refused<E> refused -> fail("refused: " + refused.reason() + " " + refused.data());
            };
        }

        public void thenRefused(Refusal reason) {
            assertEquals(reason, refused().reason());
        }

        public void thenRefused(Refusal reason, Map<String, Object> data) {
            assertEquals(reason, refused().reason());
            assertEquals(data, refused().data());
        }

        private Decision.Refused<E> refused() {
            return switch (decision) {
                case Decision.Refused<E> refused -> refused;
                case Decision.Events<E> decided -> fail("not refused, but decided " + decided.events());
            };
        }
    }
}
