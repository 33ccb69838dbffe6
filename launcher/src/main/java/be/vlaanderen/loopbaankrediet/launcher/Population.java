package be.vlaanderen.loopbaankrediet.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Draws lifelike citizens and counsellors from the shares in {@code population.csv} (the monitoring report): the same seed draws the same
 * people. Every share is drawn by itself; the report does not tell how they go together.
 */
final class Population {

    /** MR 2.6: on average a citizen has 2.44 themes. */
    private static final double THEMES_A_CITIZEN = 2.44;

    /** Of those at work, 5.5 % used the cheque scheme in eight years (domain 10). */
    private static final double USED_A_CHEQUE = 0.055;

    private static final int CITIZENS_A_COUNSELLOR = 60;
    private static final int QUESTIONS = 11;
    private static final int EMPLOYERS = 2_000;
    private static final List<String> THEMES = List.of(
            "JOB_TARGET",
            "LABOUR_MARKET_EXPLORATION",
            "QUALITIES",
            "WORKABLE_WORK",
            "GROWTH_AND_CHALLENGE",
            "MEANING",
            "MOTIVES",
            "WORK_LIFE_BALANCE",
            "RELATIONS_AT_WORK",
            "LEADERSHIP",
            "OTHER");
    private static final List<String> WOMEN = List.of(
            "Amina",
            "Anke",
            "Charlotte",
            "Ellen",
            "Emma",
            "Fatma",
            "Greet",
            "Hanne",
            "Ilse",
            "Jana",
            "Karen",
            "Katrien",
            "Leen",
            "Lien",
            "Lotte",
            "Marie",
            "Mieke",
            "Nele",
            "Nora",
            "Sara",
            "Sofie",
            "Tine",
            "Veerle",
            "Yasmina");
    private static final List<String> MEN = List.of(
            "Ahmed", "Bart", "Bram", "Dieter", "Erik", "Filip", "Geert", "Hakim", "Jan", "Jeroen", "Johan", "Karel",
            "Koen", "Kristof", "Luc", "Mehmet", "Pieter", "Ruben", "Stijn", "Thomas", "Tom", "Wim", "Wout", "Youssef");
    private static final List<String> FAMILIES = List.of(
            "Aerts",
            "Baert",
            "Claes",
            "Coppens",
            "De Clercq",
            "De Smet",
            "De Vos",
            "Demir",
            "Devos",
            "El Amrani",
            "Goossens",
            "Hendrickx",
            "Hermans",
            "Jacobs",
            "Janssens",
            "Lambrecht",
            "Lemmens",
            "Maes",
            "Martens",
            "Mertens",
            "Michiels",
            "Peeters",
            "Pauwels",
            "Smets",
            "Thijs",
            "Van Damme",
            "Van den Broeck",
            "Vermeulen",
            "Willems",
            "Wouters",
            "Yilmaz");

    /** Places of work, some in each province. */
    private static final Map<String, List<String[]>> PLACES = Map.of(
            "Antwerpen", places("Antwerpen 2000", "Mechelen 2800", "Turnhout 2300", "Lier 2500", "Geel 2440"),
            "Limburg", places("Hasselt 3500", "Genk 3600", "Sint-Truiden 3800", "Lommel 3920"),
            "Oost-Vlaanderen",
                    places("Gent 9000", "Aalst 9300", "Sint-Niklaas 9100", "Dendermonde 9200", "Oudenaarde 9700"),
            "Vlaams-Brabant", places("Leuven 3000", "Vilvoorde 1800", "Halle 1500", "Tienen 3300", "Diest 3290"),
            "West-Vlaanderen", places("Brugge 8000", "Kortrijk 8500", "Oostende 8400", "Roeselare 8800", "Ieper 8900"));

    /** What somebody does with a block of guidance. */
    enum Answer {
        CONFIRMS,
        SAYS_NOTHING,
        DISPUTES
    }

