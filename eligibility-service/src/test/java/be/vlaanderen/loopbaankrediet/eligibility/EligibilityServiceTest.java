package be.vlaanderen.loopbaankrediet.eligibility;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.eligibility.FakeSources.Control;
import be.vlaanderen.loopbaankrediet.eligibility.sources.MagdaXml;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.testkit.RealServers;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeSources.class)
class EligibilityServiceTest {

    private static final String REQUESTS = "/eligibility/v1/me/requests";
    private static final String ME = "/eligibility/v1/me";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @ConfigProperty(name = "magda.url")
    String sourcesUrl;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String databaseUrl;

    @ConfigProperty(name = "quarkus.datasource.username")
    String databaseUser;

    @ConfigProperty(name = "quarkus.datasource.password")
    Optional<String> databasePassword;

    @Inject
    IdentityProviderManager logins;

    @Inject
    TestClock clock;

    private Control sources;
    private String ssin;

    @BeforeEach
    void somebody_new() {
        sources = new Control(sourcesUrl);
        clock.set(TestClock.START);
        ssin = nextSsin();
    }

    @Test
    void who_worked_long_enough_is_entitled_and_reads_why() {
        worksSince("2010-01-01");
        sources.magda("GeefBewijs", ssin, MagdaXml.proofs(MagdaXml.proof(ssin, "2", "BEL", "")));
        String request = ask("k1")
                .statusCode(201)
                .header("Location", containsString(REQUESTS + "/"))
                .body("status", is("ENTITLED"))
                .body("requestedOn", is("2027-01-04"))
                .body("workedDays", is(6_213))
                .body("requiredDays", is(2_555))
                .body("failed", empty())
                .body("hours", is(6))
                .body("coPaymentPerHourCents", is(1_500))
                .body("educationLevel", is("LOW"))
                .body("ruleVersion", is("LOOPBAANKREDIET_2027"))
                .body("$", not(org.hamcrest.Matchers.hasKey("reachedOn")))
                .body("explanation.text", containsString("U hebt recht op 6 uur loopbaanbegeleiding."))
                .body("explanation.periods", hasSize(1))
                .body("explanation.periods[0].countedDays", is(6_213))
                .body("explanation.periods[0].weight", is("WORK"))
                .body(
                        "explanation.sources.source",
                        contains(
                                "WORK_RELATIONS",
                                "SELF_EMPLOYMENT",
                                "DIPLOMAS",
                                "PERSON",
                                "USED_CHEQUES",
                                "OUTPLACEMENT"))
                .body("explanation.sources.askedAt", everyItem(is("2027-01-04T09:00:00Z")))
                .extract()
                .path("request");
        String posted = ask("k1").statusCode(201).extract().asString();
        assertEquals(json(posted), json(read(request).statusCode(200).extract().asString()));
        given().header("Authorization", citizen())
                .get(REQUESTS)
                .then()
                .statusCode(200)
                .body("requests.request", contains(request));
    }

    @Test
    void who_did_not_is_refused_with_the_day_on_which_it_is_reached() {
        worksSince("2020-05-27");
        ask("k1")
                .statusCode(201)
                .body("status", is("REFUSED"))
                .body("failed", contains("NOT_ENOUGH_EXPERIENCE"))
                .body("workedDays", is(2_414))
                .body("hours", is(0))
                .body("coPaymentPerHourCents", is(2_500))
                .body("reachedOn", is("2027-05-25"))
                .body("explanation.text", containsString("U hebt 2.414 van de 2.555 dagen"))
                .body("explanation.text", containsString("haalt u ze op 25 mei 2027."))
                .body(
                        "explanation.options.action",
                        contains("SEND_EVIDENCE", "OBJECT", "CAREER_ORIENTATION", "REFLECTION_TOOLS"));
    }

    @Test
    void who_is_unknown_to_all_sources_is_refused_and_not_an_error() {
        ask("k1")
                .statusCode(201)
                .body("failed", contains("NOT_ENOUGH_EXPERIENCE", "NOT_WORKING", "OUTSIDE_REGION"))
                .body("educationLevel", is("MEDIUM"))
                .body("reachedOn", nullValue());
    }

