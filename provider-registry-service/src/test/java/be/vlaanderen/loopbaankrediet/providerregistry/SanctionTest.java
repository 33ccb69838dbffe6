package be.vlaanderen.loopbaankrediet.providerregistry;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.testkit.Topic;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SanctionTest extends RunningRegistry {

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
}
