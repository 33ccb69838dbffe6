package be.vlaanderen.loopbaankrediet.eligibility;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.eligibility.FakeSources.Control;
import be.vlaanderen.loopbaankrediet.eligibility.citizens.Forgetting;
import be.vlaanderen.loopbaankrediet.eligibility.sources.MagdaXml;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
class ReviewOverHttpTest {

    private static final String BASE = "/eligibility/v1";
    private static final String MINE = BASE + "/me/requests";
    private static final byte[] PDF = "%PDF-1.7 a contract from Lille".getBytes(StandardCharsets.UTF_8);
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final AtomicInteger KEYS = new AtomicInteger();

    @ConfigProperty(name = "magda.url")
    String sourcesUrl;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    TestClock clock;

    @Inject
    Forgetting forgetting;

    @Inject
    Transactions transactions;

    private Control sources;
    private String ssin;

    @BeforeEach
    void somebody_new() {
        sources = new Control(sourcesUrl);
        clock.set(TestClock.START);
        ssin = nextSsin();
        sources.put("vdab/used-cheques.csv", 200, "ssin,usedOn\n");
    }

    @Test
    void evidence_of_foreign_work_is_sent_seen_and_turns_a_refusal_into_a_right_that_others_are_told_of() {
        String request = refused();
        String evidence = send(request, "FOREIGN_WORK&from=1998-01-01&to=2003-12-31")
                .statusCode(201)
                .header("Location", containsString("/me/requests/" + request + "/evidence/"))
                .body("status", is("REFUSED"))
                .body("evidence[0].kind", is("FOREIGN_WORK"))
                .body("evidence[0].from", is("1998-01-01"))
                .body("review.status", is("WAITING"))
                .body("review.waitingFor", contains("EVIDENCE"))
                .body("review.text", is("We kregen uw bewijs. Een medewerker bekijkt het."))
                .extract()
                .path("evidence[0].evidence");
        workList("?kind=EVIDENCE&status=WAITING").body("items.request", hasItem(request));
        dossier(request)
                .statusCode(200)
                .body("request.request", is(request))
                .body("facts.region", is("FLANDERS"))
                .body("facts.educationBasis", is("UNKNOWN"))
                .body("actions.action", contains("DECIDE", "RE_ASK"))
                .body("actions.possible", contains(true, true));
        byte[] file = officer()
                .get(BASE + "/requests/" + request + "/evidence/" + evidence)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment")
                .extract()
                .asByteArray();
        assertArrayEquals(PDF, file);
        citizen().get(MINE + "/" + request + "/evidence/" + evidence).then().statusCode(200);
        String found = "{\"periods\":[{\"kind\":\"EMPLOYEE\",\"from\":\"1998-01-01\",\"to\":\"2003-12-31\"}]}";
        post(officer(), request, "decision-preview", found)
                .statusCode(200)
                .body("outlook.entitled", is(true))
                .body("outlook.hours", is(6))
                .body("secondOfficerNeeded", is(false))
                .body(
                        "outlook.consequences",
                        contains("De weigering vervalt. De burger krijgt 6 uur, tegen 25 euro per uur."));
        decide(request, found, "EVIDENCE_ACCEPTED")
                .statusCode(200)
                .body("request.status", is("ENTITLED"))
                .body("request.reviews[0].outcome", is("OVERTURNED"))
                .body("request.reviews[0].officer", matchesPattern("[0-9a-f]{32}"))
                .body("request.reviews[0].reason", is("Het contract uit Rijsel telt mee."))
                .body("findings.periods", hasSize(1));
        mine(request)
                .statusCode(200)
                .body("status", is("ENTITLED"))
                .body("hours", is(6))
                .body("review.status", is("DECIDED"))
                .body("explanation.periods[0].recognised", is(true))
                .body("explanation.experienceReachedOn", notNullValue())
                .body("alternatives", empty());
        workList("?status=DONE").body("items.find { it.request == '%s' }.officer".formatted(request), notNullValue());
        workList("?status=WAITING").body("items.request", not(hasItem(request)));
        List<ConsumerRecord<String, String>> told = published(2);
        assertEquals("EntitlementEstablished.v1", type(told.getLast()));
        Contracts.assertConforms(
                "eligibility", type(told.getLast()), told.getLast().value());
    }