    @Test
    void one_used_cheque_leaves_two_hours_and_outplacement_none() {
        worksSince("2010-01-01");
        sources.put("vdab/used-cheques.csv", 200, "ssin,usedOn\n" + ssin + ",2024-02-03\n");
        ask("k1").statusCode(201).body("hours", is(2));
        ssin = nextSsin();
        worksSince("2010-01-01");
        sources.put("vdab/outplacement.csv", 200, "ssin,from,to\n" + ssin + ",2026-12-01,2027-06-01\n");
        ask("k1").statusCode(201).body("failed", contains("OUTPLACEMENT"));
        sources.put("vdab/used-cheques.csv", 200, "ssin,usedOn\n");
        sources.put("vdab/outplacement.csv", 200, "ssin,from,to\n");
    }

    @Test
    void who_lives_in_wallonia_must_work_in_flanders_or_brussels() {
        worksSince("2010-01-01");
        sources.magda("GeefPersoon", ssin, MagdaXml.person(ssin, "BEL", "92094"));
        sources.magda("GeefOnderneming", "0492123758", MagdaXml.enterprise("92094"));
        ask("k1").statusCode(201).body("failed", contains("OUTSIDE_REGION"));
        sources.magda("GeefOnderneming", "0492123758", MagdaXml.enterprise("21004"));
        ask("k2")
                .statusCode(201)
                .body("status", is("ENTITLED"))
                .body("explanation.sources.source", org.hamcrest.Matchers.hasItem("ENTERPRISES"));
    }

    @Test
    void enterprises_are_not_asked_about_who_lives_in_flanders() {
        int before = sources.asked("GeefOnderneming/0492123758");
        worksSince("2010-01-01");
        ask("k1").statusCode(201);
        assertEquals(before, sources.asked("GeefOnderneming/0492123758"));
    }

    @Test
    void who_holds_the_right_and_asks_again_gets_the_same_answer_and_nothing_is_granted_twice() {
        worksSince("2010-01-01");
        String first = ask("k1").statusCode(201).extract().path("request");
        int asked = sources.asked("GeefWerkrelaties/" + ssin);
        ask("k2")
                .statusCode(201)
                .body("status", is("ENTITLED"))
                .body("hours", is(6))
                .body("request", is(first));
        assertEquals(asked, sources.asked("GeefWerkrelaties/" + ssin), "a source is not asked for nothing");
        given().header("Authorization", citizen()).get(REQUESTS).then().body("requests", hasSize(1));
        assertEquals(1, published(me(), 1).size());
    }

    @Test
    void who_was_refused_may_ask_again_on_the_same_day() {
        worksSince("2025-01-01");
        ask("k1").statusCode(201).body("status", is("REFUSED"));
        worksSince("2010-01-01");
        ask("k1").statusCode(201).body("status", is("REFUSED"));
        ask("k2").statusCode(201).body("status", is("ENTITLED"));
        given().header("Authorization", citizen()).get(REQUESTS).then().body("requests", hasSize(2));
        List<ConsumerRecord<String, String>> messages = published(me(), 2);
        assertEquals("EntitlementRefused.v1", type(messages.get(0)));
        assertEquals("EntitlementEstablished.v1", type(messages.get(1)));
        messages.forEach(message -> Contracts.assertConforms("eligibility", type(message), message.value()));
        assertEquals("/eligibility-service", header(messages.get(0), "ce_source"));
        assertEquals("2027-01-04T09:00:00Z", header(messages.get(0), "ce_time"));
    }

    /** MR 4.8, D-50. */
    @Test
    void others_are_told_by_a_pseudonym_that_two_citizens_have_the_same_employer() {
        worksSince("2010-01-01");
        ask("k1").statusCode(201).body("status", is("ENTITLED"));
        List<String> employers = employers();
        assertEquals(1, employers.size());
        ssin = nextSsin();
        worksSince("2010-01-01");
        sources.magda(
                "GeefLoopbaanARZA",
                ssin,
                MagdaXml.selfEmployed(ssin, "2012-01-01", "")); // an own enterprise beside the job
        ask("k1").statusCode(201).body("status", is("ENTITLED"));
        assertEquals(employers, employers());
        ssin = nextSsin();
        sources.magda("GeefLoopbaanARZA", ssin, MagdaXml.selfEmployed(ssin, "2010-01-01", ""));
        sources.magda("GeefPersoon", ssin, MagdaXml.person(ssin, "BEL", "44021"));
        ask("k1").statusCode(201).body("status", is("ENTITLED"));
        assertEquals(List.of(), employers());
    }