    /**
     * Somebody who will ask for the career credit.
     *
     * @param facts what the outside world knows of the person
     * @param books whether an entitled one books a block
     * @param pays whether the one who books pays in time
     * @param online whether the conversations are online
     * @param sessionHalfHours how the block is cut into conversations
     * @param opinion null for who does not answer the survey
     */
    record Citizen(
            String ssin,
            Map<String, Object> facts,
            boolean books,
            boolean pays,
            boolean online,
            List<String> themes,
            List<Integer> sessionHalfHours,
            Answer answer,
            @Nullable Opinion opinion) {}

    /**
     * What somebody answers when asked after the block.
     *
     * @param scores of 1 to 10, one a question
     */
    record Opinion(List<Integer> scores, boolean questionAnswered) {}

    /** @param popularity how often citizens choose this one, relative to the others */
    record Counsellor(
            String ssin,
            String name,
            String enterprise,
            String iban,
            boolean vatLiable,
            String municipality,
            String postalCode,
            List<String> themes,
            double popularity) {}

    private final Random random;
    private final Numbers numbers;
    private final Map<String, Map<String, Double>> shares = shares();
    private final Set<String> taken;
    private final LocalDate today;
    private final List<String> employers = new ArrayList<>();

    /**
     * @param today day on which they ask; ages and careers count back from it
     * @param taken numbers that belong to somebody; grows
     */
    Population(long seed, LocalDate today, Set<String> taken) {
        this.random = new Random(seed);
        this.numbers = new Numbers(random);
        this.today = today;
        this.taken = taken;
        for (int i = 0; i < EMPLOYERS; i++) {
            employers.add(numbers.enterprise());
        }
    }

    Citizen citizen() {
        boolean female = draw("sex").equals("F");
        String education = draw("education");
        int age = age();
        String ssin = number(female, age);
        Map<String, Object> facts = new HashMap<>();
        facts.put("name", name(female));
        facts.put("region", random.nextDouble() < share("region", "Brussel") ? "BRUSSELS" : "FLANDERS");
        facts.put("education", education);
        facts.put(
                "chequesUsed",
                random.nextDouble() >= USED_A_CHEQUE ? 0 : draw("cheques_used").equals("one") ? 1 : 2);
        facts.put("employer", employers.get(random.nextInt(employers.size())));
        facts.put("periods", career(age, education));
        return new Citizen(
                ssin,
                facts,
                random.nextDouble() < 0.6,
                random.nextDouble() < 0.96,
                random.nextDouble() < share("online", "lockdown_peak"),
                themes(),
                switch (random.nextInt(10)) {
                    case 0 -> List.of(4);
                    case 1 -> List.of(3, 1);
                    case 2 -> List.of(2);
                    default -> List.of(2, 2);
                },
                answer(random.nextInt(100)),
                random.nextDouble() < share("survey_response", "2020") ? opinion() : null);
    }

    /** Eleven scores around the satisfaction of 2020. */
    private Opinion opinion() {
        double satisfaction = 10 * share("survey_satisfaction", "2020") + random.nextGaussian() * 0.8;
        List<Integer> scores = new ArrayList<>();
        while (scores.size() < QUESTIONS) {
            scores.add((int) Math.clamp(Math.round(satisfaction + random.nextGaussian() * 0.7), 1, 10));
        }
        return new Opinion(List.copyOf(scores), random.nextDouble() < share("question_answered", "2020"));
    }

    private static Answer answer(int percentile) {
        if (percentile == 0) {
            return Answer.DISPUTES;
        }
        return percentile < 25 ? Answer.SAYS_NOTHING : Answer.CONFIRMS;
    }

    /** For so many citizens: few counsellors have many of them, as in MR graph 2. */
    List<Counsellor> counsellorsFor(int citizens) {
        List<Counsellor> counsellors = new ArrayList<>();
        for (int rank = 0; rank < Math.max(3, citizens / CITIZENS_A_COUNSELLOR); rank++) {
            boolean female = random.nextDouble() < 0.8;
            List<String[]> places = PLACES.getOrDefault(draw("province"), List.of());
            String[] place = places.get(random.nextInt(places.size()));
            counsellors.add(new Counsellor(
                    number(female, 30 + random.nextInt(30)),
                    name(female),
                    numbers.enterprise(),
                    numbers.iban(),
                    random.nextDouble() < 0.7,
                    place[0],
                    place[1],
                    themes(),
                    1 / Math.pow(rank + 3.0, 0.7)));
        }
        return counsellors;
    }