    @Test
    void an_objection_is_answered_by_a_human_and_can_be_made_again() {
        String request = refused();
        String key = key();
        object(request, key, "Ik werkte ook in Nederland.")
                .statusCode(201)
                .body("objections[0].text", is("Ik werkte ook in Nederland."))
                .body("review.waitingFor", contains("OBJECTION"))
                .body("explanation.options.action", not(hasItem("OBJECT")))
                .body("alternatives.code", not(hasItem("OBJECT")));
        object(request, key, "Ik werkte ook in Nederland.").statusCode(201).body("objections", hasSize(1));
        object(request, key(), "Nog eens.").statusCode(409).body("type", endsWith(":objection-under-way"));
        decide(request, "{}", "OBJECTION_UNFOUNDED")
                .statusCode(200)
                .body("request.status", is("REFUSED"))
                .body("request.reviews[0].outcome", is("UPHELD"))
                .body("request.reviews[0].text", containsString("De beslissing blijft zoals ze was."));
        object(request, key(), "Toch nog eens.").statusCode(201).body("objections", hasSize(2));
    }

    @Test
    void who_contradicts_a_source_needs_a_second_officer() {
        worksSince("2010-01-01");
        sources.put("vdab/used-cheques.csv", 200, "ssin,usedOn\n" + (ssin + ",2024-02-03\n").repeat(2));
        String request = ask().body("status", is("REFUSED")).extract().path("request");
        object(request, key(), "Ik gebruikte maar één cheque.").statusCode(201);
        String review = decide(request, "{\"chequesUsed\":1}", "SOURCE_WRONG")
                .statusCode(200)
                .body("request.status", is("REFUSED"))
                .body("request.review.status", is("SECOND_OFFICER"))
                .body("proposal.outlook.hours", is(2))
                .body("proposal.reason", is("Het contract uit Rijsel telt mee."))
                .body("actions.find { it.action == 'CONFIRM' }.possible", is(false))
                .body("actions.find { it.action == 'CONFIRM' }.why", containsString("Een andere medewerker"))
                .extract()
                .path("proposal.review");
        workList("?status=SECOND_OFFICER").body("items.request", hasItem(request));
        String body = "{\"review\":\"" + review + "\"}";
        post(officer(), request, "decision/confirmation", body).statusCode(403).body("type", endsWith(":four-eyes"));
        decide(request, "{}", "SOURCE_WRONG").statusCode(409).body("type", endsWith(":proposal-waits"));
        post(otherOfficer(), request, "decision/confirmation", body)
                .statusCode(200)
                .body("request.status", is("ENTITLED"))
                .body("request.hours", is(2))
                .body("request.reviews[0].confirmedBy", matchesPattern("[0-9a-f]{32}"))
                .body("proposal", nullValue());
        post(otherOfficer(), request, "decision/confirmation", body).statusCode(200);
        String second = decide(request, "{\"chequesUsed\":0}", "SOURCE_WRONG")
                .statusCode(200)
                .extract()
                .path("proposal.review");
        post(
                        otherOfficer(),
                        request,
                        "decision/rejection",
                        "{\"review\":\"" + second + "\",\"reasonCode\":\"EVIDENCE_INSUFFICIENT\"}")
                .statusCode(200)
                .body("proposal", nullValue())
                .body("request.hours", is(2));
    }