    private List<String> employers() {
        ConsumerRecord<String, String> message = published(me(), 1).getFirst();
        Contracts.assertConforms("eligibility", type(message), message.value());
        List<String> employers = new ArrayList<>();
        json(message.value()).path("employers").forEach(each -> employers.add(each.asText()));
        return employers;
    }

    @Test
    void a_busy_platform_lets_the_request_wait_and_it_is_finished_by_itself() {
        worksSince("2010-01-01");
        sources.put("GeefWerkrelaties/" + ssin, 200, MagdaXml.busy("GeefWerkrelaties"));
        String request = ask("k1")
                .statusCode(202)
                .body("status", is("PENDING"))
                .body("requestedOn", is("2027-01-04"))
                .body("explanation.text", containsString("de RSZ (Dimona) antwoordt nu niet"))
                .extract()
                .path("request");
        read(request).statusCode(200).body("status", is("PENDING")).body("failed", empty());
        int asked = sources.asked("GeefWerkrelaties/" + ssin);
        clock.pass(ofSeconds(6));
        await().atMost(ofSeconds(20)).until(() -> sources.asked("GeefWerkrelaties/" + ssin) > asked);
        read(request).body("status", is("PENDING"));
        worksSince("2010-01-01");
        clock.pass(Duration.ofDays(3));
        await().atMost(ofSeconds(20))
                .until(() -> read(request).extract().path("status").equals("ENTITLED"));
        read(request).body("requestedOn", is("2027-01-04")).body("workedDays", is(6_213));
        assertEquals("EntitlementEstablished.v1", type(published(me(), 1).getFirst()));
    }

