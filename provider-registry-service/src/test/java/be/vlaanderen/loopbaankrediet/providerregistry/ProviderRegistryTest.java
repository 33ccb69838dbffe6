package be.vlaanderen.loopbaankrediet.providerregistry;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.testkit.RealServers;
import be.vlaanderen.loopbaankrediet.platform.testkit.Topic;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ProviderRegistryTest {

    private static final String API = "/provider-registry/v1";
    private static final List<String> PIONEER = List.of("EQUIVALENCE", "FINANCIAL_MANAGEMENT", "FINANCIAL_HEALTH");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Inject
    TestClock clock;

    @Inject
    Transactions transactions;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    /** Somebody new for each test. */
    private record Someone(String ssin, String enterprise) {
        static Someone next() {
            int serial = PEOPLE.incrementAndGet();
            return new Someone(
                    Numbers.ssin(80, 1 + serial / 900, 1, 1 + serial % 900), Numbers.enterprise(4_000_000 + serial));
        }

        String token() {
            return Login.counsellor(ssin, enterprise);
        }
    }

    @Test
    void a_pioneer_with_all_proofs_is_registered_at_once_and_the_others_hear_of_it() {
        String id = register(Someone.next(), PIONEER)
                .body("route", equalTo("R1"))
                .body("status", equalTo("REGISTERED"))
                .body("missing", empty())
                .body("registeredOn", equalTo(today().toString()))
                .header("Location", org.hamcrest.Matchers.containsString(API + "/counsellors/"))
                .extract()
                .path("counsellor");
        try (Topic topic = new Topic(kafka, "loopbaankrediet.provider-registry")) {
            await().until(() -> topic.of(id).size() == 1);
            Topic.Read message = topic.of(id).getFirst();
            assertEquals("be.vlaanderen.loopbaankrediet.provider-registry.CounsellorRegistered.v1", message.type());
            assertEquals("/provider-registry-service", message.source());
            assertEquals(id, message.data().path("counsellor").asText());
            Contracts.assertConforms(
                    "provider-registry",
                    "CounsellorRegistered.v1",
                    message.data().toString());
        }
    }

    @Test
    void an_incomplete_dossier_names_what_is_missing_and_is_registered_by_the_last_proof() {
        String id = register(Someone.next(), List.of("EQUIVALENCE"))
                .body("status", equalTo("INCOMPLETE"))
                .body("missing", contains("FINANCIAL_HEALTH", "FINANCIAL_MANAGEMENT"))
                .extract()
                .path("counsellor");
        officer()
                .body(Map.of("proofs", List.of("FINANCIAL_HEALTH")))
                .put(API + "/counsellors/{id}/proofs", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("INCOMPLETE"))
                .body("missing", contains("FINANCIAL_MANAGEMENT"));
        for (int twice = 0; twice < 2; twice++) {
            officer()
                    .body(Map.of("proofs", List.of("FINANCIAL_MANAGEMENT")))
                    .put(API + "/counsellors/{id}/proofs", id)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("REGISTERED"));
        }
        officer()
                .get(API + "/counsellors/{id}", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("REGISTERED"))
                .body("proofs", containsInAnyOrder("EQUIVALENCE", "FINANCIAL_HEALTH", "FINANCIAL_MANAGEMENT"));
    }

    @Test
    void the_same_person_has_one_dossier_for_an_enterprise_and_may_have_one_for_another() {
        Someone someone = Someone.next();
        register(someone, PIONEER);
        officer()
                .header("Idempotency-Key", key())
                .body(form(someone, PIONEER))
                .post(API + "/counsellors")
                .then()
                .statusCode(409)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:counsellor-exists"));
        register(new Someone(someone.ssin(), Numbers.enterprise(5_000_000 + PEOPLE.incrementAndGet())), PIONEER);
    }

    @Test
    void a_repeat_with_the_same_key_gets_the_same_answer_and_another_body_is_refused() {
        String key = key();
        Map<String, Object> form = form(Someone.next(), PIONEER);
        String first = officer()
                .header("Idempotency-Key", key)
                .body(form)
                .post(API + "/counsellors")
                .asString();
        String second = officer()
                .header("Idempotency-Key", key)
                .body(form)
                .post(API + "/counsellors")
                .asString();
        assertEquals(first, second);
        form.put("name", "Iemand Anders");
        officer()
                .header("Idempotency-Key", key)
                .body(form)
                .post(API + "/counsellors")
                .then()
                .statusCode(422);
        officer().body(form).post(API + "/counsellors").then().statusCode(400);
    }

    @Test
    void counsellors_see_themselves_and_a_stranger_sees_no_one() {
        Someone someone = Someone.next();
        String id = register(someone, PIONEER).extract().path("counsellor");
        as(someone.token())
                .get(API + "/me")
                .then()
                .statusCode(200)
                .body("counsellor", equalTo(id))
                .body("name", equalTo("Nele Peeters"))
                .body("status", equalTo("REGISTERED"))
                .body("route", equalTo("R1"))
                .body("vatLiable", equalTo(true))
                .body("size()", is(5));
        as(Login.counsellor(someone.ssin(), Numbers.enterprise(6_000_000)))
                .get(API + "/me")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:counsellor-unknown"));
    }

    @Test
    void only_a_service_learns_the_account_to_pay() {
        Someone someone = Someone.next();
        String id = register(someone, PIONEER).extract().path("counsellor");
        as(Login.service("payout"))
                .get(API + "/counsellors/{id}/payee", id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Nele Peeters"))
                .body("iban", equalTo("BE68539007547034"))
                .body("size()", is(2));
        as(Login.service("payout"))
                .get(API + "/counsellors/{id}/payee", UUID.randomUUID())
                .then()
                .statusCode(404);
        for (String token : List.of(someone.token(), Login.officer(), Login.citizen(someone.ssin()))) {
            as(token).get(API + "/counsellors/{id}/payee", id).then().statusCode(403);
        }
    }

    @Test
    void the_vat_regime_has_a_history_that_others_follow() {
        Someone someone = Someone.next();
        String id = register(someone, PIONEER).extract().path("counsellor");
        as(someone.token())
                .body(Map.of("vatLiable", false, "from", today().toString()))
                .put(API + "/me/vat-regime")
                .then()
                .statusCode(200)
                .body("vatLiable", equalTo(false));
        as(someone.token()).get(API + "/me").then().body("vatLiable", equalTo(false));
        officer()
                .body(Map.of("vatLiable", true, "from", today().plusDays(30).toString()))
                .put(API + "/counsellors/{id}/vat-regime", id)
                .then()
                .statusCode(200);
        officer()
                .body(Map.of("vatLiable", true, "from", today().minusDays(1).toString()))
                .put(API + "/counsellors/{id}/vat-regime", id)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:regime-day-out-of-range"));
        as(someone.token())
                .get(API + "/me/vat-regime")
                .then()
                .statusCode(200)
                .body("periods.vatLiable", contains(false, true))
                .body("periods[0].until", equalTo(today().plusDays(29).toString()))
                .body("periods[1].until", nullValue());
        officer().get(API + "/counsellors/{id}/vat-regime", id).then().body("periods.size()", is(2));
        officer()
                .get(API + "/counsellors/{id}/vat-regime", UUID.randomUUID())
                .then()
                .statusCode(404);
        try (Topic topic = new Topic(kafka, "loopbaankrediet.provider-registry")) {
            await().until(() -> topic.of(id).size() == 3);
            List<Topic.Read> messages = topic.of(id);
            messages.subList(1, 3)
                    .forEach(message -> Contracts.assertConforms(
                            "provider-registry",
                            "CounsellorVatRegimeChanged.v1",
                            message.data().toString()));
            assertEquals(
                    List.of(false, true),
                    messages.stream()
                            .skip(1)
                            .map(each -> each.data().path("vatLiable").asBoolean())
                            .toList());
        }
    }

    @Test
    void the_directory_is_public_and_finds_by_place_theme_language_and_way_of_working() {
        Map<String, Object> form = form(Someone.next(), PIONEER);
        form.put("places", List.of(Map.of("municipality", "Ieper", "postalCode", "8900")));
        form.put("languages", List.of("nl", "fr"));
        form.put("modes", List.of("WALKING"));
        form.put("themes", List.of("LEADERSHIP"));
        form.put("targetGroups", List.of("AGE_50_PLUS"));
        String id = post(form).extract().path("counsellor");
        String incomplete = register(Someone.next(), List.of()).extract().path("counsellor");

        for (String query : List.of(
                "municipality=Ieper",
                "municipality=ieper&limit=100",
                "municipality=8900",
                "municipality=Ieper&theme=LEADERSHIP&language=fr&mode=WALKING")) {
            given().get(API + "/directory?" + query)
                    .then()
                    .statusCode(200)
                    .body("counsellors.counsellor", contains(id))
                    .body("counsellors[0].name", equalTo("Nele Peeters"))
                    .body("counsellors[0].places[0].municipality", equalTo("Ieper"))
                    .body("counsellors[0].targetGroups", contains("AGE_50_PLUS"))
                    .body("counsellors[0].size()", is(7))
                    .body("next", nullValue());
        }
        for (String query : List.of("theme=MEANING", "language=en", "mode=ONLINE", "municipality=Gent")) {
            given().get(API + "/directory?limit=100&" + query)
                    .then()
                    .statusCode(200)
                    .body("counsellors.counsellor", not(hasItem(id)));
        }
        assertFalse(all("limit=100").contains(incomplete), "who is not registered does not stand in the directory");
        String everything = given().get(API + "/directory?limit=100").asString();
        for (String personal : List.of("BE68539007547034", "nele.peeters@example.be", "ssin", "iban", "enterprise")) {
            assertFalse(everything.contains(personal), personal);
        }
    }

    @Test
    void the_directory_is_read_page_by_page_without_gaps_or_repeats() {
        List<String> made = IntStream.range(0, 7)
                .mapToObj(i -> {
                    Map<String, Object> form = form(Someone.next(), PIONEER);
                    form.put("places", List.of(Map.of("municipality", "Veurne", "postalCode", "8630")));
                    return post(form).extract().<String>path("counsellor");
                })
                .toList();
        List<String> read = all("municipality=Veurne&limit=3");
        assertEquals(new HashSet<>(made), new HashSet<>(read));
        assertEquals(made.size(), read.size());
        assertNotEquals(made, read, "first come is not first shown");
        assertEquals(read, all("municipality=Veurne&limit=2"), "the order is the same on every visit");
    }

    @Test
    void a_parameter_of_the_directory_that_cannot_be_right_is_named() {
        for (String query : List.of(
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=abc",
                "limit=99999999999",
                "theme=HAPPINESS",
                "theme=meaning",
                "mode=PHONE",
                "language=dutch",
                "language=NL",
                "municipality=%00",
                "municipality=Gent%27%3B--%22",
                "municipality=" + "a".repeat(81),
                "after=1",
                "after=%F0%9F%98%80")) {
            given().get(API + "/directory?" + query)
                    .then()
                    .statusCode(400)
                    .contentType(Problem.MEDIA_TYPE)
                    .body("issues[0].in", equalTo("query"))
                    .body("issues[0].name", equalTo(query.substring(0, query.indexOf('='))));
        }
        given().get(API + "/directory?municipality=").then().statusCode(200);
    }

    @Test
    void a_form_that_cannot_be_right_names_each_wrong_field() {
        Map<String, Object> wrong = new HashMap<>();
        wrong.put("ssin", "93051822362");
        wrong.put("enterpriseNumber", "0123456748");
        wrong.put("iban", "BE68539007547035");
        wrong.put("languages", List.of("nl", "qq"));
        Map<String, Object> form = form(Someone.next(), PIONEER);
        form.putAll(wrong);
        refused(form).body("issues.name", containsInAnyOrder("ssin", "enterpriseNumber", "iban", "languages[1]"));

        for (Map.Entry<String, Object> each : List.<Map.Entry<String, Object>>of(
                Map.entry("name", " "),
                Map.entry("name", "Nele\u0000Peeters"),
                Map.entry("name", "x".repeat(71)),
                Map.entry("name", "<script>alert(1)</script>"),
                Map.entry("name", 5),
                Map.entry("email", "nele.peeters"),
                Map.entry("email", "a@b.be".repeat(60)),
                Map.entry("proofs", List.of("A_GOOD_HEART")),
                Map.entry("proofs", Collections.singletonList(null)),
                Map.entry("proofs", "EQUIVALENCE"),
                Map.entry("places", List.of()),
                Map.entry("places", List.of(Map.of("municipality", "Gent", "postalCode", "90000"))),
                Map.entry("places", List.of(Map.of("municipality", "Ge\u0000nt", "postalCode", "9000"))),
                Map.entry("languages", List.of("nederlands")),
                Map.entry("modes", List.of("PHONE")),
                Map.entry("themes", List.of(1)),
                Map.entry("activeSince", "2027-02-30"),
                Map.entry("activeSince", "gisteren"),
                Map.entry("vatLiable", "ja"),
                Map.entry("ssin", Numbers.ssin(80, 61, 1, 1)),
                Map.entry("ssin", List.of()),
                Map.entry("iban", "\ud83d\ude00"),
                Map.entry("unknown", "field"))) {
            Map<String, Object> one = form(Someone.next(), PIONEER);
            one.put(each.getKey(), each.getValue());
            refused(one).body("issues.size()", org.hamcrest.Matchers.greaterThan(0));
        }
        for (String missing : List.of(
                "ssin",
                "name",
                "enterpriseNumber",
                "iban",
                "vatLiable",
                "proofs",
                "email",
                "places",
                "languages",
                "modes")) {
            Map<String, Object> one = form(Someone.next(), PIONEER);
            one.remove(missing);
            refused(one).body("issues.name", hasItem(missing));
        }
    }

    @Test
    void a_body_that_is_no_json_object_is_a_bad_request() {
        for (String body :
                List.of("", "null", "{", "[]", "\"text\"", "{\"ssin\":\"\\ud800\"}", "{} {}", "{\"a\":".repeat(2000))) {
            for (String path : List.of("/counsellors")) {
                officer()
                        .header("Idempotency-Key", key())
                        .body(body)
                        .post(API + path)
                        .then()
                        .statusCode(400)
                        .contentType(Problem.MEDIA_TYPE);
            }
            for (String path : List.of(
                    "/counsellors/" + UUID.randomUUID() + "/proofs",
                    "/counsellors/" + UUID.randomUUID() + "/vat-regime")) {
                officer().body(body).put(API + path).then().statusCode(400).contentType(Problem.MEDIA_TYPE);
            }
        }
        officer()
                .header("Idempotency-Key", key())
                .contentType(ContentType.TEXT)
                .body("hello")
                .post(API + "/counsellors")
                .then()
                .statusCode(415);
        officer().get(API + "/counsellors/not-an-id").then().statusCode(404).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void a_token_that_is_not_good_opens_nothing() {
        Someone someone = Someone.next();
        for (String token : Login.notAccepted(someone.ssin())) {
            as(token).get(API + "/me").then().statusCode(401).contentType(Problem.MEDIA_TYPE);
            as(token)
                    .header("Idempotency-Key", key())
                    .body(form(someone, PIONEER))
                    .post(API + "/counsellors")
                    .then()
                    .statusCode(401);
        }
        given().get(API + "/me").then().statusCode(401);
    }

    @Test
    void who_has_another_role_is_kept_out() {
        Someone someone = Someone.next();
        String id = register(someone, PIONEER).extract().path("counsellor");
        for (String token : List.of(
                Login.withoutRole(someone.ssin()),
                Login.citizen(someone.ssin()),
                Login.service("payout"),
                someone.token())) {
            as(token)
                    .header("Idempotency-Key", key())
                    .body(form(Someone.next(), PIONEER))
                    .post(API + "/counsellors")
                    .then()
                    .statusCode(403);
            as(token)
                    .body(Map.of("proofs", PIONEER))
                    .put(API + "/counsellors/{id}/proofs", id)
                    .then()
                    .statusCode(403);
            as(token).get(API + "/counsellors/{id}", id).then().statusCode(403);
            as(token)
                    .body(Map.of("vatLiable", false, "from", today().toString()))
                    .put(API + "/counsellors/{id}/vat-regime", id)
                    .then()
                    .statusCode(403);
            as(token).post(API + "/admin/rebuild").then().statusCode(403);
        }
        for (String token :
                List.of(Login.officer(), Login.citizen(someone.ssin()), Login.withoutRole(someone.ssin()))) {
            as(token).get(API + "/me").then().statusCode(403);
            as(token)
                    .body(Map.of("vatLiable", false, "from", today().toString()))
                    .put(API + "/me/vat-regime")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void a_suspension_is_announced_answered_decided_and_ended_with_who_when_and_why() {
        Someone someone = Someone.next();
        String id = registerAt("Diksmuide", someone);
        String warning = sanction(id, "WARNING").statusCode(201).extract().path("sanction");
        clock.pass(Duration.ofSeconds(1));
        String sanction = sanction(id, "SUSPENSION")
                .statusCode(201)
                .body("status", equalTo("REGISTERED"))
                .body("answerBy", equalTo(today().plusDays(15).toString()))
                .extract()
                .path("sanction");
        sanction(id, "WITHDRAWAL")
                .statusCode(409)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:sanction-under-way"));
        decision(id, sanction, "FINAL", "POOR_QUALITY")
                .statusCode(409)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:time-to-answer-runs"))
                .body("answerBy", equalTo(today().plusDays(15).toString()));

        as(Someone.next().token())
                .header("Idempotency-Key", key())
                .body(Map.of("answer", "Niet van mij."))
                .post(API + "/me/sanctions/{sanction}/answer", sanction)
                .then()
                .statusCode(404);
        answer(someone, sanction, "Dit klopt niet,\nvraag het mijn klanten.").statusCode(201);
        answer(someone, sanction, "Nog iets.")
                .statusCode(409)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:answered-already"));
        officer()
                .get(API + "/sanctions?status=ANSWERED&limit=100")
                .then()
                .statusCode(200)
                .body("sanctions.sanction", hasItem(sanction));
        for (int twice = 0; twice < 2; twice++) {
            decision(id, sanction, "FINAL", "POOR_QUALITY").statusCode(200).body("status", equalTo("SUSPENDED"));
        }
        as(someone.token()).get(API + "/me").then().body("status", equalTo("SUSPENDED"));
        assertEquals(List.of(), all("municipality=Diksmuide"));

        as(someone.token())
                .get(API + "/me/sanctions?limit=1")
                .then()
                .statusCode(200)
                .body("sanctions.sanction", contains(warning))
                .body("next", notNullValue());
        String next = as(someone.token()).get(API + "/me/sanctions?limit=1").path("next");
        as(someone.token())
                .get(API + "/me/sanctions?limit=1&after=" + next)
                .then()
                .statusCode(200)
                .body("sanctions.sanction", contains(sanction))
                .body("sanctions[0].kind", equalTo("SUSPENSION"))
                .body("sanctions[0].status", equalTo("FINAL"))
                .body("sanctions[0].reasonCode", equalTo("POOR_QUALITY"))
                .body("sanctions[0].reason", equalTo("Omdat SUSPENSION nodig is."))
                .body("sanctions[0].answer", equalTo("Dit klopt niet,\nvraag het mijn klanten."))
                .body("sanctions[0].decision.reason", equalTo("Dat is beslist."))
                .body("sanctions[0].decision.officer.length()", is(32))
                .body("sanctions[0].decision.at", notNullValue())
                .body("next", nullValue());

        for (int twice = 0; twice < 2; twice++) {
            officer()
                    .body(Map.of("reasonCode", "REMEDIED", "reason", "Hersteld."))
                    .post(API + "/counsellors/{id}/sanctions/{sanction}/reinstatement", id, sanction)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("REGISTERED"));
        }
        assertEquals(List.of(id), all("municipality=Diksmuide"));
        officer()
                .get(API + "/counsellors/{id}/sanctions", id)
                .then()
                .body("sanctions[1].status", equalTo("ENDED"))
                .body("sanctions[1].end.reasonCode", equalTo("REMEDIED"));
        try (Topic topic = new Topic(kafka, "loopbaankrediet.provider-registry")) {
            await().until(() -> topic.of(id).size() == 3);
            assertEquals(
                    List.of("CounsellorSuspended.v1", "CounsellorReinstated.v1"),
                    topic.of(id).stream()
                            .skip(1)
                            .map(message -> message.type()
                                    .substring("be.vlaanderen.loopbaankrediet.provider-registry.".length()))
                            .toList());
            Topic.Read suspended = topic.of(id).get(1);
            assertEquals(4, suspended.data().size());
            Contracts.assertConforms(
                    "provider-registry",
                    "CounsellorSuspended.v1",
                    suspended.data().toString());
            Contracts.assertConforms(
                    "provider-registry",
                    "CounsellorReinstated.v1",
                    topic.of(id).get(2).data().toString());
        }
    }

    @Test
    void a_withdrawal_and_a_departure_end_the_registration() {
        Someone someone = Someone.next();
        String id = registerAt("Poperinge", someone);
        String sanction = sanction(id, "WITHDRAWAL").extract().path("sanction");
        answer(someone, sanction, "Ik begrijp het.").statusCode(201);
        decision(id, sanction, "FINAL", "CONDITIONS_NOT_MET").statusCode(200).body("status", equalTo("WITHDRAWN"));
        as(someone.token()).get(API + "/me").then().body("status", equalTo("WITHDRAWN"));
        assertEquals(List.of(), all("municipality=Poperinge"));

        Someone other = Someone.next();
        String leaving = registerAt("Lo-Reninge", other);
        for (int twice = 0; twice < 2; twice++) {
            as(other.token())
                    .body(Map.of("from", today().plusDays(40).toString()))
                    .post(API + "/me/departure")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("REGISTERED"))
                    .body("leftFrom", equalTo(today().plusDays(40).toString()));
        }
        assertEquals(List.of(leaving), all("municipality=Lo-Reninge"));
        try (Topic topic = new Topic(kafka, "loopbaankrediet.provider-registry")) {
            await().until(() -> topic.of(id).size() == 2 && topic.of(leaving).size() == 2);
            for (String each : List.of(id, leaving)) {
                Contracts.assertConforms(
                        "provider-registry",
                        "CounsellorLeft.v1",
                        topic.of(each).get(1).data().toString());
            }
        }
    }

    @Test
    void what_cannot_be_right_about_a_sanction_is_refused() {
        Someone someone = Someone.next();
        String id = register(someone, PIONEER).extract().path("counsellor");
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("kind", "SUSPENSION", "reasonCode", "POOR_QUALITY"),
                Map.of("kind", "FLOGGING", "reasonCode", "POOR_QUALITY", "reason", "x"),
                Map.of("kind", "SUSPENSION", "reasonCode", "POOR_QUALITY", "reason", " "),
                Map.of("kind", "SUSPENSION", "reasonCode", "POOR_QUALITY", "reason", "a\u0000b"),
                Map.of("kind", "SUSPENSION", "reasonCode", "POOR_QUALITY", "reason", "x".repeat(4001)))) {
            officer()
                    .header("Idempotency-Key", key())
                    .body(json(wrong))
                    .post(API + "/counsellors/{id}/sanctions", id)
                    .then()
                    .statusCode(400)
                    .contentType(Problem.MEDIA_TYPE);
        }
        for (String query : List.of("limit=0", "after=1", "status=LATE")) {
            officer().get(API + "/sanctions?" + query).then().statusCode(400);
        }
        sanction(UUID.randomUUID().toString(), "WARNING").statusCode(404);
        decision(id, UUID.randomUUID().toString(), "FINAL", "POOR_QUALITY").statusCode(404);
        for (String token : List.of(someone.token(), Login.citizen(someone.ssin()), Login.service("payout"))) {
            as(token)
                    .header("Idempotency-Key", key())
                    .body(Map.of("kind", "WARNING", "reasonCode", "OTHER", "reason", "x"))
                    .post(API + "/counsellors/{id}/sanctions", id)
                    .then()
                    .statusCode(403);
            as(token).get(API + "/sanctions").then().statusCode(403);
        }
        as(Login.officer()).get(API + "/me/sanctions").then().statusCode(403);
    }

    private String registerAt(String municipality, Someone someone) {
        Map<String, Object> form = form(someone, PIONEER);
        form.put("places", List.of(Map.of("municipality", municipality, "postalCode", "8600")));
        return post(form).extract().path("counsellor");
    }

    private ValidatableResponse sanction(String id, String kind) {
        return officer()
                .header("Idempotency-Key", key())
                .body(Map.of("kind", kind, "reasonCode", "POOR_QUALITY", "reason", "Omdat " + kind + " nodig is."))
                .post(API + "/counsellors/{id}/sanctions", id)
                .then();
    }

    private ValidatableResponse decision(String id, String sanction, String outcome, String reasonCode) {
        return officer()
                .body(Map.of("outcome", outcome, "reasonCode", reasonCode, "reason", "Dat is beslist."))
                .post(API + "/counsellors/{id}/sanctions/{sanction}/decision", id, sanction)
                .then();
    }

    private ValidatableResponse answer(Someone someone, String sanction, String answer) {
        return as(someone.token())
                .header("Idempotency-Key", key())
                .body(Map.of("answer", answer))
                .post(API + "/me/sanctions/{sanction}/answer", sanction)
                .then();
    }

    @Test
    void somebody_applies_sends_documents_and_is_registered_by_the_approval() {
        Someone someone = Someone.next();
        String key = key();
        String application = null;
        for (int twice = 0; twice < 2; twice++) {
            application = as(someone.token())
                    .header("Idempotency-Key", key)
                    .body(application(List.of("EQUIVALENCE")))
                    .post(API + "/me/application")
                    .then()
                    .statusCode(201)
                    .body("route", equalTo("R1"))
                    .body("status", equalTo("SUBMITTED"))
                    .body(
                            "missing",
                            contains("EQUIVALENCE_OR_QUALIFICATION", "FINANCIAL_HEALTH", "FINANCIAL_MANAGEMENT"))
                    .extract()
                    .path("application");
        }
        as(someone.token())
                .header("Idempotency-Key", key())
                .body(application(List.of()))
                .post(API + "/me/application")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:application-under-way"));
        as(someone.token()).get(API + "/me").then().statusCode(200).body("status", equalTo("INCOMPLETE"));

        String document = document(someone, "EQUIVALENCE", "application/pdf", PDF)
                .statusCode(201)
                .body("sha256.length()", is(64))
                .extract()
                .path("document");
        document(someone, "FINANCIAL_HEALTH", "image/png", PNG).statusCode(201);
        officer()
                .post(API + "/applications/{id}/approval", application)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:still-missing"))
                .body("missing", contains("FINANCIAL_MANAGEMENT"));
        officer()
                .header("Idempotency-Key", key())
                .body(Map.of(
                        "proofs",
                        List.of("FINANCIAL_MANAGEMENT", "FINANCIAL_HEALTH"),
                        "reasonCode",
                        "PROOF_NOT_ACCEPTED",
                        "reason",
                        "De scan is onleesbaar."))
                .post(API + "/applications/{id}/requests", application)
                .then()
                .statusCode(201)
                .body("status", equalTo("MORE_ASKED"));
        as(someone.token())
                .get(API + "/me/application")
                .then()
                .statusCode(200)
                .body("askedBecause", equalTo("De scan is onleesbaar."))
                .body("asked", contains("FINANCIAL_MANAGEMENT", "FINANCIAL_HEALTH"))
                .body("decision.officer.length()", is(32));
        officer()
                .get(API + "/applications?status=MORE_ASKED&limit=100")
                .then()
                .statusCode(200)
                .body("applications.application", hasItem(application));
        document(someone, "FINANCIAL_HEALTH", "image/jpeg", JPEG).statusCode(201);
        document(someone, "FINANCIAL_MANAGEMENT", "application/pdf", PDF)
                .statusCode(201)
                .body("application.status", equalTo("SUBMITTED"))
                .body("application.missing", empty());

        officer()
                .get(API + "/applications/{id}", application)
                .then()
                .statusCode(200)
                .body("name", equalTo("Nele Peeters"))
                .body("documents.size()", is(4))
                .body("ssin", nullValue());
        byte[] read = officer()
                .get(API + "/applications/{id}/documents/{document}", application, document)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .extract()
                .asByteArray();
        assertArrayEquals(PDF, read);

        for (int twice = 0; twice < 2; twice++) {
            officer()
                    .post(API + "/applications/{id}/approval", application)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("APPROVED"));
        }
        String id = as(someone.token())
                .get(API + "/me")
                .then()
                .body("status", equalTo("REGISTERED"))
                .extract()
                .path("counsellor");
        assertEquals(List.of(id), all("municipality=Heuvelland"));
        document(someone, "EQUIVALENCE", "application/pdf", PDF).statusCode(409);
        try (Topic topic = new Topic(kafka, "loopbaankrediet.provider-registry")) {
            await().until(() -> topic.of(id).size() == 1);
        }
    }

    @Test
    void a_refused_applicant_reads_why_and_applies_anew() {
        Someone someone = Someone.next();
        String first = apply(someone);
        for (int twice = 0; twice < 2; twice++) {
            officer()
                    .body(Map.of("reasonCode", "CONDITIONS_NOT_MET", "reason", "Uw ervaring is te kort."))
                    .post(API + "/applications/{id}/refusal", first)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("REFUSED"));
        }
        as(someone.token())
                .get(API + "/me/application")
                .then()
                .body("refusedBecause", equalTo("Uw ervaring is te kort."))
                .body("decision.reasonCode", equalTo("CONDITIONS_NOT_MET"));
        String second = apply(someone);
        assertNotEquals(first, second);
        as(someone.token()).get(API + "/me/application").then().body("application", equalTo(second));
        officer().get(API + "/applications/{id}", first).then().statusCode(404);
    }

    @Test
    void a_document_is_a_pdf_jpeg_or_png_of_a_bounded_size() {
        Someone someone = Someone.next();
        document(someone, "EQUIVALENCE", "application/pdf", PDF).statusCode(404);
        apply(someone);
        document(someone, "EQUIVALENCE", "application/pdf", PNG)
                .statusCode(422)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:document-not-accepted"));
        document(someone, "EQUIVALENCE", "text/html", "<html>".getBytes(StandardCharsets.UTF_8))
                .statusCode(422);
        document(someone, "EQUIVALENCE", "application/pdf", new byte[0]).statusCode(422);
        document(someone, "HAPPINESS", "application/pdf", PDF).statusCode(400);
        document(someone, "EQUIVALENCE", "application/pdf", Arrays.copyOf(PDF, 6_000_000))
                .statusCode(413);
    }

    @Test
    void what_cannot_be_right_about_an_application_is_refused_and_others_are_kept_out() {
        Someone someone = Someone.next();
        String application = apply(someone);
        for (Map.Entry<String, Object> each : List.<Map.Entry<String, Object>>of(
                Map.entry("iban", "BE68539007547035"),
                Map.entry("languages", List.of("qq")),
                Map.entry("name", " "),
                Map.entry("ssin", someone.ssin()),
                Map.entry("proofs", List.of("A_GOOD_HEART")))) {
            Map<String, Object> wrong = application(List.of());
            wrong.put(each.getKey(), each.getValue());
            as(Someone.next().token())
                    .header("Idempotency-Key", key())
                    .body(wrong)
                    .post(API + "/me/application")
                    .then()
                    .statusCode(400)
                    .contentType(Problem.MEDIA_TYPE);
        }
        for (String query : List.of("status=LOST", "limit=0", "after=x")) {
            officer().get(API + "/applications?" + query).then().statusCode(400);
        }
        for (String token : List.of(someone.token(), Login.citizen(someone.ssin()), Login.service("payout"))) {
            as(token).get(API + "/applications").then().statusCode(403);
            as(token).get(API + "/applications/{id}", application).then().statusCode(403);
            as(token)
                    .post(API + "/applications/{id}/approval", application)
                    .then()
                    .statusCode(403);
        }
        officer()
                .post(API + "/applications/{id}/approval", UUID.randomUUID())
                .then()
                .statusCode(404);
        as(Someone.next().token()).get(API + "/me/application").then().statusCode(404);
    }

    @Test
    void the_list_of_diplomas_is_that_of_the_day_and_decides_about_an_application() {
        given().get(API + "/diplomas?on=2028-12-31&limit=100")
                .then()
                .statusCode(200)
                .body("diplomas.code", hasItem("MA-SOCIOLOGY"))
                .body("diplomas.code", not(hasItem("MA-WORK-AND-ORGANISATION")));
        given().get(API + "/diplomas?on=2029-01-01&limit=100")
                .then()
                .body("diplomas.code", not(hasItem("MA-SOCIOLOGY")))
                .body("diplomas.code", hasItem("MA-WORK-AND-ORGANISATION"));
        String next = given().get(API + "/diplomas?limit=1").path("next");
        given().get(API + "/diplomas?limit=1&after=" + next).then().body("diplomas[0].code", not(equalTo(next)));
        for (String query : List.of("on=2027-02-30", "on=now", "limit=0", "after=%00")) {
            given().get(API + "/diplomas?" + query).then().statusCode(400);
        }
        Map<String, Object> form = application(List.of("LISTED_DIPLOMA"));
        form.remove("activeSince");
        form.put("diploma", "BA-ASTROLOGY");
        Someone someone = Someone.next();
        as(someone.token())
                .header("Idempotency-Key", key())
                .body(form)
                .post(API + "/me/application")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:diploma-not-listed"));
        form.put("diploma", "MA-PSYCHOLOGY");
        as(someone.token())
                .header("Idempotency-Key", key())
                .body(form)
                .post(API + "/me/application")
                .then()
                .statusCode(201)
                .body("route", equalTo("R3"))
                .body("missing", hasItem("LISTED_DIPLOMA"));
        document(someone, "LISTED_DIPLOMA", "application/pdf", PDF)
                .statusCode(201)
                .body("application.missing", not(hasItem("LISTED_DIPLOMA")));
    }

    @Test
    void another_account_is_paid_only_a_day_after_the_second_confirmation() {
        Someone someone = Someone.next();
        String id = register(someone, PIONEER).extract().path("counsellor");
        for (String wrong : List.of("BE68539007547035", "", "NL91")) {
            as(someone.token())
                    .header("Idempotency-Key", key())
                    .body(Map.of("iban", wrong))
                    .post(API + "/me/account-changes")
                    .then()
                    .statusCode(400)
                    .body("issues[0].name", equalTo("iban"));
        }
        String change = as(someone.token())
                .header("Idempotency-Key", key())
                .body(Map.of("iban", "NL91 ABNA 0417 1643 00"))
                .post(API + "/me/account-changes")
                .then()
                .statusCode(201)
                .body("holdsFrom", nullValue())
                .extract()
                .path("change");
        Someone other = Someone.next();
        register(other, PIONEER);
        as(other.token())
                .post(API + "/me/account-changes/{change}/confirmation", change)
                .then()
                .statusCode(404);
        clock.pass(Duration.ofDays(2));
        paidOn(id, "BE68539007547034");
        String holdsFrom = clock.instant().plus(Duration.ofDays(1)).toString();
        for (int twice = 0; twice < 2; twice++) {
            as(someone.token())
                    .post(API + "/me/account-changes/{change}/confirmation", change)
                    .then()
                    .statusCode(200)
                    .body("holdsFrom", equalTo(holdsFrom));
        }
        clock.pass(Duration.ofHours(23));
        paidOn(id, "BE68539007547034");
        clock.pass(Duration.ofHours(1));
        paidOn(id, "NL91ABNA0417164300");
        as(someone.token())
                .get(API + "/me/account-changes")
                .then()
                .statusCode(200)
                .body("changes.iban", contains("…4300"))
                .body("changes[0].holdsFrom", equalTo(holdsFrom));
        transactions.run(connection -> {
            try (var select = connection.prepareStatement(
                    "SELECT string_agg(kind, ' ' ORDER BY kind) FROM outgoing_message WHERE counsellor = ?")) {
                select.setObject(1, UUID.fromString(id));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    assertEquals("ACCOUNT_CHANGE_ASKED ACCOUNT_CHANGE_CONFIRMED", row.getString(1));
                }
            }
        });
    }

    @Test
    void a_late_repeat_of_an_application_does_not_change_the_account() {
        Someone someone = Someone.next();
        String key = key();
        Map<String, Object> form = application(List.of());
        String id = null;
        for (String iban : List.of("BE68539007547034", "NL91ABNA0417164300")) {
            form.put("iban", iban);
            id = as(someone.token())
                    .header("Idempotency-Key", key)
                    .body(form)
                    .post(API + "/me/application")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("counsellor");
            transactions.run(connection -> {
                try (var forget = connection.prepareStatement("DELETE FROM idempotency_key WHERE key = ?")) {
                    forget.setString(1, key);
                    assertEquals(1, forget.executeUpdate());
                }
            });
        }
        paidOn(id, "BE68539007547034");
    }

    private static void paidOn(String id, String iban) {
        as(Login.service("payout"))
                .get(API + "/counsellors/{id}/payee", id)
                .then()
                .statusCode(200)
                .body("iban", equalTo(iban));
    }

    private static final byte[] PDF = "%PDF-1.7 a diploma".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = {(byte) 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 1};

    private String apply(Someone someone) {
        return as(someone.token())
                .header("Idempotency-Key", key())
                .body(application(List.of("EQUIVALENCE")))
                .post(API + "/me/application")
                .then()
                .statusCode(201)
                .extract()
                .path("application");
    }

    private static Map<String, Object> application(List<String> proofs) {
        Map<String, Object> form = form(new Someone("", ""), proofs);
        form.remove("ssin");
        form.remove("enterpriseNumber");
        form.put("places", List.of(Map.of("municipality", "Heuvelland", "postalCode", "8950")));
        return form;
    }

    private static ValidatableResponse document(Someone someone, String kind, String type, byte[] content) {
        return given().auth()
                .oauth2(someone.token())
                .header("Idempotency-Key", key())
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.BINARY)))
                .contentType(type)
                .body(content)
                .post(API + "/me/application/documents?kind=" + kind)
                .then();
    }

    @Test
    void personal_data_lie_in_the_vault_and_nowhere_else() {
        Someone someone = Someone.next();
        register(someone, PIONEER);
        transactions.run(connection -> {
            for (String table : List.of(
                    "event", "idempotency_key", "dead_letter", "registered_counsellor", "sanction", "application")) {
                try (var statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT row_to_json(t)::text FROM " + table + " t")) {
                    while (rows.next()) {
                        String row = rows.getString(1);
                        for (String personal : List.of(
                                someone.ssin(),
                                someone.enterprise(),
                                "Peeters",
                                "BE68539007547034",
                                "NL91ABNA0417164300",
                                "example.be")) {
                            assertFalse(row.contains(personal), () -> table + " holds " + personal);
                        }
                    }
                }
            }
        });
    }

    @Test
    void the_directory_is_the_replay_of_the_events() {
        register(Someone.next(), PIONEER);
        officer()
                .post(API + "/admin/rebuild")
                .then()
                .statusCode(200)
                .body("events", org.hamcrest.Matchers.greaterThan(1))
                .body("views.view", containsInAnyOrder("registered_counsellor", "sanction", "application"))
                .body("views.differences", everyItem(is(0)));
        officer().get(API + "/admin/dead-letters").then().statusCode(200).body("deadLetters", empty());
    }

    @Test
    void the_published_description_of_the_api_is_the_committed_one() throws IOException {
        Path committed = Path.of("../contracts/http/provider-registry-service.openapi.yaml");
        assertTrue(
                Files.exists(committed),
                "copy target/openapi/openapi.yaml to contracts/http/provider-registry-service.openapi.yaml");
        assertEquals(
                Files.readString(committed),
                given().get("/q/openapi").asString(),
                "the API changed: copy target/openapi/openapi.yaml to contracts/http/provider-registry-service.openapi.yaml");
    }

    private List<String> all(String query) {
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

    private ValidatableResponse register(Someone someone, List<String> proofs) {
        return post(form(someone, proofs));
    }

    private ValidatableResponse post(Map<String, Object> form) {
        return officer()
                .header("Idempotency-Key", key())
                .body(form)
                .post(API + "/counsellors")
                .then()
                .statusCode(201)
                .body("counsellor", notNullValue());
    }

    private ValidatableResponse refused(Map<String, Object> form) {
        return officer()
                .header("Idempotency-Key", key())
                .body(json(form))
                .post(API + "/counsellors")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:bad-request"));
    }

    private static String json(Object value) {
        try {
            return EventStore.json().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> form(Someone someone, List<String> proofs) {
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

    private LocalDate today() {
        return Days.of(clock.instant());
    }

    private static RequestSpecification officer() {
        return as(Login.officer());
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