    @Test
    void an_education_level_shown_later_lowers_the_price_and_others_are_told() {
        String request = entitled();
        send(request, "EDUCATION").statusCode(201).body("review.status", is("WAITING"));
        decide(request, "{\"education\":\"LOW\"}", "EDUCATION_SHOWN")
                .statusCode(200)
                .body("request.coPaymentPerHourCents", is(1_500))
                .body("request.revisions[0].reasonCode", is("EDUCATION_SHOWN"))
                .body("request.revisions[0].text", containsString("15 euro per uur"));
        ConsumerRecord<String, String> told = published(2).getLast();
        assertEquals("EntitlementRevised.v1", type(told));
        Contracts.assertConforms("eligibility", type(told), told.value());
    }

    @Test
    void sources_that_are_asked_again_improve_at_once_and_take_away_only_after_an_officer() {
        worksSince("2021-01-01");
        String request = ask().body("status", is("REFUSED")).extract().path("request");
        sources.put("GeefPersoon/" + ssin, 503, "");
        post(officer(), request, "re-ask", "{}").statusCode(503).body("type", endsWith(":source-silent"));
        worksSince("2010-01-01");
        officer()
                .post(BASE + "/requests/" + request + "/re-ask")
                .then()
                .statusCode(200)
                .body("request.status", is("ENTITLED"));
        sources.put("vdab/used-cheques.csv", 200, "ssin,usedOn\n" + ssin + ",2024-02-03\n");
        post(officer(), request, "re-ask", "{}")
                .statusCode(200)
                .body("request.hours", is(6))
                .body("request.review.waitingFor", contains("REVISION"))
                .body("correction.outlook.hours", is(2))
                .body(
                        "correction.outlook.consequences",
                        contains(
                                "De burger krijgt 2 uur in plaats van 6. Uren die gebruikt of gereserveerd zijn, blijven."));
        decide(request, "{}", "CHEQUES_FOUND")
                .statusCode(200)
                .body("request.hours", is(2))
                .body("correction", nullValue());
    }

    @Test
    void an_import_that_finds_cheques_of_somebody_who_holds_the_right_puts_it_on_the_work_list() {
        String request = entitled();
        sources.put("vdab/used-cheques.csv", 200, "ssin,usedOn\n" + (ssin + ",2024-02-03\n").repeat(2));
        importCheques();
        await().atMost(ofSeconds(20))
                .untilAsserted(() -> dossier(request)
                        .body("correction.reasonCode", is("CHEQUES_FOUND"))
                        .body("correction.outlook.hours", is(0))
                        .body("request.hours", is(6)));
        importCheques();
        decide(request, "{}", "CHEQUES_FOUND")
                .statusCode(200)
                .body("request.status", is("REFUSED"))
                .body("request.reviews[0].outcome", is("WITHDRAWN"))
                .body("request.failed", contains("NO_HOURS_CARRIED_OVER"));
        sources.put("vdab/used-cheques.csv", 200, "ssin,usedOn\n");
    }

    @Test
    void a_request_is_read_as_it_was_on_a_day() {
        String request = refused();
        clock.set(Instant.parse("2027-02-01T09:00:00Z"));
        object(request, key(), "Neen.").statusCode(201);
        decide(
                        request,
                        "{\"periods\":[{\"kind\":\"SELF_EMPLOYED\",\"from\":\"2000-01-01\",\"to\":\"2009-12-31\"}]}",
                        "OBJECTION_FOUNDED")
                .statusCode(200)
                .body("request.status", is("ENTITLED"));
        citizen()
                .get(MINE + "/" + request + "?asOf=2027-01-31")
                .then()
                .statusCode(200)
                .body("status", is("REFUSED"))
                .body("objections", empty());
        citizen().get(MINE + "/" + request + "?asOf=2027-02-01").then().body("status", is("ENTITLED"));
        citizen().get(MINE + "/" + request + "?asOf=2027-01-03").then().statusCode(404);
        citizen().get(MINE + "?asOf=2027-01-31").then().body("requests.status", contains("REFUSED"));
        citizen()
                .get(BASE + "/me/portfolio?asOf=2027-01-31")
                .then()
                .body("on", is("2027-01-31"))
                .body("incentives[0].state", is("REFUSED"));
        officer().get(BASE + "/requests/" + request + "?asOf=2027-01-31").then().body("request.status", is("REFUSED"));
        citizen().get(MINE + "/" + request + "?asOf=gisteren").then().statusCode(400);
    }

