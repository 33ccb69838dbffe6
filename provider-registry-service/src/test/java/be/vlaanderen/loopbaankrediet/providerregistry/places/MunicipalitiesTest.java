package be.vlaanderen.loopbaankrediet.providerregistry.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MunicipalitiesTest {

    private final Municipalities municipalities = new Municipalities();

    @Test
    void all_285_municipalities_of_flanders_and_19_of_brussels_stand_in_the_file_once() {
        List<Municipality> all = municipalities.all();
        assertEquals(
                19, all.stream().filter(each -> each.nis().startsWith("21")).count());
        assertEquals(285 + 19, all.size());
        assertUnique(all.stream().map(Municipality::nis).toList());
        assertUnique(all.stream().flatMap(Municipality::names).toList());
        assertUnique(all.stream().flatMap(each -> each.postalCodes().stream()).toList());
    }

    @Test
    void every_centre_lies_in_the_north_of_belgium() {
        for (Municipality each : municipalities.all()) {
            assertTrue(each.latitude() > 50_680 && each.latitude() < 51_510, each::toString);
            assertTrue(each.longitude() > 2_540 && each.longitude() < 5_920, each::toString);
            assertTrue(each.postalCodes().stream().allMatch(code -> code.matches("[1-9][0-9]{3}")), each::toString);
        }
    }

    @Test
    void every_municipality_has_a_neighbour_within_13_km() {
        for (Municipality each : municipalities.all()) {
            int nearest = municipalities.all().stream()
                    .filter(other -> !other.equals(each))
                    .mapToInt(each::kilometresTo)
                    .min()
                    .orElseThrow();
            assertTrue(nearest <= 13, () -> each.name() + " has no neighbour within 13 km");
        }
    }

    @Test
    void known_distances_are_right() {
        assertEquals(0, distance("Gent", "9000"), 0);
        assertEquals(50, distance("Gent", "Brussel"), 3);
        assertEquals(41, distance("Antwerpen", "Brussel"), 3);
        assertEquals(40, distance("Brugge", "Gent"), 3);
        assertEquals(25, distance("Leuven", "Brussel"), 3);
        assertEquals(67, distance("Hasselt", "Antwerpen"), 8);
        assertEquals(174, distance("De Panne", "Hasselt"), 20);
    }

    @Test
    void a_place_is_found_by_name_former_name_french_name_and_postal_code() {
        for (String name : List.of("Gent", "gent", " GENT ", "9050", "Gand")) {
            assertEquals("Gent", municipalities.find(name).orElseThrow().name());
        }
        assertEquals("Elsene", municipalities.find("Ixelles").orElseThrow().name());
        assertEquals(
                "Merelbeke-Melle",
                municipalities.find("merelbeke").orElseThrow().name());
        assertEquals(
                "Sint-Niklaas",
                municipalities.find("sint niklaas").orElseThrow().name());
        assertEquals(Optional.empty(), municipalities.find("Parijs"));
        assertEquals(Optional.empty(), municipalities.find("5000"));
        assertEquals(Optional.empty(), municipalities.find(""));
    }

    @Test
    void a_search_shows_names_that_begin_so_first() {
        assertEquals(
                List.of("Genk", "Gent", "Affligem"),
                municipalities.search("ge").stream()
                        .map(Municipality::name)
                        .filter(List.of("Gent", "Genk", "Affligem")::contains)
                        .toList());
        assertEquals(
                List.of("Oostende"),
                municipalities.search("8400").stream().map(Municipality::name).toList());
        assertEquals(List.of(), municipalities.search("xyz"));
    }

    @Test
    void a_typing_error_gets_suggestions() {
        assertTrue(municipalities.alike("Gendt").contains("Gent"));
        assertTrue(municipalities.alike("Antwerpe").contains("Antwerpen"));
        assertEquals(List.of(), municipalities.alike("Kuala Lumpur"));
    }

    private int distance(String from, String to) {
        return municipalities
                .find(from)
                .orElseThrow()
                .kilometresTo(municipalities.find(to).orElseThrow());
    }

    private static void assertUnique(List<String> all) {
        assertEquals(all.size(), new HashSet<>(all).size());
    }
}
