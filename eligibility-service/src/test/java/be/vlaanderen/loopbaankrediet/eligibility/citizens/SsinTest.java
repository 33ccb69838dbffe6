package be.vlaanderen.loopbaankrediet.eligibility.citizens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SsinTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123",
                "8001010019",
                "800101001070",
                "80.01.01-001.07",
                "8001010019a",
                "８００１０１００１０７",
                "80010100108"
            })
    void what_is_no_citizen_number_is_refused(String text) {
        assertTrue(Ssin.of(text, true).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"87660415376", "92712385412", "00630300287", "99651237058"})
    void a_test_number_is_only_a_number_in_a_test_environment(String text) {
        assertTrue(Ssin.of(text, true).isPresent());
        assertTrue(Ssin.of(text, false).isEmpty());
    }

    @Property
    void both_centuries_are_checked(
            @ForAll @IntRange(min = 0, max = 99) int year,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1, max = 28) int day,
            @ForAll @IntRange(min = 1, max = 997) int serial) {
        String first = "%02d%02d%02d%03d".formatted(year, month, day, serial);
        String of1900 = first + "%02d".formatted(97 - Long.parseLong(first) % 97);
        String of2000 = first + "%02d".formatted(97 - Long.parseLong("2" + first) % 97);
        assertTrue(Ssin.of(of1900, false).isPresent());
        assertTrue(Ssin.of(of2000, false).isPresent());
    }

    @Test
    void a_number_never_prints_itself() {
        assertFalse(Ssin.of("80010100107", false).toString().contains("80010100107"));
        assertEquals("80010100107", Ssin.of("80010100107", false).orElseThrow().digits());
    }
}
