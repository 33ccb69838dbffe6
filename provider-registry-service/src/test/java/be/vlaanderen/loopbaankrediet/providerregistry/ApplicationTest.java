package be.vlaanderen.loopbaankrediet.providerregistry;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.testkit.Topic;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.providerregistry.enterprise.FakeMagda;
import be.vlaanderen.loopbaankrediet.providerregistry.namecheck.FakeNameCheck;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApplicationTest extends RunningRegistry {

    @Test
    void what_each_route_asks_and_which_reasons_there_are_is_told_without_a_login() {
        given().get(API + "/rules")
                .then()
                .statusCode(200)
                .body("routes.route", contains("R1", "R2", "R3"))
                .body("routes[0].activeFrom", nullValue())
                .body("routes.activeUntil", contains("2023-12-31", "2025-12-31", null))
                .body("routes[2].activeFrom", equalTo("2026-01-01"))
                .body(
                        "routes[1].requirements",
                        contains(
                                "ACTIVE_ENTERPRISE",
                                "EXPERIENCE_3_YEARS",
                                "FINANCIAL_HEALTH",
                                "FINANCIAL_MANAGEMENT",
                                "QUALIFICATION"))
                .body("routes[2].requirements", hasItem("LISTED_DIPLOMA"))
                .body("reasons.inFavour", contains("NOT_PROVEN", "REMEDIED", "OTHER"))
                .body("reasons.against", not(hasItem("PERIODIC")))
                .body("reasons.renewal", hasItem("PERIODIC"))
                .body("reasons.renewal", not(hasItem("OWN_WISH")));
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
                            contains(
                                    "ACTIVE_ENTERPRISE",
                                    "EQUIVALENCE_OR_QUALIFICATION",
                                    "FINANCIAL_HEALTH",
                                    "FINANCIAL_MANAGEMENT"))
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

        enterpriseIs(someone, "ACTIVE");
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

    /** Keys are kept for a while only. */
    @Test
    void a_late_repeat_with_another_file_is_another_document() {
        Someone someone = Someone.next();
        apply(someone);
        String key = key();
        List<String> documents = new ArrayList<>();
        for (byte[] content : List.of(PDF, PNG, PNG)) {
            String type = Arrays.equals(content, PDF) ? "application/pdf" : "image/png";
            documents.add(file(someone, key, "/me/application/documents", "EQUIVALENCE", type, content)
                    .statusCode(201)
                    .extract()
                    .path("document"));
            await().until(() -> transactions.in(
                    connection -> Sql.run(connection, "DELETE FROM idempotency_key WHERE key = ?", key) == 1));
        }
        assertNotEquals(documents.get(0), documents.get(1));
        assertEquals(documents.get(1), documents.get(2));
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
    void an_application_waits_while_magda_is_silent_and_names_an_enterprise_that_is_not_active() {
        Someone someone = Someone.next();
        FakeMagda.silent(someone.enterprise());
        Map<String, Object> form = application(List.of());
        form.put("places", List.of(Map.of("municipality", "Mesen", "postalCode", "8957")));
        String application = as(someone.token())
                .header("Idempotency-Key", key())
                .body(form)
                .post(API + "/me/application")
                .then()
                .statusCode(201)
                .extract()
                .path("application");
        for (String kind : PIONEER) {
            document(someone, kind, "application/pdf", PDF).statusCode(201);
        }
        officer()
                .post(API + "/applications/{id}/approval", application)
                .then()
                .statusCode(409)
                .body("missing", contains("ACTIVE_ENTERPRISE"));
        officer().get(API + "/applications/{id}", application).then().body("enterprise", equalTo("WAITING"));
        FakeMagda.active(someone.enterprise());
        FakeMagda.stopped(someone.enterprise());
        enterpriseIs(someone, "STOPPED");
        officer()
                .post(API + "/applications/{id}/approval", application)
                .then()
                .statusCode(409)
                .body("missing", contains("ACTIVE_ENTERPRISE"));
        FakeMagda.active(someone.enterprise());
        FakeMagda.unknown(someone.enterprise());
        as(someone.token())
                .post(API + "/me/application/enterprise-check")
                .then()
                .statusCode(200);
        enterpriseIs(someone, "UNKNOWN");
        FakeMagda.active(someone.enterprise());
        officer()
                .post(API + "/applications/{id}/enterprise-check", application)
                .then()
                .statusCode(200);
        enterpriseIs(someone, "ACTIVE");
        officer()
                .post(API + "/applications/{id}/approval", application)
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"));
        officer()
                .post(API + "/applications/{id}/enterprise-check", application)
                .then()
                .statusCode(409);
        as(Someone.next().token())
                .post(API + "/me/application/enterprise-check")
                .then()
                .statusCode(404);
    }

    @Test
    void an_account_in_another_name_is_shown_and_does_not_stop_the_approval() {
        Someone someone = Someone.next();
        FakeNameCheck.answer("BE21001234567803", "NO_MATCH");
        String application = applyWith(someone, "BE21001234567803");
        accountNameIs(someone, "NO_MATCH");
        officer()
                .get(API + "/applications/{id}", application)
                .then()
                .statusCode(200)
                .body("accountNameCheck", equalTo("NO_MATCH"));
        enterpriseIs(someone, "ACTIVE");
        for (String kind : PIONEER) {
            document(someone, kind, "application/pdf", PDF).statusCode(201);
        }
        officer()
                .post(API + "/applications/{id}/approval", application)
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"));
        String id = as(someone.token()).get(API + "/me").path("counsellor");
        officer()
                .get(API + "/counsellors/{id}", id)
                .then()
                .statusCode(200)
                .body("accountNameCheck", equalTo("NO_MATCH"));
    }

    @Test
    void while_nobody_can_tell_the_name_of_an_account_it_is_asked_again() {
        Someone someone = Someone.next();
        FakeNameCheck.answer("BE10001234567904", "AWAY");
        String application = applyWith(someone, "BE10001234567904");
        accountNameIs(someone, "NOT_AVAILABLE");
        FakeNameCheck.answer("BE10001234567904", "MATCH");
        accountNameIs(someone, "MATCH");
        officer()
                .body(Map.of("reasonCode", "CONDITIONS_NOT_MET", "reason", "Uw ervaring is te kort."))
                .post(API + "/applications/{id}/refusal", application)
                .then()
                .statusCode(200);
        FakeNameCheck.answer("BE21001234567803", "NO_MATCH");
        applyWith(someone, "BE21001234567803");
        accountNameIs(someone, "NO_MATCH");
    }

    @Test
    void the_account_of_a_dossier_that_an_officer_entered_is_checked_as_well() {
        FakeNameCheck.answer("BE96001234568005", "CLOSE_MATCH");
        Map<String, Object> form = form(Someone.next(), List.of());
        form.put("iban", "BE96001234568005");
        String id = post(form).extract().path("counsellor");
        await().untilAsserted(() ->
                officer().get(API + "/counsellors/{id}", id).then().body("accountNameCheck", equalTo("CLOSE_MATCH")));
    }

    private static String applyWith(Someone someone, String iban) {
        Map<String, Object> form = application(List.of());
        form.put("iban", iban);
        form.put("places", List.of(Map.of("municipality", "Mesen", "postalCode", "8957")));
        return as(someone.token())
                .header("Idempotency-Key", key())
                .body(form)
                .post(API + "/me/application")
                .then()
                .statusCode(201)
                .extract()
                .path("application");
    }

    private static void accountNameIs(Someone someone, String found) {
        await().untilAsserted(() ->
                as(someone.token()).get(API + "/me/application").then().body("accountNameCheck", equalTo(found)));
    }
}
