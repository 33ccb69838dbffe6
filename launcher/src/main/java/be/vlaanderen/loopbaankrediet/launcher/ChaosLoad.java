package be.vlaanderen.loopbaankrediet.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Citizens who live while the parts fail: ask, book, pay, talk, confirm. A request without an answer is sent again with the same key, as every
 * client should, until it is answered; what was answered well is written down, to be looked for afterwards.
 */
final class ChaosLoad implements AutoCloseable {

    private static final Duration TO_FINISH = Duration.ofMinutes(5);
    private static final Duration CLOCK_STEP = Duration.ofHours(1);
    private static final long CLOCK_EVERY_MILLIS = 2_000;
    private static final long PAUSE_MILLIS = 200;

    /**
     * A promise that a service gave.
     *
     * @param event that must be in its event store exactly once
     * @param field of the event that holds the id
     */
    record Acknowledged(Part service, String event, String field, String id) {}

    private final Http http;
    private final int atOnce;
    private final Numbers numbers = new Numbers(new Random());
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lives = new AtomicInteger();
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicLong lastAnswer = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ending;
    private volatile long giveUpAt = Long.MAX_VALUE;

    private static final class GaveUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GaveUp(String what) {
            super(what);
        }
    }

    ChaosLoad(Place place, int atOnce) {
        this.http = new Http(place);
        this.atOnce = atOnce;
    }

    void begin() {
        http.moveClockTo(Instant.parse("2027-01-04T08:00:00Z"));
        String officer = person(Map.of("officer", true));
        for (int i = 0; i < atOnce; i++) {
            threads.add(Thread.ofVirtual().name("citizens-" + i).start(() -> liveOn(officer)));
        }
        threads.add(Thread.ofVirtual().name("clock").start(this::time));
    }

    /** Lets everybody finish, and the last payments reach the bank. */
    void end() {
        ending = true;
        giveUpAt = System.nanoTime() + TO_FINISH.toNanos();
        for (Thread thread : threads) {
            try {
                thread.join(TO_FINISH.plusSeconds(30));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble("stopped", e);
            }
        }
        // approved on one day, in a file on the next bank day, booked after that
        for (int day = 0; day < 6; day++) {
            http.moveClockTo(http.now().plus(Duration.ofDays(1)));
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        }
    }

    List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    int lives() {
        return lives.get();
    }

    int unfinished() {
        return unfinished.get();
    }

    String summary() {
        return String.format(
                Locale.ROOT,
                "%,d lives from the first question to the last confirmation, %,d acknowledged commands, %,d unfinished",
                lives(),
                acknowledged.size(),
                unfinished());
    }

    /** Whether somebody was answered well after that moment. */
    boolean awaitAnswersAfter(long nanoTime, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (lastAnswer.get() < nanoTime) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return true;
    }

    private void time() {
        while (!ending || (System.nanoTime() < giveUpAt && someLive())) {
            http.moveClockTo(http.now().plus(CLOCK_STEP));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(CLOCK_EVERY_MILLIS));
        }
    }

    /** Besides the clock. */
    private boolean someLive() {
        return threads.stream().filter(Thread::isAlive).count() > 1;
    }

    private void liveOn(String officer) {
        try {
            String number = numbers();
            String counsellor = counsellor(officer, number);
            String counsellorToken = http.keptToken(number, "counsellor");
            while (!ending) {
                live(counsellor, counsellorToken);
                lives.incrementAndGet();
            }
        } catch (GaveUp | Trouble e) {
            unfinished.incrementAndGet();
            System.err.println("a life did not end: " + e.getMessage());
        }
    }

    private synchronized String numbers() {
        return numbers.citizen();
    }

    private synchronized Map<String, Object> enterprise() {
        return Map.of("name", "Dirk Maes", "enterpriseNumber", numbers.enterprise(), "iban", numbers.iban());
    }

    private String counsellor(String officer, String number) {
        Map<String, Object> facts = enterprise();
        put(number, facts);
        Map<String, Object> dossier = new HashMap<>(facts);
        dossier.putAll(Map.of(
                "ssin",
                number,
                "vatLiable",
                true,
                "activeSince",
                "2015-05-01",
                "proofs",
                List.of("QUALIFICATION", "FINANCIAL_MANAGEMENT", "FINANCIAL_HEALTH"),
                "email",
                "begeleider@example.org",
                "places",
                List.of(Map.of("municipality", "Gent", "postalCode", "9000")),
                "languages",
                List.of("nl"),
                "modes",
                List.of("ONLINE"),
                "themes",
                List.of("MEANING")));
        return Http.text(
                post(Part.PROVIDER_REGISTRY, "/counsellors", http.keptToken(officer, "officer"), dossier, 201),
                "counsellor");
    }

    private void live(String counsellor, String counsellorToken) {
        String number = numbers();
        put(
                number,
                Map.of(
                        "region",
                        "FLANDERS",
                        "education",
                        "HIGH",
                        "periods",
                        List.of(Map.of("from", "2012-09-01", "kind", "EMPLOYEE"))));
        String citizen = http.keptToken(number, "citizen");
        JsonNode request = post(Part.ELIGIBILITY, "/me/requests", citizen, Map.of(), 201, 202);
        note(Part.ELIGIBILITY, "EntitlementRequested", "request", request);
        JsonNode reserved = post(Part.WALLET, "/me/bookings", citizen, Map.of("counsellorId", counsellor), 201);
        note(Part.WALLET, "BlockReserved", "booking", reserved);
        String booking = Http.text(reserved, "booking");
        JsonNode open = until(
                "a page to pay on",
                () -> http.get(Part.WALLET, "/wallet/v1/me/bookings/" + booking, citizen),
                one -> one.hasNonNull("checkoutUrl"));
        http.form(Http.text(open, "checkoutUrl"), Map.of("action", "pay"));
        JsonNode booked = until(
                "a paid booking",
                () -> http.get(Part.WALLET, "/wallet/v1/me/bookings/" + booking, citizen),
                one -> one.path("status").asText().equals("BOOKED"));
        note(Part.WALLET, "BlockBooked", "booking", booked);
        Instant first = Instant.parse(Http.text(booked, "bookedAt")).plus(Duration.ofMinutes(1));
        Instant last = first.plus(Duration.ofMinutes(130));
        while (http.now().isBefore(last)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
        for (Instant start : List.of(first, first.plus(Duration.ofMinutes(65)))) {
            JsonNode session = post(
                    Part.SESSION_CLAIMS,
                    "/sessions",
                    counsellorToken,
                    Map.of(
                            "code",
                            Http.text(booked, "code"),
                            "startedAt",
                            start.toString(),
                            "endedAt",
                            start.plus(Duration.ofHours(1)).toString(),
                            "mode",
                            "ONLINE",
                            "themes",
                            List.of("MEANING")),
                    201);
            note(Part.SESSION_CLAIMS, "SessionRegistered", "session", session);
            JsonNode confirmed = post(
                    Part.SESSION_CLAIMS,
                    "/me/sessions/" + Http.text(session, "session") + "/confirmation",
                    citizen,
                    Map.of(),
                    200);
            note(Part.SESSION_CLAIMS, "SessionConfirmed", "session", confirmed);
        }
    }

    private void note(Part service, String event, String field, JsonNode answer) {
        acknowledged.add(new Acknowledged(service, event, field, Http.text(answer, field)));
        lastAnswer.set(System.nanoTime());
    }

    private String person(Map<String, Object> facts) {
        String number = numbers();
        put(number, facts);
        return number;
    }

    private void put(String number, Map<String, Object> facts) {
        http.put(Part.OUTSIDE_WORLD, "/people/" + number, Http.json(facts)).expect(200);
    }

    /** The same request with the same key until it is answered so. Other answers pass: a message is under way, a part is down. */
    private JsonNode post(Part service, String path, String token, Map<String, Object> body, Integer... expected) {
        AtomicReference<String> key = new AtomicReference<>(UUID.randomUUID().toString());
        String whole = "/" + service.api() + "/v1" + path;
        return answered(
                whole,
                () -> http.post(service, whole, token, Http.json(body), Objects.requireNonNull(key.get())),
                answer -> {
                    if (List.of(404, 422).contains(answer.status())) {
                        // refused, and that answer is kept: what was missing comes with a message, so it is asked anew
                        key.set(UUID.randomUUID().toString());
                    }
                    return List.of(expected).contains(answer.status());
                });
    }

    private JsonNode until(String what, Supplier<Http.Answer> ask, Predicate<JsonNode> enough) {
        return answered(what, ask, answer -> answer.status() == 200 && enough.test(answer.json()));
    }

    private JsonNode answered(String what, Supplier<Http.Answer> ask, Predicate<Http.Answer> enough) {
        String last = "nothing";
        while (System.nanoTime() < giveUpAt) {
            try {
                Http.Answer answer = ask.get();
                if (enough.test(answer)) {
                    return answer.json();
                }
                last = answer.status() + " " + answer.body();
            } catch (Trouble noAnswer) {
                last = noAnswer.getMessage();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
        throw new GaveUp(what + ": " + last);
    }

    @Override
    public void close() {
        ending = true;
        giveUpAt = System.nanoTime();
        http.close();
    }
}
