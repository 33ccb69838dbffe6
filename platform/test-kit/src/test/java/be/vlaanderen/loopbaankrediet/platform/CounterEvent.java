package be.vlaanderen.loopbaankrediet.platform;

import static be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames.pin;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Refusal;
import java.util.Map;

/** The smallest aggregate: a counter that refuses to pass its limit. */
sealed interface CounterEvent {

    int LIMIT = 100;

    EventNames NAMES = EventNames.of(CounterEvent.class, pin("Counted", 1, Counted.class));
    Aggregate<Integer, CounterEvent> COUNTER = new Aggregate<>("Counter", 0, CounterEvent::evolve);

    record Counted(int by) implements CounterEvent {}

    enum CounterRefusal implements Refusal {
        LIMIT_REACHED;

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String detail() {
            return "De teller is vol.";
        }
    }

    static Integer evolve(Integer state, CounterEvent event) {
        return switch (event) {
            case Counted counted -> state + counted.by();
        };
    }

    static Decision<CounterEvent> count(int state, int by) {
        if (by == 0) {
            return Decision.nothing();
        }
        return state + by > LIMIT
                ? Decision.refused(CounterRefusal.LIMIT_REACHED, Map.of("left", LIMIT - state))
                : Decision.of(new Counted(by));
    }
}
