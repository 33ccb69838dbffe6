package be.vlaanderen.loopbaankrediet.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void the_middle_round_counts() {
        assertEquals(20, Rounds.of(90, 20, 10).median());
    }

    @Test
    void of_an_even_number_the_two_in_the_middle_count() {
        assertEquals(25, Rounds.of(30, 1000, 20, 1).median());
    }

    @Test
    void the_spread_is_a_share_of_the_middle_one() {
        assertEquals(0.5, Rounds.of(90, 100, 140).spread(), 1e-9);
    }

    @Test
    void one_round_has_no_spread() {
        assertEquals(0, Rounds.of(42).spread());
    }

    @Test
    void without_a_round_there_is_no_figure() {
        assertThrows(IllegalStateException.class, () -> new Rounds().median());
    }
}
