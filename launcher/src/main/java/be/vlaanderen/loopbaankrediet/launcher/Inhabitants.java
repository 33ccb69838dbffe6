package be.vlaanderen.loopbaankrediet.launcher;

import be.vlaanderen.loopbaankrediet.launcher.Population.Answer;
import be.vlaanderen.loopbaankrediet.launcher.Population.Citizen;
import be.vlaanderen.loopbaankrediet.launcher.Population.Counsellor;
import be.vlaanderen.loopbaankrediet.launcher.Population.Opinion;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets a drawn population live through some months, through HTTP only: they ask for their credit, book, pay or forget to, come to their
 * conversations, confirm, stay silent or dispute. So that screens and reports have something to show.
 */
final class Inhabitants implements AutoCloseable {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final int MONTHS = 6;
    private static final int AT_ONCE = 48;
    private static final int BLOCK_HALF_HOURS = 4;
    private static final Duration SAY_EVERY = Duration.ofSeconds(10);

    /** First hours of the conversations of a working day; none takes longer than two hours. */
    private static final List<Integer> HOURS = List.of(9, 11, 14, 16);

    private final Screen screen;
    private final Http http;

    /** A paid block, with the code for the counsellor. */
    private record Guidance(Citizen citizen, Counsellor counsellor, String booking, String code) {}

    /** A conversation that took place. */
    private record Conversation(Guidance guidance, LocalDateTime at, int halfHours) {}

    Inhabitants(Place place, Screen screen) {
        this.screen = screen;
        this.http = new Http(place);
    }

    /** @param seed the same seed on fresh data draws the same people, who do the same */
    void settle(int people, long seed) {
        long begin = System.nanoTime();
        screen.line("");
        screen.line(String.format(
                Locale.ROOT,
                "A population of %,d citizens over %d months, drawn from the monitoring report (seed %d)",
                people,
                MONTHS,
                seed));
        http.moveClockTo(Story.FIRST_TIME);
        YearMonth first = YearMonth.from(http.now().atZone(BRUSSELS)).plusMonths(1);
        new Personas(http).officer();
        Population population = new Population(seed, first.atDay(1), Personas.known(http));
        List<Citizen> citizens = new ArrayList<>();
        while (citizens.size() < people) {
            citizens.add(population.citizen());
        }
        List<Counsellor> counsellors = population.counsellorsFor(people);
        Map<Counsellor, String> ids = new ConcurrentHashMap<>();
        all("counsellors registered", counsellors, counsellor -> ids.put(counsellor, register(counsellor)));
        all(
                "citizens described to the outside world",
                citizens,
                citizen -> http.put(Part.OUTSIDE_WORLD, "/people/" + citizen.ssin(), Http.json(citizen.facts()))
                        .expect(200));
        double[] popularity =
                counsellors.stream().mapToDouble(Counsellor::popularity).toArray();
        for (int month = 0; month < MONTHS; month++) {
            YearMonth now = first.plusMonths(month);
            List<Citizen> cohort = citizens.subList(people * month / MONTHS, people * (month + 1) / MONTHS);
            Map<Citizen, Counsellor> wishes = new HashMap<>();
            cohort.forEach(citizen -> wishes.put(citizen, population.choose(counsellors, popularity)));
            http.moveClockTo(
                    now.atDay(1).atTime(LocalTime.of(7, 0)).atZone(BRUSSELS).toInstant());
            live(now, cohort, wishes, ids);
        }
        screen.line(String.format(
                Locale.ROOT,
                "  %,d citizens and %,d counsellors in %.0f s; the platform's clock stands at %s.",
                people,
                counsellors.size(),
                (System.nanoTime() - begin) / 1e9,
                http.now()));
    }

    private void live(
            YearMonth month, List<Citizen> cohort, Map<Citizen, Counsellor> wishes, Map<Counsellor, String> ids) {
        AtomicInteger entitled = new AtomicInteger();
        AtomicInteger booked = new AtomicInteger();
        Map<Citizen, Guidance> guidances = new ConcurrentHashMap<>();
        all(month + ": asked, booked and paid", cohort, citizen -> {
            String token = http.keptToken(citizen.ssin(), "citizen");
            if (!isEntitled(token)) {
                return;
            }
            entitled.incrementAndGet();
            Counsellor counsellor = wishes.get(citizen);
            if (citizen.books() && counsellor != null) {
                booked.incrementAndGet();
                JsonNode paid = book(citizen, ids.get(counsellor), token);
                if (paid != null) {
                    guidances.put(
                            citizen,
                            new Guidance(citizen, counsellor, Http.text(paid, "booking"), Http.text(paid, "code")));
                }
            }
        });
        List<Conversation> conversations = inAgendas(month, cohort, guidances);
        http.moveClockTo(month.atEndOfMonth().atTime(20, 0).atZone(BRUSSELS).toInstant());
        all(month + ": conversations registered and answered", conversations, conversation -> meet(conversation));
        Map<Guidance, Integer> ended = conversations.stream()
                .filter(conversation -> conversation.guidance().citizen().answer() == Answer.CONFIRMS)
                .collect(Collectors.groupingBy(
                        Conversation::guidance, LinkedHashMap::new, Collectors.summingInt(Conversation::halfHours)));
        all(
                month + ": plans and surveys",
                List.copyOf(ended.entrySet()),
                guidance -> conclude(guidance.getKey(), guidance.getValue()));
        screen.line(String.format(
                Locale.ROOT,
                "  %s  %,7d asked  %,7d entitled  %,7d booked  %,7d paid  %,7d conversations",
                month,
                cohort.size(),
                entitled.get(),
                booked.get(),
                guidances.size(),
                conversations.size()));
    }

