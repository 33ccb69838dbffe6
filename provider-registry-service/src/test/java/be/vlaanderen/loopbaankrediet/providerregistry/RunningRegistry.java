package be.vlaanderen.loopbaankrediet.providerregistry;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.testkit.RealServers;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.providerregistry.enterprise.FakeMagda;
import be.vlaanderen.loopbaankrediet.providerregistry.namecheck.FakeNameCheck;
import be.vlaanderen.loopbaankrediet.providerregistry.notifications.Mailbox;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service with a real PostgreSQL and Kafka, started once for all tests of it; and what those tests say often. */
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeMagda.class)
@QuarkusTestResource(FakeNameCheck.class)
@QuarkusTestResource(Mailbox.class)
abstract class RunningRegistry {

    static final String API = "/provider-registry/v1";
    static final List<String> PIONEER = List.of("EQUIVALENCE", "FINANCIAL_MANAGEMENT", "FINANCIAL_HEALTH");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Inject
    TestClock clock;

    @Inject
    Transactions transactions;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    /** Somebody new for each test. */
    record Someone(String ssin, String enterprise) {
        static Someone next() {
            int serial = PEOPLE.incrementAndGet();
            return new Someone(
                    Numbers.ssin(80, 1 + serial / 900, 1, 1 + serial % 900), Numbers.enterprise(4_000_000 + serial));
        }

        /** The same person, for another enterprise. */
        Someone elsewhere() {
            return new Someone(ssin, Numbers.enterprise(5_000_000 + PEOPLE.incrementAndGet()));
        }

        String token() {
            return Login.counsellor(ssin, enterprise);
        }
    }

    String registerAt(String municipality, Someone someone) {
        Map<String, Object> form = form(someone, PIONEER);
        form.put("places", List.of(Map.of("municipality", municipality, "postalCode", "8600")));
        return post(form).extract().path("counsellor");
    }

    ValidatableResponse sanction(String id, String kind) {
        return officer()
                .header("Idempotency-Key", key())
                .body(Map.of("kind", kind, "reasonCode", "POOR_QUALITY", "reason", "Omdat " + kind + " nodig is."))
                .post(API + "/counsellors/{id}/sanctions", id)
                .then();
    }

    ValidatableResponse decision(String id, String sanction, String outcome, String reasonCode) {
        return officer()
                .body(Map.of("outcome", outcome, "reasonCode", reasonCode, "reason", "Dat is beslist."))
                .post(API + "/counsellors/{id}/sanctions/{sanction}/decision", id, sanction)
                .then();
    }

    ValidatableResponse answer(Someone someone, String sanction, String answer) {
        return as(someone.token())
                .header("Idempotency-Key", key())
                .body(Map.of("answer", answer))
                .post(API + "/me/sanctions/{sanction}/answer", sanction)
                .then();
    }

    static void paidOn(String id, String iban) {
        as(Login.service("payout"))
                .get(API + "/counsellors/{id}/payee", id)
                .then()
                .statusCode(200)
                .body("iban", equalTo(iban));
    }

    static final byte[] PDF = "%PDF-1.7 a diploma".getBytes(StandardCharsets.US_ASCII);
    static final byte[] PNG = {(byte) 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1};
    static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 1};

    String apply(Someone someone) {
        String application = as(someone.token())
                .header("Idempotency-Key", key())
                .body(application(List.of("EQUIVALENCE")))
                .post(API + "/me/application")
                .then()
                .statusCode(201)
                .extract()
                .path("application");
        enterpriseIs(someone, "ACTIVE");
        return application;
    }

    /** Waits until the enterprise of an applicant was looked up. */
    static void enterpriseIs(Someone someone, String found) {
        await().untilAsserted(() ->
                as(someone.token()).get(API + "/me/application").then().body("enterprise", equalTo(found)));
    }

    static Map<String, Object> application(List<String> proofs) {
        Map<String, Object> form = form(new Someone("", ""), proofs);
        form.remove("ssin");
        form.remove("enterpriseNumber");
        form.put("places", List.of(Map.of("municipality", "Heuvelland", "postalCode", "8950")));
        return form;
    }

    static ValidatableResponse document(Someone someone, String kind, String type, byte[] content) {
        return file(someone, "/me/application/documents", kind, type, content);
    }

    static ValidatableResponse file(Someone someone, String path, String kind, String type, byte[] content) {
        return file(someone, key(), path, kind, type, content);
    }

    static ValidatableResponse file(
            Someone someone, String key, String path, String kind, String type, byte[] content) {
        return given().auth()
                .oauth2(someone.token())
                .header("Idempotency-Key", key)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.BINARY)))
                .contentType(type)
                .body(content)
                .post(API + path + "?kind=" + kind)
                .then();
    }

    List<String> all(String query) {
        List<String> read = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 100; page++) {
            var answer = given().get(API + "/directory?" + query + "&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract();
            read.addAll(answer.<List<String>>path("counsellors.counsellor"));
            after = answer.path("next");
            if (after == null) {
                return read;
            }
        }
        throw new AssertionError("the directory has no end");
    }

    ValidatableResponse register(Someone someone, List<String> proofs) {
        return post(form(someone, proofs));
    }

    ValidatableResponse post(Map<String, Object> form) {
        return officer()
                .header("Idempotency-Key", key())
                .body(form)
                .post(API + "/counsellors")
                .then()
                .statusCode(201)
                .body("counsellor", notNullValue());
    }

    ValidatableResponse refused(Map<String, Object> form) {
        return officer()
                .header("Idempotency-Key", key())
                .body(json(form))
                .post(API + "/counsellors")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:bad-request"));
    }

    static String json(Object value) {
        try {
            return EventStore.json().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static Map<String, Object> form(Someone someone, List<String> proofs) {
        Map<String, Object> form = new HashMap<>();
        form.put("ssin", someone.ssin());
        form.put("name", "Nele Peeters");
        form.put("enterpriseNumber", someone.enterprise());
        form.put("iban", "BE68 5390 0754 7034");
        form.put("vatLiable", true);
        form.put("activeSince", "2019-05-01");
        form.put("proofs", proofs);
        form.put("email", "nele.peeters@example.be");
        form.put("places", List.of(Map.of("municipality", "Brugge", "postalCode", "8000")));
        form.put("languages", List.of("nl"));
        form.put("modes", List.of("FACE_TO_FACE"));
        form.put("themes", List.of("JOB_TARGET"));
        return form;
    }

    LocalDate today() {
        return Days.of(clock.instant());
    }

    static RequestSpecification officer() {
        return as(Login.officer());
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    /** As the payout service says it. */
    void payoutSays(String type, String payout, Map<String, Object> data) {
        ProducerRecord<String, String> message = new ProducerRecord<>("loopbaankrediet.payout", payout, json(data));
        Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        "be.vlaanderen.loopbaankrediet.payout." + type,
                        "ce_time",
                        clock.instant().toString())
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic("loopbaankrediet.payout", 3, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            assertInstanceOf(TopicExistsException.class, e.getCause());
        }
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(message).get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
