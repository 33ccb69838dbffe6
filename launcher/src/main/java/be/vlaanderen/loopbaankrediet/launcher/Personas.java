package be.vlaanderen.loopbaankrediet.launcher;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people of the story. Every telling has new ones, so that it can be told again on surviving data; the names go to the newest. */
final class Personas {

    /** Name by which the officer logs in. */
    static final String OFFICER = "femke";

    /** D-2: days of work that make seven years; Carla is 140 short. */
    static final int REQUIRED_DAYS = 2_555;

    static final int CARLAS_DAYS = 2_415;

    /**
     * Somebody in the story.
     *
     * @param persona the short name that the login knows
     * @param enterprise of a counsellor
     * @param iban of a counsellor; the bank knows it is in this name
     */
    record Person(
            String persona,
            String name,
            String ssin,
            @Nullable String enterprise,
            @Nullable String iban) {

        String first() {
            return name.substring(0, name.indexOf(' '));
        }
    }

    private final Http http;
    private final Numbers numbers = new Numbers(new Random());
    private final Set<String> taken;

    /** Puts nobody into the world yet. */
    Personas(Http http) {
        this.http = http;
        this.taken = known(http);
    }

    /** Numbers that belong to somebody. */
    static Set<String> known(Http http) {
        var people = http.get(Part.OUTSIDE_WORLD, "/people", null).expect(200);
        var list = people.isArray() ? people : people.path("people");
        return list.valueStream().map(person -> person.path("ssin").asText()).collect(Collectors.toSet());
    }

    Person highlySkilled() {
        return citizen("an", "An De Smet", "HIGH", LocalDate.of(2018, 1, 1));
    }

    Person lowSkilled() {
        return citizen("bilal", "Bilal Haddad", "LOW", LocalDate.of(2012, 9, 1));
    }

    /** Works since so long that she has {@link #CARLAS_DAYS} days on that day, both days counted. */
    Person shortOfExperience(LocalDate requestedOn) {
        return citizen("carla", "Carla Peeters", "MEDIUM", requestedOn.minusDays(CARLAS_DAYS - 1L));
    }

    Person liableCounsellor() {
        return put("dirk", "Dirk Maes", numbers.enterprise(), Map.of());
    }

    Person exemptCounsellor() {
        return put("els", "Els Wouters", numbers.enterprise(), Map.of());
    }

    Person officer() {
        return put(OFFICER, "Femke Officer", null, Map.of("officer", true));
    }

    private Person citizen(String persona, String name, String education, LocalDate workingSince) {
        Map<String, Object> period =
                new HashMap<>(Map.of("from", workingSince.toString(), "kind", "EMPLOYEE", "cancelled", false));
        period.put("to", null);
        return put(
                persona,
                name,
                null,
                Map.of(
                        "region",
                        "FLANDERS",
                        "worksInFlandersOrBrussels",
                        true,
                        "education",
                        education,
                        "chequesUsed",
                        0,
                        "outplacement",
                        false,
                        "periods",
                        List.of(period)));
    }

    private Person put(String persona, String name, @Nullable String enterprise, Map<String, Object> facts) {
        Person person = new Person(persona, name, newNumber(), enterprise, enterprise == null ? null : numbers.iban());
        Map<String, Object> body = new TreeMap<>(facts);
        body.put("persona", persona);
        body.put("name", name);
        if (enterprise != null) {
            body.put("enterpriseNumber", enterprise);
        }
        if (person.iban() != null) {
            body.put("iban", person.iban());
        }
        var answer = http.put(Part.OUTSIDE_WORLD, "/people/" + person.ssin(), Http.json(body));
        if (answer.status() / 100 != 2) {
            answer.expect(200);
        }
        return person;
    }

    private String newNumber() {
        String number = numbers.citizen();
        while (!taken.add(number)) {
            number = numbers.citizen();
        }
        return number;
    }
}
