package be.vlaanderen.loopbaankrediet.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.launcher.Population.Citizen;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A drawn population looks like the one of the monitoring report. */
class PopulationTest {

    private static final int MANY = 20_000;
    private static final LocalDate TODAY = LocalDate.of(2027, 2, 1);

    private final long seed = new Random().nextLong();

    @Test
    void the_same_seed_draws_the_same_people_and_another_seed_others() {
        assertEquals(citizens(seed, 50), citizens(seed, 50));
        assertEquals(
                new Population(seed, TODAY, new HashSet<>()).counsellorsFor(600),
                new Population(seed, TODAY, new HashSet<>()).counsellorsFor(600));
        assertNotEquals(citizens(seed, 50), citizens(seed + 1, 50));
    }

    @Test
    void everybody_has_a_number_of_their_own() {
        assertEquals(
                MANY,
                citizens(seed, MANY).stream().map(Citizen::ssin).distinct().count());
    }

    @Test
    void education_and_sex_come_as_often_as_among_the_users_of_the_scheme() {
        List<Citizen> drawn = citizens(seed, MANY);
        Map<String, Map<String, Double>> shares = Population.shares();
        shares.get("education")
                .forEach((level, share) -> assertShare(
                        share,
                        drawn.stream()
                                .filter(citizen ->
                                        citizen.facts().get("education").equals(level))
                                .count(),
                        level));
        assertShare(
                shares.get("sex").get("F"),
                drawn.stream()
                        .filter(citizen -> Integer.parseInt(citizen.ssin().substring(6, 9)) % 2 == 0)
                        .count(),
                "women");
    }

    @Test
    void a_citizen_has_2_44_themes_on_average() {
        double mean = citizens(seed, MANY).stream()
                .mapToInt(citizen -> citizen.themes().size())
                .average()
                .orElse(0);
        assertEquals(2.44, mean, 0.1, "seed " + seed);
    }

    @Test
    void nobody_talks_longer_than_their_block() {
        citizens(seed, MANY)
                .forEach(citizen -> assertEquals(
                        true,
                        citizen.sessionHalfHours().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum()
                                <= 4));
    }

    private static List<Citizen> citizens(long seed, int count) {
        Population population = new Population(seed, TODAY, new HashSet<>());
        return Stream.generate(population::citizen).limit(count).toList();
    }

    private void assertShare(double share, long found, String what) {
        assertEquals(share, (double) found / MANY, 0.02, what + ", seed " + seed);
    }

    @Test
    void who_finds_no_free_hour_in_the_month_comes_another_time() {
        YearMonth june = YearMonth.of(2027, 6);
        Set<Integer> agenda = new HashSet<>();
        assertEquals(Optional.empty(), Inhabitants.freeHour(agenda, june, LocalDate.of(2027, 7, 3)), "another month");
        LocalDateTime last = LocalDateTime.MIN;
        for (Optional<LocalDateTime> next = Inhabitants.freeHour(agenda, june, june.atDay(2));
                next.isPresent();
                next = Inhabitants.freeHour(agenda, june, june.atDay(2))) {
            assertTrue(next.get().isAfter(last), "no hour twice");
            last = next.get();
        }
        assertEquals(LocalDate.of(2027, 6, 28), last.toLocalDate());
    }
}