    /** One of them, the popular ones more often. */
    <T> T choose(List<T> all, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return all.get(i);
            }
        }
        return all.getLast();
    }

    private double share(String dimension, String value) {
        return shares.getOrDefault(dimension, Map.of()).getOrDefault(value, 0.0);
    }

    private String draw(String dimension) {
        Map<String, Double> values = shares.getOrDefault(dimension, Map.of());
        return choose(
                List.copyOf(values.keySet()),
                values.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private int age() {
        return switch (draw("age")) {
            case "<20" -> 19;
            case "20-30" -> 20 + random.nextInt(10);
            case "30-40" -> 30 + random.nextInt(10);
            case "40-50" -> 40 + random.nextInt(10);
            case "50-55" -> 50 + random.nextInt(5);
            default -> 55 + random.nextInt(9);
        };
    }

    /** Work since school, for some with months between two jobs; the last one runs on. */
    private List<Map<String, Object>> career(int age, String education) {
        int school = switch (education) {
            case "LOW" -> 17;
            case "MEDIUM" -> 19;
            default -> 22;
        };
        String kind = random.nextDouble() < share("status", "SELF_EMPLOYED") ? "SELF_EMPLOYED" : "EMPLOYEE";
        LocalDate from = today.minusYears(Math.max(0, age - school)).minusDays(1 + random.nextInt(300));
        List<Map<String, Object>> periods = new ArrayList<>();
        while (periods.size() < 6 && random.nextDouble() < 0.5) {
            LocalDate to = from.plusMonths(6 + random.nextInt(60));
            if (!to.isBefore(today.minusYears(1))) {
                break;
            }
            periods.add(period("EMPLOYEE", from, to));
            from = to.plusDays(1 + (random.nextInt(3) == 0 ? random.nextInt(500) : 0));
            if (!from.isBefore(today)) {
                from = today.minusMonths(1);
            }
        }
        periods.add(period(kind, from, null));
        return periods;
    }

    private static Map<String, Object> period(String kind, LocalDate from, @Nullable LocalDate to) {
        Map<String, Object> period = new HashMap<>(Map.of("from", from.toString(), "kind", kind, "cancelled", false));
        period.put("to", to == null ? null : to.toString());
        return period;
    }

    /** One to five, {@value #THEMES_A_CITIZEN} on average. */
    private List<String> themes() {
        int count = 1;
        while (count < 5 && random.nextDouble() < (THEMES_A_CITIZEN - 1) / 2.25) {
            count++;
        }
        List<String> drawn = new ArrayList<>();
        while (drawn.size() < count) {
            String theme = THEMES.get(random.nextInt(THEMES.size()));
            if (!drawn.contains(theme)) {
                drawn.add(theme);
            }
        }
        return drawn;
    }

    private String number(boolean female, int age) {
        String number;
        do {
            number = numbers.citizen(today.minusYears(age).minusDays(1 + random.nextInt(364)), female);
        } while (!taken.add(number));
        return number;
    }

    private String name(boolean female) {
        List<String> first = female ? WOMEN : MEN;
        return first.get(random.nextInt(first.size())) + " " + FAMILIES.get(random.nextInt(FAMILIES.size()));
    }

    private static List<String[]> places(String... places) {
        return Arrays.stream(places).map(place -> place.split(" (?=\\d)")).toList();
    }

    /** Dimension, value, share of the users. */
    static Map<String, Map<String, Double>> shares() {
        Map<String, Map<String, Double>> shares = new LinkedHashMap<>();
        try (InputStream in = Population.class.getResourceAsStream("/population.csv");
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, "population.csv"), StandardCharsets.UTF_8))) {
            reader.lines()
                    .skip(1)
                    .map(line -> line.split(",", 4))
                    .forEach(fields -> shares.computeIfAbsent(fields[0], dimension -> new LinkedHashMap<>())
                            .put(fields[1], Double.parseDouble(fields[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shares;
    }
}
