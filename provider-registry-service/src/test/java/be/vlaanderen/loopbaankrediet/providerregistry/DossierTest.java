package be.vlaanderen.loopbaankrediet.providerregistry;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.testkit.Topic;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DossierTest extends RunningRegistry {

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
        register(someone.elsewhere(), PIONEER);
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
                .body("registeredOn", equalTo(today().toString()))
                .body("leftFrom", nullValue())
                .body("todo", empty());
        as(Login.counsellor(someone.ssin(), Numbers.enterprise(6_000_000)))
                .get(API + "/me")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:counsellor-unknown"));
    }

    @Test
    void only_a_service_learns_the_account_to_pay() {
        Someone someone = Someone.next();
        Map<String, Object> form = form(someone, PIONEER);
        form.put(
                "address",
                Map.of("street", "Koningin Astridplein 1 bus 2", "postalCode", "9000", "municipality", "Gent"));
        String id = post(form).extract().path("counsellor");
        as(Login.service("payout"))
                .get(API + "/counsellors/{id}/payee", id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Nele Peeters"))
                .body("iban", equalTo("BE68539007547034"))
                .body("enterpriseNumber", equalTo(someone.enterprise()))
                .body("address.postalCode", equalTo("9000"))
                .body("size()", is(4));
        as(Login.service("payout"))
                .get(API + "/counsellors/{id}/payee", UUID.randomUUID())
                .then()
                .statusCode(404);
        for (String token : List.of(someone.token(), Login.officer(), Login.citizen(someone.ssin()))) {
            as(token).get(API + "/counsellors/{id}/payee", id).then().statusCode(403);
        }
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
                Map.entry("address", Map.of("street", "Kaai 1")),
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
    void officers_find_who_is_or_was_registered_by_status_route_and_name() {
        String unusual = "Ruth-" + key().substring(0, 6);
        Map<String, Object> form = form(Someone.next(), PIONEER);
        form.put("name", unusual);
        String id = post(form).extract().path("counsellor");
        officer()
                .get(API + "/counsellors?name={name}", unusual.toUpperCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .body("counsellors.counsellor", contains(id))
                .body("counsellors[0].status", equalTo("REGISTERED"))
                .body("counsellors[0].route", equalTo("R1"))
                .body("next", nullValue());
        for (String query : List.of("status=SUSPENDED", "status=WITHDRAWN", "status=INCOMPLETE", "route=R3")) {
            officer()
                    .get(API + "/counsellors?name={name}&" + query, unusual)
                    .then()
                    .statusCode(200)
                    .body("counsellors", empty());
        }
        register(Someone.next(), PIONEER);
        String next = officer().get(API + "/counsellors?limit=1").path("next");
        officer()
                .get(API + "/counsellors?limit=1&after=" + next)
                .then()
                .statusCode(200)
                .body("counsellors.size()", is(1))
                .body("counsellors.counsellor", not(hasItem(next)));
        for (String query : List.of("status=LOST", "route=R9", "name=%00", "after=1", "limit=0")) {
            officer().get(API + "/counsellors?" + query).then().statusCode(400);
        }
        as(Someone.next().token()).get(API + "/counsellors").then().statusCode(403);
    }
}