    @Test
    void requests_come_in_pages_and_by_status() {
        refused();
        worksSince("2010-01-01");
        ask().body("status", is("ENTITLED"));
        String next = citizen()
                .get(MINE + "?limit=1")
                .then()
                .statusCode(200)
                .body("requests.status", contains("ENTITLED"))
                .extract()
                .path("next");
        citizen()
                .get(MINE + "?limit=1&after=" + next)
                .then()
                .body("requests.status", contains("REFUSED"))
                .body("next", nullValue());
        citizen().get(MINE + "?status=REFUSED").then().body("requests", hasSize(1));
        citizen().get(MINE + "?status=X").then().statusCode(400).body("issues[0].name", is("status"));
        citizen().get(MINE + "?limit=0").then().statusCode(400);
    }

    @Test
    void the_work_list_comes_in_pages() {
        for (int i = 0; i < 3; i++) {
            ssin = nextSsin();
            send(refused(), "LEAVE").statusCode(201);
        }
        String next = workList("?limit=1").body("items", hasSize(1)).extract().path("next");
        workList("?limit=2&after=" + next).body("items", hasSize(2));
        for (String query : List.of("?kind=X", "?status=X", "?after=x", "?limit=101")) {
            officer().get(BASE + "/work-list" + query).then().statusCode(400);
        }
    }