    private String register(Counsellor counsellor) {
        http.put(
                        Part.OUTSIDE_WORLD,
                        "/people/" + counsellor.ssin(),
                        Http.json(Map.of(
                                "name", counsellor.name(),
                                "enterpriseNumber", counsellor.enterprise(),
                                "iban", counsellor.iban())))
                .expect(200);
        Map<String, Object> dossier = Map.ofEntries(
                Map.entry("ssin", counsellor.ssin()),
                Map.entry("name", counsellor.name()),
                Map.entry("enterpriseNumber", counsellor.enterprise()),
                Map.entry("iban", counsellor.iban()),
                Map.entry("vatLiable", counsellor.vatLiable()),
                Map.entry("activeSince", "2019-03-01"),
                Map.entry("proofs", List.of("EQUIVALENCE", "FINANCIAL_MANAGEMENT", "FINANCIAL_HEALTH")),
                Map.entry("email", "begeleider" + counsellor.ssin().hashCode() % 100_000 + "@example.org"),
                Map.entry(
                        "places",
                        List.of(Map.of(
                                "municipality", counsellor.municipality(), "postalCode", counsellor.postalCode()))),
                Map.entry("languages", List.of("nl")),
                Map.entry("modes", List.of("FACE_TO_FACE", "ONLINE")),
                Map.entry("themes", counsellor.themes()));
        return Http.text(
                http.post(
                                Part.PROVIDER_REGISTRY,
                                "/provider-registry/v1/counsellors",
                                http.keptToken(Personas.OFFICER, "officer"),
                                Http.json(dossier))
                        .expect(201),
                "counsellor");
    }

    private boolean isEntitled(String token) {
        Http.Answer asked = http.post(Part.ELIGIBILITY, "/eligibility/v1/me/requests", token, "{}");
        JsonNode decision =
                asked.status() == 201 ? asked.json() : decided(Http.text(asked.expect(202), "request"), token);
        return decision.path("status").asText().equals("ENTITLED");
    }

    private JsonNode decided(String request, String token) {
        return http.until(
                "a decision on a request",
                () -> Optional.of(http.get(Part.ELIGIBILITY, "/eligibility/v1/me/requests/" + request, token)
                                .expect(200))
                        .filter(decision -> !decision.path("status").asText().equals("PENDING")));
    }

    /** The paid booking; null for who does not pay, or waits for budget. */
    private @Nullable JsonNode book(Citizen citizen, @Nullable String counsellor, String token) {
        // the wallet learns of the right, and of a new counsellor, by message: the first tries may be too early
        JsonNode reserved = http.until("the wallet to take a booking", () -> {
            Http.Answer answer = http.post(
                    Part.WALLET, "/wallet/v1/me/bookings", token, Http.json(Map.of("counsellorId", "" + counsellor)));
            return answer.status() == 422 || answer.status() == 409
                    ? Optional.empty()
                    : Optional.of(answer.expect(201));
        });
        String booking = "/wallet/v1/me/bookings/" + Http.text(reserved, "booking");
        if (!citizen.pays()) {
            return null;
        }
        JsonNode secured = http.until(
                "a page to pay on, or a place in the queue",
                () -> Optional.of(http.get(Part.WALLET, booking, token).expect(200))
                        .filter(one -> one.hasNonNull("checkoutUrl")
                                || one.path("status").asText().equals("QUEUED")));
        if (!secured.hasNonNull("checkoutUrl")) {
            return null;
        }
        http.form(Http.text(secured, "checkoutUrl"), Map.of("action", "pay"));
        return http.until(
                "a paid booking",
                () -> Optional.of(http.get(Part.WALLET, booking, token).expect(200))
                        .filter(one -> one.path("status").asText().equals("BOOKED")));
    }

