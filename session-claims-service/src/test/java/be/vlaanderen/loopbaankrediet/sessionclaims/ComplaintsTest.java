package be.vlaanderen.loopbaankrediet.sessionclaims;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.testkit.Topic;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.sessionclaims.vault.Forgetting;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** MR 4.7. */
@QuarkusTest
class ComplaintsTest extends RunningService {

    @Inject
    Forgetting forgetting;

    @Test
    void a_complaint_is_filed_answered_and_decided_and_its_sessions_are_undue() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        String claimed = register(paid, 0, 60).path("session");
        confirm(paid, claimed).then().statusCode(200);
        String claim = claim(paid).path("claim");
        String unclaimed = register(paid, 60, 60).path("session");
        String complaint = complain(paid, "Het gesprek duurde korter.")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("status", equalTo("FILED"))
                .body("written", equalTo("Het gesprek duurde korter."))
                .body("wallet", nullValue())
                .body("actions", empty())
                .extract()
                .path("complaint");
        String filedOn = Days.of(clock.instant()).toString();
        String received = "/me/received-complaints/" + complaint;
        as(paid.counsellorToken())
                .get(API + "/me/received-complaints?status=FILED")
                .then()
                .statusCode(200)
                .body("complaints.complaint", contains(complaint))
                .body("complaints[0].actions", contains("ANSWER"))
                .body("complaints[0].wallet", nullValue());
        clock.pass(Duration.ofDays(1));
        post(paid.counsellorToken(), received + "/answer", Map.of("written", "Dat klopt niet."))
                .then()
                .statusCode(200)
                .body("status", equalTo("ANSWERED"))
                .body("answer", equalTo("Dat klopt niet."));
        post(paid.counsellorToken(), received + "/answer", Map.of("written", "Of toch."))
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "complaint-already-answered"));

        String decide = "/complaints/" + complaint + "/decision";
        Map<String, Object> both = new HashMap<>(undue(claimed, 1));
        both.put(
                "sessions",
                List.of(Map.of("session", claimed, "halfHours", 1), Map.of("session", unclaimed, "halfHours", 3)));
        post(Login.officer(), decide, decision("FOUNDED", both))
                .then()
                .statusCode(422)
                .body("type", equalTo(PROBLEM + "more-than-session"));
        as(Login.officer())
                .get(API + "/complaints/" + complaint)
                .then()
                .statusCode(200)
                .body("status", equalTo("ANSWERED"))
                .body("wallet", equalTo(paid.wallet().toString()))
                .body("actions", contains("DECIDE"));
        both.put(
                "sessions",
                List.of(Map.of("session", claimed, "halfHours", 1), Map.of("session", unclaimed, "halfHours", 2)));
        for (int twice = 0; twice < 2; twice++) {
            post(Login.officer(), decide, decision("FOUNDED", both))
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("DECIDED"))
                    .body("decision.officer", notNullValue())
                    .body("decision.undue", hasSize(2));
        }
        post(Login.officer(), decide, decision("UNFOUNDED", Map.of()))
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "complaint-already-decided"));
        as(paid.citizenToken())
                .get(API + "/me/complaints/" + complaint)
                .then()
                .statusCode(200)
                .body("decision.outcome", equalTo("FOUNDED"))
                .body("decision.reason", equalTo("Het gesprek duurde korter dan geregistreerd."))
                .body("decision.officer", nullValue())
                .body("decision.undue.halfHours.sum()", is(3));
        as(paid.citizenToken())
                .get(API + "/me/complaints/" + complaint + "?asOf=" + filedOn)
                .then()
                .statusCode(200)
                .body("status", equalTo("FILED"))
                .body("answer", nullValue())
                .body("decision", nullValue());
        as(paid.counsellorToken())
                .get(API + "/sessions/" + unclaimed)
                .then()
                .body("status", equalTo("WITHDRAWN"))
                .body("undueHalfHours", is(2));
        as(paid.counsellorToken())
                .get(API + "/sessions/" + claimed)
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("undueHalfHours", is(1))
                .body("correction", equalTo("KEPT"))
                .body("correctionReasonCode", equalTo("UNDER_REVIEW"))
                .body("actions", empty());
        for (String each : List.of(claimed, unclaimed)) {
            assertEquals(
                    as(paid.counsellorToken()).get(API + "/sessions/" + each).asString(),
                    as(paid.counsellorToken())
                            .get(API + "/sessions/" + each + "?asOf=" + Days.of(clock.instant()))
                            .asString());
        }
        withdraw(paid, claimed)
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "session-under-review"))
                .body("reasonCode", equalTo("UNDER_REVIEW"));

        try (Topic topic = new Topic(kafka, "loopbaankrediet.session-claims")) {
            await().until(() -> topic.of(complaint).size() == 2
                    && topic.of(paid.booking().toString()).size() == 7);
            for (Topic.Read each : topic.of(complaint)) {
                String type = each.type().substring("be.vlaanderen.loopbaankrediet.session-claims.".length());
                Contracts.assertConforms("session-claims", type, each.data().toString());
            }
            List<Topic.Read> undue = topic.of(paid.booking().toString()).stream()
                    .filter(each -> each.type().endsWith("SessionFoundUndue.v1"))
                    .toList();
            assertEquals(claim, undue.getFirst().data().path("claim").asText());
            assertEquals(true, undue.getLast().data().path("claim").isMissingNode());
            for (Topic.Read each : undue) {
                Contracts.assertConforms(
                        "session-claims", "SessionFoundUndue.v1", each.data().toString());
                assertEquals(complaint, each.data().path("review").asText());
            }
        }
    }

    @Test
    void a_citizen_sees_who_of_the_government_looked_at_their_guidance() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        register(paid, 0, 60);
        String complaint = complain(paid, "Het gesprek duurde korter.").path("complaint");
        as(paid.citizenToken())
                .get(API + "/me/looks")
                .then()
                .statusCode(200)
                .body("looks", empty())
                .body("next", nullValue());
        as(Login.officer()).get(API + "/complaints/" + complaint).then().statusCode(200);
        String drawn = draw(paid.counsellor(), Map.of()).path("review");
        as(Login.officer())
                .get(API + "/reviews/" + drawn + "/dossiers/" + paid.booking())
                .then()
                .statusCode(200);
        as(Login.officer()).get(API + "/admin/history/" + paid.booking()).then().statusCode(200);
        as(Login.officer())
                .get(API + "/admin/history/citizen-" + paid.wallet())
                .then()
                .statusCode(200);
        String next = as(paid.citizenToken())
                .get(API + "/me/looks?limit=3")
                .then()
                .statusCode(200)
                .body("looks.what", contains("HISTORY", "HISTORY", "DOSSIER"))
                .body("looks.officer", everyItem(matchesPattern("[0-9a-f]{32}")))
                .extract()
                .path("next");
        as(paid.citizenToken())
                .get(API + "/me/looks?after=" + next)
                .then()
                .statusCode(200)
                .body("looks.what", contains("COMPLAINT"))
                .body("next", nullValue());
        as(paid().citizenToken()).get(API + "/me/looks").then().statusCode(200).body("looks", empty());
        as(paid.citizenToken()).get(API + "/me/looks?after=x").then().statusCode(400);
        as(Login.officer()).get(API + "/me/looks").then().statusCode(403);
    }

    @Test
    void the_list_of_complaints_holds_no_words_so_that_no_look_goes_unseen() {
        Paid paid = paid();
        String complaint = complain(paid, "Het gesprek duurde korter.").path("complaint");
        post(Login.officer(), "/complaints/" + complaint + "/decision", decision("UNFOUNDED", Map.of()))
                .then()
                .statusCode(200)
                .body("written", equalTo("Het gesprek duurde korter."));
        String mine = "complaints.find { it.complaint == '" + complaint + "' }.";
        as(Login.officer())
                .get(API + "/complaints?counsellor="
                        + as(paid.citizenToken())
                                .get(API + "/me/complaints/" + complaint)
                                .path("counsellor"))
                .then()
                .statusCode(200)
                .body(mine + "status", equalTo("DECIDED"))
                .body(mine + "written", nullValue())
                .body(mine + "decision.reason", nullValue());
    }

    @Test
    void officers_work_from_a_list_that_they_filter_and_page() {
        String counsellor = counsellorNumber();
        Paid one = paid(citizenNumber(), counsellor);
        Paid two = paid(citizenNumber(), counsellor);
        String first = complain(one, "Eerste.").path("complaint");
        clock.pass(Duration.ofMinutes(1));
        String second = complain(two, "Tweede.").path("complaint");
        String about = "/complaints?counsellor=" + Neighbours.counsellor(counsellor);
        as(Login.officer()).get(API + about).then().body("complaints.complaint", contains(first, second));
        as(Login.officer())
                .get(API + about + "&limit=1")
                .then()
                .body("complaints.complaint", contains(first))
                .body("next", equalTo(first));
        as(Login.officer())
                .get(API + about + "&limit=1&after=" + first)
                .then()
                .body("complaints.complaint", contains(second))
                .body("next", nullValue());
        post(Login.officer(), "/complaints/" + first + "/decision", decision("UNFOUNDED", Map.of()))
                .then()
                .statusCode(200);
        as(Login.officer())
                .get(API + about + "&status=FILED&kind=GUIDANCE")
                .then()
                .body("complaints.complaint", contains(second));
        as(Login.officer()).get(API + about + "&status=OPEN").then().body("complaints.complaint", contains(second));
        as(Login.officer())
                .get(API + about + "&outcome=UNFOUNDED")
                .then()
                .body("complaints.complaint", contains(first));
        as(Login.officer()).get(API + about + "&kind=RIGHT").then().body("complaints", empty());
        String right = post(one.citizenToken(), "/me/complaints", Map.of("kind", "RIGHT", "written", "Mijn uren."))
                .then()
                .statusCode(201)
                .extract()
                .path("complaint");
        as(Login.officer())
                .get(API + "/complaints?kind=RIGHT&limit=100")
                .then()
                .body("complaints.complaint", hasItem(right));
        as(one.citizenToken()).get(API + "/me/complaints").then().body("complaints.complaint", contains(first, right));
        for (String wrong : List.of("status=X", "kind=X", "outcome=X", "counsellor=X", "after=X", "limit=0")) {
            as(Login.officer())
                    .get(API + "/complaints?" + wrong)
                    .then()
                    .statusCode(400)
                    .contentType(Problem.MEDIA_TYPE);
        }
    }

    @Test
    void everyone_reaches_only_the_complaints_that_are_theirs() {
        Paid paid = paid();
        Paid other = paid();
        String complaint = complain(paid, "Een klacht.").path("complaint");
        as(other.citizenToken()).get(API + "/me/complaints/" + complaint).then().statusCode(404);
        as(other.counsellorToken())
                .get(API + "/me/received-complaints/" + complaint)
                .then()
                .statusCode(404)
                .body("type", equalTo(PROBLEM + "complaint-unknown"));
        post(other.counsellorToken(), "/me/received-complaints/" + complaint + "/answer", Map.of("written", "Nee."))
                .then()
                .statusCode(404);
        as(other.counsellorToken()).get(API + "/me/received-complaints").then().body("complaints", empty());
        post(
                        other.citizenToken(),
                        "/me/complaints",
                        Map.of("kind", "GUIDANCE", "booking", paid.booking(), "written", "Ik."))
                .then()
                .statusCode(404)
                .body("type", equalTo(PROBLEM + "block-unknown"));
        String right = post(
                        paid.citizenToken(),
                        "/me/complaints",
                        Map.of("kind", "RIGHT", "booking", paid.booking(), "written", "Prijs."))
                .path("complaint");
        as(paid.counsellorToken())
                .get(API + "/me/received-complaints/" + right)
                .then()
                .statusCode(404);
        String decide = "/complaints/" + complaint + "/decision";
        for (String token : List.of(paid.citizenToken(), paid.counsellorToken(), Login.service("payout"))) {
            post(token, decide, decision("FOUNDED", Map.of())).then().statusCode(403);
            as(token).get(API + "/complaints").then().statusCode(403);
        }
        as(paid.citizenToken()).get(API + "/me/received-complaints").then().statusCode(403);
        as(paid.counsellorToken()).get(API + "/me/complaints").then().statusCode(403);
        post(Login.officer(), "/complaints/" + UUID.randomUUID() + "/decision", decision("FOUNDED", Map.of()))
                .then()
                .statusCode(404);
    }

    /** Keys are kept for a while only; what the officer read stays what was written. */
    @Test
    void a_repeat_of_which_nothing_is_remembered_leaves_the_words_as_they_were() {
        Paid paid = paid();
        String key = UUID.randomUUID().toString();
        String complaint = null;
        for (String words : List.of("Zo was het.", "Of anders.")) {
            complaint = as(paid.citizenToken())
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(Map.of("kind", "GUIDANCE", "booking", paid.booking(), "written", words))
                    .post(API + "/me/complaints")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("complaint");
            await().until(() -> transactions.in(
                    connection -> Sql.run(connection, "DELETE FROM idempotency_key WHERE key = ?", key) == 1));
        }
        as(paid.citizenToken()).get(API + "/me/complaints/" + complaint).then().body("written", equalTo("Zo was het."));
    }

    @Test
    void a_complaint_that_comes_too_late_is_told_until_when_it_could() {
        Paid paid = paid();
        clock.pass(Duration.ofDays(367));
        complain(paid, "Te laat.")
                .then()
                .statusCode(422)
                .body("type", equalTo(PROBLEM + "complaint-too-late"))
                .body("lastDay", equalTo(Days.of(paid.paidAt()).plusYears(1).toString()));
    }

    /** CN 2.5.3, D-92. */
    @Test
    void what_people_wrote_goes_five_years_after_the_last_word_and_not_before_a_decision() {
        Paid paid = paid();
        String decided = complain(paid, "Een klacht.").path("complaint");
        String waiting = complain(paid, "Nog een klacht.").path("complaint");
        clock.pass(Duration.ofDays(30));
        post(Login.officer(), "/complaints/" + decided + "/decision", decision("UNFOUNDED", Map.of()))
                .then()
                .statusCode(200);
        Instant end = Days.begin(Days.of(clock.instant()).plusYears(5));
        forgetting.deleteWhatIsOld(end);
        as(paid.citizenToken()).get(API + "/me/complaints/" + decided).then().body("written", equalTo("Een klacht."));
        forgetting.deleteWhatIsOld(end.plus(Duration.ofDays(1)));
        as(paid.citizenToken())
                .get(API + "/me/complaints/" + decided)
                .then()
                .statusCode(200)
                .body("written", nullValue())
                .body("decision.reason", nullValue())
                .body("decision.outcome", equalTo("UNFOUNDED"));
        as(paid.citizenToken())
                .get(API + "/me/complaints/" + waiting)
                .then()
                .body("written", equalTo("Nog een klacht."));
        assertEquals(0, forgetting.deleteWhatIsOld(end.plus(Duration.ofDays(1))));
    }

    @Test
    void what_cannot_be_a_complaint_or_a_decision_names_what_is_wrong() {
        Paid paid = paid();
        String complaint = complain(paid, "Een klacht.").path("complaint");
        for (Map.Entry<String, Object> wrong : List.<Map.Entry<String, Object>>of(
                Map.entry("kind", "ANGER"),
                Map.entry("booking", "x"),
                Map.entry("written", " "),
                Map.entry("written", "x".repeat(4001)),
                Map.entry("written", "a\u0000b"),
                Map.entry("written", List.of()),
                Map.entry("unknown", "field"))) {
            Map<String, Object> body =
                    new HashMap<>(Map.of("kind", "GUIDANCE", "booking", paid.booking(), "written", "Een klacht."));
            body.put(wrong.getKey(), wrong.getValue());
            post(paid.citizenToken(), "/me/complaints", body)
                    .then()
                    .statusCode(400)
                    .contentType(Problem.MEDIA_TYPE)
                    .body("issues", not(empty()));
        }
        post(paid.citizenToken(), "/me/complaints", Map.of("kind", "GUIDANCE", "written", "Welke?"))
                .then()
                .statusCode(422)
                .body("type", equalTo(PROBLEM + "booking-missing"));
        for (Map.Entry<String, Object> wrong : List.<Map.Entry<String, Object>>of(
                Map.entry("outcome", "PERHAPS"),
                Map.entry("reasonCode", "BECAUSE"),
                Map.entry("reason", ""),
                Map.entry("undue", Map.of("sessions", List.of(), "hoursReturn", true, "reasonCode", "OTHER")),
                Map.entry(
                        "undue",
                        Map.of(
                                "sessions",
                                List.of(Map.of("halfHours", 1)),
                                "hoursReturn",
                                true,
                                "reasonCode",
                                "OTHER")),
                Map.entry("undue", undue(UUID.randomUUID().toString(), 0)),
                Map.entry("undue", "everything"))) {
            Map<String, Object> body = decision("FOUNDED", Map.of());
            body.put(wrong.getKey(), wrong.getValue());
            post(Login.officer(), "/complaints/" + complaint + "/decision", body)
                    .then()
                    .statusCode(400)
                    .contentType(Problem.MEDIA_TYPE)
                    .body("issues", not(empty()));
        }
        for (String body : List.of("", "null", "{", "[]", "{}")) {
            as(paid.citizenToken())
                    .header("Idempotency-Key", key())
                    .body(body)
                    .post(API + "/me/complaints")
                    .then()
                    .statusCode(400);
            as(Login.officer())
                    .body(body)
                    .post(API + "/complaints/" + complaint + "/decision")
                    .then()
                    .statusCode(400);
            as(paid.counsellorToken())
                    .header("Idempotency-Key", key())
                    .body(body)
                    .post(API + "/me/received-complaints/" + complaint + "/answer")
                    .then()
                    .statusCode(400);
        }
    }
}
