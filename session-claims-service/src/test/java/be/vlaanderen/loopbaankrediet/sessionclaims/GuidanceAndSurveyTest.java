package be.vlaanderen.loopbaankrediet.sessionclaims;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.testkit.Topic;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GuidanceAndSurveyTest extends RunningService {

    @Test
    void agreement_sessions_plan_completion_and_survey_of_a_block_are_shown_to_both() {
        Paid paid = paid();
        String mine = "/me/blocks/" + paid.booking();
        String theirs = "/blocks/" + paid.booking();
        String paidOn = Days.of(clock.instant()).toString();
        as(paid.citizenToken())
                .get(API + mine)
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("open.what", contains("AGREEMENT", "SESSION", "PLAN", "COMPLETION"));
        post(paid.citizenToken(), mine + "/agreement/acceptance", Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "no-agreement"));
        as(paid.counsellorToken())
                .body(Map.of("themes", List.of("MEANING", "JOB_TARGET", "MEANING")))
                .put(API + theirs + "/agreement")
                .then()
                .statusCode(200)
                .body("agreement.themes", contains("JOB_TARGET", "MEANING"))
                .body("agreement.acceptedAt", nullValue());
        for (int twice = 0; twice < 2; twice++) {
            post(paid.citizenToken(), mine + "/agreement/acceptance", Map.of())
                    .then()
                    .statusCode(200)
                    .body("agreement.acceptedAt", notNullValue());
        }
        as(paid.counsellorToken())
                .body(Map.of("themes", List.of("OTHER")))
                .put(API + theirs + "/agreement")
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "agreement-accepted"));

        clock.pass(Duration.ofDays(1));
        String session = register(paid, 0, 60).path("session");
        as(paid.citizenToken())
                .get(API + mine)
                .then()
                .body("open.what", hasItem("SESSION_ANSWER"))
                .body("open.find { it.what == 'SESSION_ANSWER' }.session", equalTo(session))
                .body("open.find { it.what == 'SESSION_ANSWER' }.who", equalTo("CITIZEN"))
                .body("open.find { it.what == 'SESSION_ANSWER' }.before", notNullValue())
                .body("sessions[0].actions", contains("CONFIRM", "DISPUTE"));
        post(paid.counsellorToken(), theirs + "/completion", Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "sessions-unanswered"));
        confirm(paid, session).then().statusCode(200);
        as(paid.citizenToken())
                .get(API + mine + "/survey")
                .then()
                .statusCode(200)
                .body("scored.size()", is(11))
                .body("canAnswer", is(false))
                .body("whyNot", notNullValue());
        surveyed(paid, 8).then().statusCode(409).body("type", equalTo(PROBLEM + "guidance-not-completed"));
        post(paid.citizenToken(), mine + "/plan/attestation", Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "no-plan"));
        post(paid.counsellorToken(), theirs + "/plan", Map.of()).then().statusCode(200);
        post(paid.citizenToken(), mine + "/plan/attestation", Map.of())
                .then()
                .statusCode(200)
                .body("plan.attestedAt", notNullValue());
        post(paid.counsellorToken(), theirs + "/completion", Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("COMPLETED"))
                .body("open.what", contains("SURVEY"))
                .body("complainUntil", notNullValue());
        surveyed(paid, 8)
                .then()
                .statusCode(200)
                .body("given.scores", hasItems(8))
                .body("given.good", equalTo("De gesprekken."))
                .body("given.changeableBefore", notNullValue())
                .body("canAnswer", is(true));
        surveyed(paid, 9).then().statusCode(200).body("given.scores", hasItems(9));
        as(paid.counsellorToken())
                .get(API + "/blocks?limit=1")
                .then()
                .statusCode(200)
                .body("blocks.booking", contains(paid.booking().toString()))
                .body("next", nullValue());
        as(paid.citizenToken()).get(API + "/me/blocks?status=COMPLETED").then().body("blocks.size()", is(1));
        as(paid.citizenToken())
                .get(API + "/me/blocks?status=OPEN")
                .then()
                .statusCode(200)
                .body("blocks", empty());
        as(paid.counsellorToken()).get(API + "/blocks?status=LOST").then().statusCode(400);
        as(paid.citizenToken())
                .get(API + mine + "?asOf=" + paidOn)
                .then()
                .statusCode(200)
                .body("sessions", empty())
                .body("agreement.acceptedAt", notNullValue())
                .body("status", equalTo("OPEN"));
        clock.pass(Duration.ofDays(30));
        surveyed(paid, 1).then().statusCode(409).body("type", equalTo(PROBLEM + "survey-closed"));

        try (Topic topic = new Topic(kafka, "loopbaankrediet.session-claims")) {
            await().until(() -> topic.of(paid.booking().toString()).size() == 6);
            List<Topic.Read> messages = topic.of(paid.booking().toString());
            List<String> types = messages.stream()
                    .map(each -> each.type().substring("be.vlaanderen.loopbaankrediet.session-claims.".length()))
                    .toList();
            assertEquals(
                    List.of(
                            "SessionRegistered.v1",
                            "SessionConfirmed.v1",
                            "PlanAttested.v1",
                            "GuidanceCompleted.v1",
                            "SurveyAnswered.v1",
                            "SurveyAnswered.v1"),
                    types);
            for (int each = 0; each < types.size(); each++) {
                String data = messages.get(each).data().toString();
                Contracts.assertConforms("session-claims", types.get(each), data);
                assertEquals(-1, data.indexOf("gesprekken"), "what was written stays in the vault");
            }
        }
    }

    /** Domain 8: cells under 5 are not published. */
    @Test
    void averages_are_shown_from_five_answers_on() {
        String counsellor = counsellorNumber();
        Paid last = paid(citizenNumber(), counsellor);
        for (int each = 0; each < 5; each++) {
            String own = as(last.counsellorToken())
                    .get(API + "/survey-results/own")
                    .then()
                    .statusCode(200)
                    .body("published", is(false))
                    .body("answers", nullValue())
                    .body("questions", empty())
                    .extract()
                    .asString();
            assertEquals(
                    own,
                    as(Login.officer())
                            .get(API + "/survey-results?counsellor=" + Neighbours.counsellor(counsellor))
                            .asString());
            as(Login.officer())
                    .get(API + "/survey-results/written?counsellor=" + Neighbours.counsellor(counsellor))
                    .then()
                    .statusCode(200)
                    .body("answers", empty());
            if (each > 0) {
                last = paid(citizenNumber(), counsellor);
            }
            clock.pass(Duration.ofHours(3));
            confirm(last, register(last, 0, 120).path("session")).then().statusCode(200);
            surveyed(last, each == 4 ? 4 : 9).then().statusCode(200);
        }
        as(last.counsellorToken())
                .get(API + "/survey-results/own")
                .then()
                .body("published", is(true))
                .body("answers", is(5))
                .body("satisfactionPercent", is(80.0f))
                .body("questionAnsweredPercent", is(100.0f))
                .body("questions.question[10]", equalTo("q11"))
                .body("questions.mean[0]", is(8.0f));
        String five =
                as(last.counsellorToken()).get(API + "/survey-results/own").asString();
        Paid sixth = paid(citizenNumber(), counsellor);
        clock.pass(Duration.ofHours(3));
        confirm(sixth, register(sixth, 0, 120).path("session")).then().statusCode(200);
        surveyed(sixth, 1).then().statusCode(200);
        assertEquals(
                five,
                as(last.counsellorToken()).get(API + "/survey-results/own").asString(),
                "one more answer cannot be read from the difference");
        String written = "/survey-results/written?counsellor=" + Neighbours.counsellor(counsellor);
        Response first = as(Login.officer()).get(API + written + "&limit=3");
        first.then()
                .statusCode(200)
                .body("answers", hasSize(3))
                .body("answers.written", everyItem(equalTo("De gesprekken.")))
                .body("next", notNullValue());
        as(Login.officer())
                .get(API + written + "&after=" + first.path("next"))
                .then()
                .body("answers", hasSize(3))
                .body("next", nullValue());
        as(Login.officer()).get(API + "/survey-results/written").then().statusCode(400);
        as(last.counsellorToken()).get(API + written).then().statusCode(403);
        as(Login.officer())
                .get(API + "/survey-results?year=2020&counsellor=" + Neighbours.counsellor(counsellor))
                .then()
                .body("published", is(false));
        as(Login.officer()).get(API + "/survey-results?year=20").then().statusCode(400);
        as(Login.officer()).get(API + "/survey-results?counsellor=me").then().statusCode(400);
    }

    @Test
    void nobody_sees_or_does_anything_in_the_block_of_somebody_else() {
        Paid paid = paid();
        Paid other = paid();
        String mine = "/me/blocks/" + paid.booking();
        String theirs = "/blocks/" + paid.booking();
        as(other.citizenToken())
                .get(API + mine)
                .then()
                .statusCode(404)
                .body("type", equalTo(PROBLEM + "block-unknown"));
        as(other.counsellorToken()).get(API + theirs).then().statusCode(404);
        as(other.citizenToken()).get(API + mine + "/survey").then().statusCode(404);
        as(other.citizenToken())
                .body(survey())
                .put(API + mine + "/survey")
                .then()
                .statusCode(404);
        post(other.citizenToken(), mine + "/agreement/acceptance", Map.of())
                .then()
                .statusCode(404);
        post(other.citizenToken(), mine + "/plan/attestation", Map.of()).then().statusCode(404);
        post(other.counsellorToken(), theirs + "/plan", Map.of()).then().statusCode(404);
        post(other.counsellorToken(), theirs + "/completion", Map.of()).then().statusCode(404);
        as(other.counsellorToken())
                .body(Map.of("themes", List.of("OTHER")))
                .put(API + theirs + "/agreement")
                .then()
                .statusCode(404);
        for (String token : List.of(paid.counsellorToken(), Login.officer(), Login.service("payout"))) {
            as(token).get(API + mine).then().statusCode(403);
            as(token).get(API + mine + "/survey").then().statusCode(403);
        }
        for (String token : List.of(paid.citizenToken(), Login.officer(), Login.service("payout"))) {
            as(token).get(API + theirs).then().statusCode(403);
            as(token).get(API + "/survey-results/own").then().statusCode(403);
        }
        as(paid.citizenToken()).get(API + "/survey-results").then().statusCode(403);
        as(paid.counsellorToken()).get(API + "/survey-results").then().statusCode(403);
        as(Login.citizen(Neighbours.UNKNOWN + "010100100"))
                .get(API + "/me/blocks")
                .then()
                .statusCode(200)
                .body("blocks", empty());
    }

    @Test
    void a_survey_or_agreement_that_cannot_be_right_names_what_is_wrong() {
        Paid paid = paid();
        for (Map.Entry<String, Object> wrong : List.<Map.Entry<String, Object>>of(
                Map.entry("scores", List.of()),
                Map.entry("scores", Collections.nCopies(10, 5)),
                Map.entry("scores", Collections.nCopies(12, 5)),
                Map.entry("scores", Collections.nCopies(11, 0)),
                Map.entry("scores", Collections.nCopies(11, 11)),
                Map.entry("scores", Collections.nCopies(11, null)),
                Map.entry("scores", Collections.nCopies(11, "ten")),
                Map.entry("scores", 5),
                Map.entry("questionAnswered", "perhaps"),
                Map.entry("good", "x".repeat(4001)),
                Map.entry("good", "a\u0000b"),
                Map.entry("better", List.of()),
                Map.entry("unknown", "field"))) {
            Map<String, Object> body = survey();
            body.put(wrong.getKey(), wrong.getValue());
            as(paid.citizenToken())
                    .body(json(body))
                    .put(API + "/me/blocks/" + paid.booking() + "/survey")
                    .then()
                    .statusCode(400)
                    .contentType(Problem.MEDIA_TYPE)
                    .body("issues", not(empty()));
        }
        for (String body : List.of(
                "",
                "null",
                "{",
                "[]",
                "{\"themes\":[]}",
                "{\"themes\":[\"HAPPINESS\"]}",
                "{\"themes\":[null]}",
                "{}")) {
            as(paid.counsellorToken())
                    .body(body)
                    .put(API + "/blocks/" + paid.booking() + "/agreement")
                    .then()
                    .statusCode(400)
                    .contentType(Problem.MEDIA_TYPE);
            as(paid.citizenToken())
                    .body(body)
                    .put(API + "/me/blocks/" + paid.booking() + "/survey")
                    .then()
                    .statusCode(400);
        }
        as(paid.citizenToken())
                .get(API + "/me/blocks/" + paid.booking() + "?asOf=2027-02-30")
                .then()
                .statusCode(400);
        as(paid.citizenToken()).get(API + "/me/blocks?limit=1000").then().statusCode(400);
        as(paid.citizenToken()).get(API + "/me/blocks/not-an-id").then().statusCode(404);
    }

    private static Map<String, Object> survey() {
        return new HashMap<>(Map.of("scores", Collections.nCopies(11, 5), "questionAnswered", false));
    }
}