    /** Every conversation at a free hour of the counsellor, a citizen's not on one day; who finds none comes another time. */
    private static List<Conversation> inAgendas(
            YearMonth month, List<Citizen> cohort, Map<Citizen, Guidance> guidances) {
        Map<Counsellor, Set<Integer>> agendas = new HashMap<>();
        List<Conversation> conversations = new ArrayList<>();
        for (Citizen citizen : cohort) {
            Guidance guidance = guidances.get(citizen);
            if (guidance == null) {
                continue;
            }
            Set<Integer> agenda = agendas.computeIfAbsent(guidance.counsellor(), who -> new HashSet<>());
            LocalDate day = month.atDay(2);
            for (int halfHours : citizen.sessionHalfHours()) {
                Optional<LocalDateTime> found = freeHour(agenda, month, day);
                if (found.isEmpty()) {
                    break;
                }
                conversations.add(new Conversation(guidance, found.get(), halfHours));
                day = found.get().toLocalDate().plusDays(7);
            }
        }
        return conversations;
    }

    /** The first hour from that day on in the month that the counsellor has free; it is taken from then on. */
    static Optional<LocalDateTime> freeHour(Set<Integer> agenda, YearMonth month, LocalDate from) {
        for (LocalDate day = from;
                YearMonth.from(day).equals(month) && day.getDayOfMonth() < 29;
                day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                continue;
            }
            for (int hour : HOURS) {
                if (agenda.add(day.getDayOfMonth() * 24 + hour)) {
                    return Optional.of(day.atTime(hour, 0));
                }
            }
        }
        return Optional.empty();
    }

    /** The counsellor hands over the plan, the citizen attests it and perhaps answers the survey. */
    private void conclude(Guidance guidance, int halfHours) {
        String block = "/blocks/" + guidance.booking();
        String citizen = http.keptToken(guidance.citizen().ssin(), "citizen");
        post(block + "/plan", http.keptToken(guidance.counsellor().ssin(), "counsellor"));
        post("/me" + block + "/plan/attestation", citizen);
        Opinion opinion = guidance.citizen().opinion();
        if (opinion != null && halfHours == BLOCK_HALF_HOURS) {
            http.put(
                            Part.SESSION_CLAIMS,
                            "/session-claims/v1/me" + block + "/survey",
                            citizen,
                            Http.json(
                                    Map.of("scores", opinion.scores(), "questionAnswered", opinion.questionAnswered())))
                    .expect(200);
        }
    }

    private void post(String path, String token) {
        http.post(Part.SESSION_CLAIMS, "/session-claims/v1" + path, token, "{}").expect(200);
    }

    private void meet(Conversation conversation) {
        Guidance guidance = conversation.guidance();
        String counsellor = http.keptToken(guidance.counsellor().ssin(), "counsellor");
        Instant start = conversation.at().atZone(BRUSSELS).toInstant();
        Map<String, Object> session = Map.of(
                "code", guidance.code(),
                "startedAt", start.toString(),
                "endedAt",
                        start.plus(Duration.ofMinutes(30L * conversation.halfHours()))
                                .toString(),
                "mode", guidance.citizen().online() ? "ONLINE" : "FACE_TO_FACE",
                "themes", guidance.citizen().themes());
        JsonNode registered = http.until("the code of a booking to be known", () -> {
            Http.Answer answer =
                    http.post(Part.SESSION_CLAIMS, "/session-claims/v1/sessions", counsellor, Http.json(session));
            return answer.status() == 404 ? Optional.empty() : Optional.of(answer.expect(201));
        });
        Answer answer = guidance.citizen().answer();
        if (answer != Answer.SAYS_NOTHING) {
            post(
                    "/me/sessions/" + Http.text(registered, "session")
                            + (answer == Answer.CONFIRMS ? "/confirmation" : "/dispute"),
                    http.keptToken(guidance.citizen().ssin(), "citizen"));
        }
    }

    private interface Work<T> {
        void on(T one);
    }

    /** The work on each of them, some at once; says now and then how far it is. The first that fails ends it. */
    private <T> void all(String what, List<T> items, Work<T> work) {
        AtomicInteger done = new AtomicInteger();
        Semaphore seats = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (T item : items) {
                all.add(threads.submit(() -> {
                    seats.acquireUninterruptibly();
                    try {
                        work.on(item);
                        done.incrementAndGet();
                    } finally {
                        seats.release();
                    }
                }));
            }
            long said = System.nanoTime();
            try {
                for (Future<?> each : all) {
                    while (!isDone(each)) {
                        if (System.nanoTime() - said > SAY_EVERY.toNanos()) {
                            said = System.nanoTime();
                            screen.line(
                                    String.format(Locale.ROOT, "    %s: %,d of %,d", what, done.get(), items.size()));
                        }
                    }
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new Trouble("stopped: " + what, e);
            }
        }
    }

    private static boolean isDone(Future<?> one) throws ExecutionException, InterruptedException {
        try {
            one.get(1, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