    @Test
    void a_new_request_finishes_the_one_that_waits() {
        worksSince("2010-01-01");
        sources.put("GeefPersoon/" + ssin, 503, "");
        String request = ask("k1").statusCode(202).extract().path("request");
        sources.magda("GeefPersoon", ssin, MagdaXml.person(ssin, "BEL", "44021"));
        ask("k2").statusCode(201).body("request", is(request)).body("status", is("ENTITLED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "geen xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
                "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\">]><l>&b;</l>"
            })
    void an_answer_that_cannot_be_read_is_never_a_refusal(String reply) {
        worksSince("2010-01-01");
        sources.put("GeefBewijs/" + ssin, 200, reply);
        ask("k1").statusCode(202).body("status", is("PENDING"));
    }

    @Test
    void a_silent_vdab_is_never_a_refusal() {
        worksSince("2010-01-01");
        sources.put("vdab/used-cheques.csv", 500, "");
        ask("k1").statusCode(202).body("explanation.text", containsString("VDAB antwoordt nu niet"));
        sources.put("vdab/used-cheques.csv", 200, "ssin,usedOn\n");
    }

    @Test
    void many_requests_at_once_of_one_citizen_grant_once() throws Exception {
        worksSince("2010-01-01");
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String key = "at-once-" + i;
            calls.add(() -> ask(key).statusCode(201)
                    .body("status", is("ENTITLED"))
                    .extract()
                    .path("request"));
        }
        Set<String> requests = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<String> answer : threads.invokeAll(calls)) {
                requests.add(answer.get());
            }
        }
        assertEquals(1, requests.size());
        assertEquals(1, published(me(), 1).size());
    }

    @Test
    void before_the_first_day_nothing_can_be_asked() {
        clock.set(Instant.parse("2026-12-31T22:59:59Z"));
        ask("k1")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", endsWith(":not-open-yet"))
                .body("opensOn", is("2027-01-01"));
        clock.set(Instant.parse("2026-12-31T23:00:00Z")); // midnight in Brussels
        ask("k2").statusCode(201).body("requestedOn", is("2027-01-01"));
    }

    @Test
    void any_person_learns_the_own_pseudonym_once_they_asked_something() {
        given().header("Authorization", citizen())
                .get(ME)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", endsWith(":citizen-unknown"));
        ask("k1").statusCode(201);
        String citizen = me();
        UUID.fromString(citizen);
        given().header("Authorization", "Bearer " + Login.counsellor(ssin, "0492123758"))
                .get(ME)
                .then()
                .statusCode(200)
                .body("citizen", is(citizen));
        given().header("Authorization", "Bearer " + Login.service("payout"))
                .get(ME)
                .then()
                .statusCode(403);
    }

    @Test
    void somebody_elses_request_does_not_exist() {
        String request = ask("k1").statusCode(201).extract().path("request");
        ssin = nextSsin();
        read(request).statusCode(404).contentType("application/problem+json").body("type", endsWith(":not-found"));
        ask("k1").statusCode(201).body("request", not(is(request)));
        read(request).statusCode(404);
        read(UUID.randomUUID().toString()).statusCode(404);
        read("geen-nummer").statusCode(404).contentType("application/problem+json");
    }

    @Test
    void who_never_asked_has_no_requests() {
        given().header("Authorization", citizen())
                .get(REQUESTS)
                .then()
                .statusCode(200)
                .body("requests", empty());
    }

    @Test
    void a_token_that_was_checked_is_known_at_once_and_no_longer_than_it_lives() {
        String token = Login.citizen(ssin);
        assertSame(checked(token), whoHas(token).subscribeAsCompletionStage().getNow(null));
        String ended = Login.endedAMomentAgo(ssin);
        assertNotSame(checked(ended), checked(ended));
    }

    private SecurityIdentity checked(String token) {
        return whoHas(token).await().atMost(ofSeconds(3));
    }

    private Uni<SecurityIdentity> whoHas(String token) {
        return logins.authenticate(new TokenAuthenticationRequest(new JsonWebTokenCredential(token)));
    }

    @Test
    void a_token_that_is_not_accepted_is_a_401_and_another_role_a_403() {
        for (String token : Login.notAccepted(ssin)) {
            given().header("Authorization", "Bearer " + token).get(ME).then().statusCode(401);
            given().header("Authorization", "Bearer " + token)
                    .header("Idempotency-Key", "k")
                    .contentType("application/json")
                    .body("{}")
                    .post(REQUESTS)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
        given().get(REQUESTS).then().statusCode(401);
        for (String token : List.of(
                Login.withoutRole(ssin), Login.officer(), Login.counsellor(ssin, "0492123758"), Login.service("x"))) {
            given().header("Authorization", "Bearer " + token)
                    .get(REQUESTS)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"80010100108", "12345678901", "x", "87660415377"})
    void a_token_without_a_real_citizen_number_is_a_403(String number) {
        ssin = number;
        ask("k1").statusCode(403).body("type", endsWith(":citizen-number-invalid"));
        given().header("Authorization", citizen()).get(ME).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "1", "\"x\"", "{\"hours\":6}", "{} {}", "\u0000", "{\"\uD83D\uDE00\":1}"})
    void a_body_that_says_something_is_a_400(String body) {
        given().header("Authorization", citizen())
                .header("Idempotency-Key", "k1")
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(REQUESTS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void nothing_needs_to_be_sent_along() {
        worksSince("2010-01-01");
        given().header("Authorization", citizen())
                .noContentType()
                .post(REQUESTS)
                .then()
                .statusCode(201)
                .body("status", is("ENTITLED"));
        given().header("Authorization", citizen())
                .contentType("application/json")
                .body("null")
                .post(REQUESTS)
                .then()
                .statusCode(201);
    }

    @Test
    void what_reaches_no_resource_is_a_problem_too() {
        given().header("Authorization", citizen())
                .get("/nothing/here")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", endsWith(":not-found"));
        given().get("/health").then().statusCode(200).body("status", is("UP"));
    }

    @Test
    void other_ways_to_ask_are_4xx() {
        given().header("Authorization", citizen())
                .header("Idempotency-Key", "k")
                .contentType("text/plain")
                .body("{}")
                .post(REQUESTS)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        given().header("Authorization", citizen())
                .header("Idempotency-Key", "k")
                .contentType("application/json")
                .body("{\"a\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}")
                .post(REQUESTS)
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", endsWith(":too-large"));
        given().header("Authorization", citizen()).delete(REQUESTS).then().statusCode(405);
    }

    @Test
    void the_same_key_with_another_body_is_a_422() {
        ask("k1").statusCode(201);
        given().header("Authorization", citizen())
                .header("Idempotency-Key", "k1")
                .contentType("application/json")
                .body("{ }")
                .post(REQUESTS)
                .then()
                .statusCode(422)
                .body("type", endsWith(":idempotency-key-reused"));
    }

    @Test
    void who_asks_while_the_store_is_held_is_told_to_try_again_and_then_the_same_request_goes_through()
            throws Exception {
        worksSince("2010-01-01");
        try (Connection other = DriverManager.getConnection(databaseUrl, databaseUser, databasePassword.orElse(""))) {
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE event IN SHARE MODE");
            ask("k1")
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .body("type", endsWith(":busy"));
            other.rollback();
        }
        ask("k1").statusCode(201).body("status", is("ENTITLED"));
        assertEquals(1, published(me(), 1).size());
    }

    @Test
    void a_rebuilt_view_equals_the_live_one() {
        worksSince("2010-01-01");
        ask("k1").statusCode(201);
        ssin = nextSsin();
        sources.put("GeefPersoon/" + ssin, 503, "");
        ask("k1").statusCode(202);
        given().header("Authorization", "Bearer " + Login.officer())
                .post("/eligibility/v1/admin/rebuild")
                .then()
                .statusCode(200)
                .body("views.view", containsInAnyOrder("entitlement_request", "work_item"))
                .body("views.differences", everyItem(is(0)))
                .body("views[0].rows", notNullValue());
    }

    @Test
    void the_http_contract_is_what_the_service_answers_and_what_its_code_says() {
        Contracts.http("eligibility-service");
    }

    private void worksSince(String day) {
        sources.magda("GeefWerkrelaties", ssin, MagdaXml.contracts(MagdaXml.job(ssin, day, "")));
        sources.magda("GeefPersoon", ssin, MagdaXml.person(ssin, "BEL", "44021"));
    }

    private ValidatableResponse ask(String key) {
        return given().header("Authorization", citizen())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{}")
                .post(REQUESTS)
                .then();
    }

    private ValidatableResponse read(String request) {
        return given().header("Authorization", citizen())
                .get(REQUESTS + "/" + request)
                .then();
    }

    private String me() {
        return given().header("Authorization", citizen())
                .get(ME)
                .then()
                .statusCode(200)
                .extract()
                .path("citizen");
    }

    private String citizen() {
        return "Bearer " + Login.citizen(ssin);
    }

    /** What others are told of a citizen, once it is at least so much. */
    private List<ConsumerRecord<String, String>> published(String citizen, int atLeast) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer())) {
            await().atMost(ofSeconds(20))
                    .until(() -> !consumer.partitionsFor("loopbaankrediet.eligibility")
                            .isEmpty());
            List<TopicPartition> partitions = consumer.partitionsFor("loopbaankrediet.eligibility").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(ofSeconds(20)).until(() -> {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
                    assertTrue(!message.value().contains(ssin), "no citizen number in a topic");
                    assertTrue(!message.value().contains("0492123758"), "no enterprise number in a topic");
                    if (citizen.equals(message.key())) {
                        found.add(message);
                    }
                }
                return found.size() >= atLeast;
            });
        }
        return found;
    }

    private static String type(ConsumerRecord<String, String> message) {
        return header(message, "ce_type").replace("be.vlaanderen.loopbaankrediet.eligibility.", "");
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        try {
            return EventStore.json().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String nextSsin() {
        long first = 850_101_001L + PEOPLE.incrementAndGet();
        return "%09d%02d".formatted(first, 97 - first % 97);
    }
}
