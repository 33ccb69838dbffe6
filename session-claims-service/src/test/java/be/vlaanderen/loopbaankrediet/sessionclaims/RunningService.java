package be.vlaanderen.loopbaankrediet.sessionclaims;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.testkit.RealServers;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

/** The service on a real PostgreSQL and Kafka, with what its tests say to it. One start serves all of them. */
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(Neighbours.class)
abstract class RunningService {

    static final String API = "/session-claims/v1";
    static final String PROBLEM = "urn:problem-type:loopbaankrediet:";
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final AtomicBoolean TOPICS_MADE = new AtomicBoolean();
    private static final Set<String> REGISTERED = ConcurrentHashMap.newKeySet();

    @Inject
    TestClock clock;

    @Inject
    Transactions transactions;

    @Inject
    AggregateStore<Counsellor, CounsellorEvent> counsellors;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    /** A paid block of a citizen with a counsellor. */
    record Paid(UUID booking, String code, String citizen, String counsellor, Instant paidAt) {
        String counsellorToken() {
            return Login.counsellor(counsellor, "0123456749");
        }

        String citizenToken() {
            return Login.citizen(citizen);
        }

        UUID wallet() {
            return Neighbours.citizen(citizen);
        }
    }

    @BeforeEach
    void some_time_passes() throws Exception {
        if (TOPICS_MADE.compareAndSet(false, true)) {
            // who publishes makes the topic; here that is this test
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
                admin.createTopics(Stream.of("eligibility", "wallet", "provider-registry", "payout")
                                .map(api -> new NewTopic("loopbaankrediet." + api, 1, (short) 1))
                                .toList())
                        .all()
                        .get(20, TimeUnit.SECONDS);
            }
        }
        clock.pass(Duration.ofHours(6)); // so that the sessions of one test lie apart from those of another
    }

    static String citizenNumber() {
        return "800101%05d".formatted(PEOPLE.incrementAndGet());
    }

    static String counsellorNumber() {
        return "700101%05d".formatted(PEOPLE.incrementAndGet());
    }

    Paid paid() {
        return paid(citizenNumber(), counsellorNumber());
    }

    /** A block with a registered counsellor that wallet-service told of, and that has arrived. */
    Paid paid(String citizen, String counsellor) {
        if (REGISTERED.add(counsellor)) {
            registered(counsellor);
        }
        return booked(citizen, counsellor);
    }

    void registered(String counsellor) {
        UUID id = Neighbours.counsellor(counsellor);
        tell(
                "provider-registry",
                key(),
                "CounsellorRegistered.v1",
                id,
                Map.of(
                        "counsellor",
                        id,
                        "route",
                        "R1",
                        "vatLiable",
                        true,
                        "registeredOn",
                        "2020-01-01",
                        "registeredAt",
                        "2020-01-01T08:00:00Z"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> counsellors.state(Counsellor.stream(id)).registeredOn() != null);
    }

    void suspended(String counsellor) {
        UUID id = Neighbours.counsellor(counsellor);
        String today = Days.of(clock.instant()).toString();
        tell(
                "provider-registry",
                key(),
                "CounsellorSuspended.v1",
                id,
                Map.of(
                        "counsellor",
                        id,
                        "from",
                        today,
                        "reasonCode",
                        "HOURS_NOT_DELIVERED",
                        "suspendedAt",
                        clock.instant().toString()));
        await().until(() -> !counsellors.state(Counsellor.stream(id)).standing().isEmpty());
    }

    /** eligibility-service established the right of a citizen, who works for these; the message has arrived. */
    void works(String citizen, UUID... employers) {
        UUID wallet = Neighbours.citizen(citizen);
        established(wallet, key(), employers);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        count("SELECT count(*) FROM employee WHERE wallet = '" + wallet + "'") == employers.length);
    }

    void established(UUID citizen, String messageId, UUID... employers) {
        Map<String, Object> data = new HashMap<>(Map.of(
                "citizen",
                citizen,
                "request",
                UUID.randomUUID(),
                "hours",
                6,
                "coPaymentPerHourCents",
                1500,
                "ruleVersion",
                "LOOPBAANKREDIET_2027",
                "requestedOn",
                Days.of(clock.instant()).toString(),
                "establishedAt",
                clock.instant().toString()));
        if (employers.length > 0) {
            data.put("employers", List.of(employers));
        }
        tell("eligibility", messageId, "EntitlementEstablished.v1", citizen, data);
    }

    Paid booked(String citizen, String counsellor) {
        // a code has no 0 and no 1
        String code = "K7WQ"
                + Integer.toString(PEOPLE.incrementAndGet() + 512, 8)
                        .replace('0', '8')
                        .replace('1', '9');
        Paid paid = new Paid(UUID.randomUUID(), code, citizen, counsellor, clock.instant());
        booked(paid, UUID.randomUUID().toString());
        await().atMost(Duration.ofSeconds(30)).until(() -> blocks(paid) == 1);
        return paid;
    }

    void booked(Paid paid, String messageId) {
        tell(
                "wallet",
                messageId,
                "BlockBooked.v1",
                paid.wallet(),
                Map.of(
                        "wallet", paid.wallet(),
                        "booking", paid.booking(),
                        "counsellor", Neighbours.counsellor(paid.counsellor()),
                        "code", paid.code(),
                        "halfHours", 4,
                        "coPaymentCents", 5000,
                        "bookedAt", paid.paidAt().toString()));
    }

    void cancelled(Paid paid) {
        tell(
                "wallet",
                UUID.randomUUID().toString(),
                "BlockCancelled.v1",
                paid.wallet(),
                Map.of(
                        "wallet",
                        paid.wallet(),
                        "booking",
                        paid.booking(),
                        "refundCents",
                        5000,
                        "cancelledAt",
                        clock.instant().toString()));
    }

    void givenUp(Paid paid, String messageId) {
        givenUp(paid, messageId, clock.instant().toString());
    }

    /** @param givenUpAt which question it is */
    void givenUp(Paid paid, String messageId, String givenUpAt) {
        tell(
                "wallet",
                messageId,
                "BlockGivenUp.v1",
                paid.wallet(),
                Map.of(
                        "wallet", paid.wallet(),
                        "booking", paid.booking(),
                        "givenUpAt", givenUpAt));
    }

    /** Another service says something. */
    void tell(String api, String id, String type, UUID key, Map<String, Object> data) {
        Contracts.assertConforms(api, type, json(data));
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> message =
                    new ProducerRecord<>("loopbaankrediet." + api, 0, key.toString(), json(data));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            id,
                            "ce_source",
                            "/" + api + "-service",
                            "ce_type",
                            "be.vlaanderen.loopbaankrediet." + api + "." + type,
                            "ce_time",
                            clock.instant().toString(),
                            "ce_subject",
                            key.toString())
                    .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            var unused = producer.send(message);
        }
    }

    long blocks(Paid paid) {
        return count("SELECT count(*) FROM block WHERE booking = '" + paid.booking() + "'");
    }

    long events() {
        return count("SELECT count(*) FROM event");
    }

    long count(String sql) {
        return transactions.in(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    Response register(Paid paid, int minutesAfterPayment, int minutes) {
        return send(paid, form(paid, minutesAfterPayment, minutes));
    }

    Response send(Paid paid, Map<String, Object> form) {
        return post(paid.counsellorToken(), "/sessions", form);
    }

    Response send(Paid paid, String key, Map<String, Object> form) {
        return as(paid.counsellorToken())
                .header("Idempotency-Key", key)
                .body(form)
                .post(API + "/sessions");
    }

    Response confirm(Paid paid, String session) {
        return post(paid.citizenToken(), "/me/sessions/" + session + "/confirmation", Map.of());
    }

    Response dispute(Paid paid, String session) {
        return post(paid.citizenToken(), "/me/sessions/" + session + "/dispute", Map.of());
    }

    Response withdraw(Paid paid, String session) {
        return post(paid.counsellorToken(), "/sessions/" + session + "/withdrawal", Map.of());
    }

    Response surveyed(Paid paid, int score) {
        return as(paid.citizenToken())
                .body(Map.of(
                        "scores", Collections.nCopies(11, score), "questionAnswered", true, "good", "De gesprekken."))
                .put(API + "/me/blocks/" + paid.booking() + "/survey");
    }

    Response complain(Paid paid, String written) {
        return post(
                paid.citizenToken(),
                "/me/complaints",
                Map.of("kind", "GUIDANCE", "booking", paid.booking(), "written", written));
    }

    static Map<String, Object> decision(String outcome, Map<String, Object> undue) {
        Map<String, Object> body = new HashMap<>();
        body.put("outcome", outcome);
        body.put("reasonCode", "GUIDANCE_NOT_GIVEN");
        body.put("reason", "Het gesprek duurde korter dan geregistreerd.");
        if (!undue.isEmpty()) {
            body.put("undue", undue);
        }
        return body;
    }

    static Map<String, Object> undue(String session, int halfHours) {
        return Map.of(
                "sessions",
                List.of(Map.of("session", session, "halfHours", halfHours)),
                "hoursReturn",
                true,
                "reasonCode",
                "SHORTER_THAN_REGISTERED");
    }

    /** A sample of everything the counsellor ever did, but for what is said otherwise. */
    Response draw(String counsellor, Map<String, Object> otherwise) {
        Map<String, Object> body = new HashMap<>(
                Map.of("counsellor", Neighbours.counsellor(counsellor), "from", "2020-01-01", "until", "2199-12-31"));
        body.putAll(otherwise);
        return post(Login.officer(), "/reviews", body);
    }

    /** payout-service answers the question whether a claim can be taken back. */
    void payoutSays(Paid paid, String id, String type, String claim, String at, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("claim", claim);
        data.put("booking", paid.booking());
        data.put("counsellor", Neighbours.counsellor(paid.counsellor()));
        data.put(at, clock.instant().toString());
        tell("payout", id, type, paid.booking(), data);
    }

    Response claim(Paid paid) {
        return post(paid.counsellorToken(), "/claims", Map.of("booking", paid.booking()));
    }

    static Response post(String token, String path, Map<String, Object> body) {
        return as(token).header("Idempotency-Key", key()).body(body).post(API + path);
    }

    static Map<String, Object> form(Paid paid, int minutesAfterPayment, int minutes) {
        Instant start = paid.paidAt().plus(Duration.ofMinutes(minutesAfterPayment));
        Map<String, Object> form = new HashMap<>();
        form.put("code", paid.code());
        form.put("startedAt", start.toString());
        form.put("endedAt", start.plus(Duration.ofMinutes(minutes)).toString());
        form.put("mode", "ONLINE");
        form.put("themes", List.of("JOB_TARGET", "MEANING"));
        return form;
    }

    static String json(Object value) {
        try {
            return EventStore.json().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