    @Test
    void a_file_that_is_no_pdf_jpeg_or_png_is_not_kept() {
        String request = refused();
        for (String type : List.of("application/pdf", "image/png")) {
            citizen()
                    .header("Idempotency-Key", key())
                    .contentType(type)
                    .body("#!/bin/sh".getBytes(StandardCharsets.UTF_8))
                    .post(MINE + "/" + request + "/evidence?kind=OTHER")
                    .then()
                    .statusCode(422)
                    .body("type", endsWith(":evidence-not-accepted"));
        }
        citizen()
                .header("Idempotency-Key", key())
                .contentType("image/png")
                .body(PDF)
                .post(MINE + "/" + request + "/evidence?kind=OTHER")
                .then()
                .statusCode(422);
        citizen()
                .header("Idempotency-Key", key())
                .contentType("application/pdf")
                .body(new byte[6 * 1024 * 1024])
                .post(MINE + "/" + request + "/evidence?kind=OTHER")
                .then()
                .statusCode(413);
        for (String query : List.of("", "?kind=X", "?kind=LEAVE&from=x", "?kind=LEAVE&from=2020-01-02&to=2020-01-01")) {
            citizen()
                    .header("Idempotency-Key", key())
                    .contentType("application/pdf")
                    .body(PDF)
                    .post(MINE + "/" + request + "/evidence" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        mine(request).body("evidence", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "null",
                "[]",
                "{\"text\":null}",
                "{\"text\":\" \"}",
                "{\"text\":1}",
                "{\"text\":\"a\",\"x\":1}",
                "{\"text\":\"\\u0000\"}"
            })
    void an_objection_without_readable_words_is_a_400(String body) {
        String request = refused();
        citizen()
                .header("Idempotency-Key", key())
                .contentType("application/json")
                .body(body)
                .post(MINE + "/" + request + "/objection")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void a_decision_that_cannot_be_understood_is_a_4xx() {
        String request = refused();
        for (String body : List.of(
                "{",
                "{}",
                "null",
                "{\"reasonCode\":\"X\",\"reason\":\"a\"}",
                "{\"reasonCode\":\"SOURCE_WRONG\"}",
                "{\"reasonCode\":\"SOURCE_WRONG\",\"reason\":\"a\",\"findings\":{\"chequesUsed\":-1}}",
                "{\"reasonCode\":\"SOURCE_WRONG\",\"reason\":\"a\",\"findings\":{\"periods\":[null]}}",
                "{\"reasonCode\":\"SOURCE_WRONG\",\"reason\":\"a\",\"findings\":{\"periods\":[{\"kind\":\"EMPLOYEE\"}]}}")) {
            officer()
                    .header("Idempotency-Key", key())
                    .contentType("application/json")
                    .body(body)
                    .post(BASE + "/requests/" + request + "/decision")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        String far = "{\"periods\":[{\"kind\":\"EMPLOYEE\",\"from\":\"-999999999-01-01\"}]}";
        decide(request, far, "SOURCE_WRONG").statusCode(422).body("type", endsWith(":period-not-usable"));
        post(officer(), request, "decision-preview", far).statusCode(422);
        decide(request, "{}", "ASKED_AGAIN").statusCode(422);
        for (String path : List.of("decision/confirmation", "decision/rejection")) {
            post(officer(), request, path, "{}").statusCode(400);
            post(
                            officer(),
                            request,
                            path,
                            "{\"review\":\"" + UUID.randomUUID() + "\""
                                    + (path.endsWith("rejection") ? ",\"reasonCode\":\"SOURCE_WRONG\"}" : "}"))
                    .statusCode(409)
                    .body("type", endsWith(":no-proposal"));
        }
        String unknown = UUID.randomUUID().toString();
        dossier(unknown).statusCode(404);
        decide(unknown, "{}", "SOURCE_WRONG").statusCode(404);
        post(officer(), unknown, "re-ask", "{}").statusCode(404);
    }

    @Test
    void somebody_elses_request_cannot_be_touched_and_only_officers_see_dossiers() {
        String request = refused();
        ssin = nextSsin();
        refused();
        send(request, "LEAVE").statusCode(404).body("type", endsWith(":request-unknown"));
        object(request, key(), "Neen.").statusCode(404);
        citizen()
                .get(MINE + "/" + request + "/evidence/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        for (String token : List.of(Login.citizen(ssin), Login.service("x"), Login.counsellor(ssin, "0492123758"))) {
            for (String path : List.of("/work-list", "/requests/" + request)) {
                given().header("Authorization", "Bearer " + token)
                        .get(BASE + path)
                        .then()
                        .statusCode(403);
            }
            given().header("Authorization", "Bearer " + token)
                    .post(BASE + "/citizens/" + UUID.randomUUID() + "/forgetting")
                    .then()
                    .statusCode(403);
        }
        given().get(BASE + "/work-list").then().statusCode(401);
    }

    @Test
    void a_service_asks_how_to_reach_a_citizen_at_the_moment_of_sending() {
        citizen()
                .get(BASE + "/me/contact")
                .then()
                .statusCode(200)
                .body("notify", is(true))
                .body("email", nullValue());
        contact("{\"email\":\"An.Peeters@voorbeeld.be\",\"notify\":true}")
                .statusCode(200)
                .body("email", is("An.Peeters@voorbeeld.be"));
        String citizen = me();
        String path = BASE + "/citizens/" + citizen + "/contact";
        given().header("Authorization", "Bearer " + Login.service("wallet"))
                .get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("ssin", is(ssin))
                .body("email", is("An.Peeters@voorbeeld.be"))
                .body("notify", is(true));
        contact("{\"notify\":false}").statusCode(200).body("email", nullValue());
        given().header("Authorization", "Bearer " + Login.service("wallet"))
                .get(path)
                .then()
                .body("notify", is(false))
                .body("email", nullValue());
        citizen().get(path).then().statusCode(403);
        officer().get(path).then().statusCode(403);
        given().header("Authorization", "Bearer " + Login.service("wallet"))
                .get(BASE + "/citizens/" + UUID.randomUUID() + "/contact")
                .then()
                .statusCode(404)
                .body("type", endsWith(":citizen-unknown"));
        for (String wrong : List.of(
                "{",
                "{}",
                "null",
                "{\"notify\":null}",
                "{\"notify\":\"ja\"}",
                "{\"email\":\"x\",\"notify\":true}",
                "{\"email\":\"" + "a".repeat(300) + "@b.be\",\"notify\":true}")) {
            contact(wrong).statusCode(400).contentType("application/problem+json");
        }
    }

    @Test
    void a_citizen_is_forgotten_after_five_years_with_all_that_leads_back_to_them() {
        String colleague = ssin;
        worksFor("0200000001");
        ask().statusCode(201).body("status", is("REFUSED"));
        ssin = nextSsin();
        worksFor("0200000001", "0200000002");
        String request =
                ask().statusCode(201).body("status", is("REFUSED")).extract().path("request");
        assertEquals(2, employersKnown());
        send(request, "OTHER").statusCode(201);
        contact("{\"email\":\"x@voorbeeld.be\",\"notify\":true}").statusCode(200);
        String citizen = me();
        String path = BASE + "/citizens/" + citizen + "/forgetting";
        officer()
                .post(path)
                .then()
                .statusCode(409)
                .body("type", endsWith(":file-still-kept"))
                .body("keptUntil", is("2032-01-04"));
        clock.set(Instant.parse("2032-01-05T09:00:00Z"));
        officer().post(path).then().statusCode(200).body("forgotten", is(true));
        assertEquals(1, employersKnown()); // the one that a colleague still has
        String forgotten = ssin;
        ssin = colleague;
        officer().post(BASE + "/citizens/" + me() + "/forgetting").then().statusCode(200);
        assertEquals(0, employersKnown());
        ssin = forgotten;
        officer().post(path).then().statusCode(200);
        citizen().get(BASE + "/me").then().statusCode(404);
        dossier(request).statusCode(404);
        given().header("Authorization", "Bearer " + Login.service("wallet"))
                .get(BASE + "/citizens/" + citizen + "/contact")
                .then()
                .statusCode(404);
        clock.set(TestClock.START);
        ssin = nextSsin();
        entitled();
        clock.set(Instant.parse("2040-01-05T09:00:00Z"));
        officer()
                .post(BASE + "/citizens/" + me() + "/forgetting")
                .then()
                .statusCode(409)
                .body("type", endsWith(":right-still-runs"));
        officer()
                .post(BASE + "/admin/rebuild")
                .then()
                .statusCode(200)
                .body("views.differences", org.hamcrest.Matchers.everyItem(is(0)));
    }

    @Test
    void files_and_words_are_deleted_after_five_years_also_of_who_holds_the_right() {
        String request = entitled();
        String evidence = send(request, "EDUCATION").statusCode(201).extract().path("evidence[0].evidence");
        object(request, key(), "De prijs klopt niet.").statusCode(201);
        clock.set(Instant.parse("2032-01-04T09:00:00Z"));
        forgetting.deleteWhatIsOld();
        citizen().get(MINE + "/" + request + "/evidence/" + evidence).then().statusCode(200);
        clock.set(Instant.parse("2032-01-05T09:00:00Z"));
        forgetting.deleteWhatIsOld();
        citizen().get(MINE + "/" + request + "/evidence/" + evidence).then().statusCode(404);
        mine(request)
                .statusCode(200)
                .body("status", is("ENTITLED"))
                .body("evidence", hasSize(1))
                .body("objections[0].text", nullValue());
    }

    @Test
    void an_officer_finds_who_calls_and_sees_whose_evidence_it_is() {
        String request = refused();
        String citizen = search("{\"ssin\":\"" + ssin + "\"}")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("citizen", is(me()))
                .body("requests.request", contains(request))
                .extract()
                .path("citizen");
        String identity = BASE + "/citizens/" + citizen + "/identity";
        officer().get(identity).then().statusCode(200).body("ssin", is(ssin));
        citizen().get(identity).then().statusCode(403);
        given().header("Authorization", "Bearer " + Login.service("wallet"))
                .get(identity)
                .then()
                .statusCode(403);
        officer()
                .get(BASE + "/citizens/" + UUID.randomUUID() + "/identity")
                .then()
                .statusCode(404);
        search("{\"ssin\":\"" + nextSsin() + "\"}").statusCode(404).body("type", endsWith(":citizen-unknown"));
        for (String wrong : List.of("{", "{}", "null", "{\"ssin\":1}", "{\"ssin\":\"x\"}")) {
            search(wrong).statusCode(400).body("detail", not(containsString(ssin)));
        }
    }

    @Test
    void a_citizen_sees_who_of_the_government_looked_at_their_file() {
        String request = refused();
        citizen().get(BASE + "/me/looks").then().statusCode(200).body("looks", empty());
        String evidence = send(request, "EDUCATION").statusCode(201).extract().path("evidence[0].evidence");
        officer().get(BASE + "/citizens/" + me() + "/identity").then().statusCode(200);
        dossier(request).statusCode(200);
        officer()
                .get(BASE + "/requests/" + request + "/evidence/" + evidence)
                .then()
                .statusCode(200);
        officer().get(BASE + "/admin/history/" + me()).then().statusCode(200);
        String next = citizen()
                .get(BASE + "/me/looks?limit=3")
                .then()
                .statusCode(200)
                .body("looks.what", contains("HISTORY", "EVIDENCE", "DOSSIER"))
                .body(
                        "looks.officer",
                        org.hamcrest.Matchers.everyItem(org.hamcrest.Matchers.matchesPattern("[0-9a-f]{32}")))
                .extract()
                .path("next");
        citizen()
                .get(BASE + "/me/looks?after=" + next)
                .then()
                .statusCode(200)
                .body("looks.what", contains("IDENTITY"))
                .body("next", nullValue());
        officer().get(BASE + "/me/looks").then().statusCode(403);
    }

    @Test
    void an_officer_does_not_decide_about_their_own_file() {
        ssin = Login.OFFICERS_OWN_NUMBER;
        String request = refused();
        String decision = "{\"reasonCode\":\"EVIDENCE_ACCEPTED\",\"reason\":\"Ik heb recht.\"}";
        post(officer(), request, "decision", decision).statusCode(403).body("type", endsWith(":own-file"));
        post(officer(), request, "re-ask", "{}").statusCode(403).body("type", endsWith(":own-file"));
    }

    private static ValidatableResponse search(String body) {
        return officer()
                .contentType("application/json")
                .body(body)
                .post(BASE + "/citizens/search")
                .then();
    }

    private String refused() {
        worksSince("2021-01-01");
        return ask().statusCode(201).body("status", is("REFUSED")).extract().path("request");
    }

    private String entitled() {
        worksSince("2010-01-01");
        return ask().statusCode(201).body("status", is("ENTITLED")).extract().path("request");
    }

    /** Too short for a right. */
    private void worksFor(String... enterprises) {
        worksSince("2021-01-01");
        String jobs = Stream.of(enterprises)
                .map(each -> MagdaXml.job(ssin, "2021-01-01", "").replace("0492123758", each))
                .collect(Collectors.joining());
        sources.magda("GeefWerkrelaties", ssin, MagdaXml.contracts(jobs));
    }

    private long employersKnown() {
        return transactions.in(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT count(*) FROM employer_vault WHERE enterprise LIKE '020000000_'")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private void worksSince(String day) {
        sources.magda("GeefWerkrelaties", ssin, MagdaXml.contracts(MagdaXml.job(ssin, day, "")));
        sources.magda("GeefPersoon", ssin, MagdaXml.person(ssin, "BEL", "44021"));
    }

    private ValidatableResponse ask() {
        return citizen()
                .header("Idempotency-Key", key())
                .contentType("application/json")
                .body("{}")
                .post(MINE)
                .then();
    }

    private ValidatableResponse mine(String request) {
        return citizen().get(MINE + "/" + request).then();
    }

    private ValidatableResponse send(String request, String kind) {
        return citizen()
                .urlEncodingEnabled(false)
                .header("Idempotency-Key", key())
                .contentType("application/pdf")
                .body(PDF)
                .post(MINE + "/" + request + "/evidence?kind=" + kind)
                .then();
    }

    private ValidatableResponse object(String request, String key, String text) {
        return citizen()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("text", text))
                .post(MINE + "/" + request + "/objection")
                .then();
    }

    private ValidatableResponse contact(String body) {
        return citizen()
                .contentType("application/json")
                .body(body)
                .put(BASE + "/me/contact")
                .then();
    }

    private ValidatableResponse decide(String request, String findings, String reason) {
        return post(
                officer(),
                request,
                "decision",
                "{\"findings\":" + findings + ",\"reasonCode\":\"" + reason
                        + "\",\"reason\":\"Het contract uit Rijsel telt mee.\"}");
    }

    private static ValidatableResponse post(RequestSpecification who, String request, String path, String body) {
        return who.header("Idempotency-Key", key())
                .contentType("application/json")
                .body(body)
                .post(BASE + "/requests/" + request + "/" + path)
                .then();
    }

    private static ValidatableResponse dossier(String request) {
        return officer().get(BASE + "/requests/" + request).then();
    }

    private static ValidatableResponse workList(String query) {
        return officer().get(BASE + "/work-list" + query).then().statusCode(200);
    }

    private static void importCheques() {
        String id = officer()
                .header("Idempotency-Key", key())
                .contentType("application/json")
                .body("{\"file\":\"USED_CHEQUES\"}")
                .post(BASE + "/used-cheques/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(ofSeconds(20))
                .until(() -> officer()
                        .get(BASE + "/used-cheques/imports/" + id)
                        .then()
                        .extract()
                        .path("state")
                        .equals("DONE"));
    }

    private String me() {
        return citizen().get(BASE + "/me").then().statusCode(200).extract().path("citizen");
    }

    private RequestSpecification citizen() {
        return given().header("Authorization", "Bearer " + Login.citizen(ssin));
    }

    private static RequestSpecification officer() {
        return given().header("Authorization", "Bearer " + Login.officer());
    }

    /** Another officer than {@link Login#officer()}. */
    private static RequestSpecification otherOfficer() {
        try {
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(
                            Base64.getDecoder().decode(System.getProperty("loopbaankrediet.test.login.key"))));
            return given().header(
                            "Authorization",
                            "Bearer "
                                    + Jwt.issuer(Login.ISSUER)
                                            .audience(Login.AUDIENCE)
                                            .subject("another-officer")
                                            .upn("another-officer")
                                            .claim("vo_doelgroepcode", "GID")
                                            .claim("vo_orgcode", "OVO000001")
                                            .claim("loopbaankrediet_rol_3d", List.of("medewerker:OVO000001"))
                                            .expiresIn(Duration.ofHours(1))
                                            .jws()
                                            .keyId("test")
                                            .sign(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What others are told of the citizen, once it is so much. */
    private List<ConsumerRecord<String, String>> published(int atLeast) {
        String citizen = me();
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("loopbaankrediet.eligibility").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(ofSeconds(20)).until(() -> {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
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
        return new String(message.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8)
                .replace("be.vlaanderen.loopbaankrediet.eligibility.", "");
    }

    private static String key() {
        return "review-" + KEYS.incrementAndGet();
    }

    private static String nextSsin() {
        long first = 900_101_001L + PEOPLE.incrementAndGet();
        return "%09d%02d".formatted(first, 97 - first % 97);
    }
}
