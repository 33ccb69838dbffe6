package be.vlaanderen.loopbaankrediet.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.benchmarks.Rush.Overtaking;
import java.util.List;
import org.junit.jupiter.api.Test;

class OvertakingTest {

    private static final List<String> ARRIVED = List.of("a", "b", "c", "d");

    @Test
    void nobody_is_overtaken_when_decisions_follow_arrival() {
        assertEquals(new Overtaking(0, 0), Overtaking.of(ARRIVED, ARRIVED));
    }

    @Test
    void who_comes_after_somebody_later_was_overtaken() {
        assertEquals(new Overtaking(1, 3), Overtaking.of(ARRIVED, List.of("b", "c", "d", "a")));
    }

    @Test
    void who_is_among_the_first_to_arrive_and_not_to_be_decided_is_missing() {
        assertEquals(1, Overtaking.missing(ARRIVED, List.of("a", "c", "b", "d"), 2));
        assertEquals(0, Overtaking.missing(ARRIVED, List.of("b", "a", "d", "c"), 2));
    }

    @Test
    void two_who_change_places_are_one_who_was_overtaken_by_one_place() {
        assertEquals(new Overtaking(1, 1), Overtaking.of(ARRIVED, List.of("a", "c", "b", "d")));
    }
}
