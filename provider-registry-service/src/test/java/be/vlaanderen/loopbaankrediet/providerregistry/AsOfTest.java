package be.vlaanderen.loopbaankrediet.providerregistry;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AsOfTest extends RunningRegistry {

    @Test
    void a_dossier_and_a_sanction_are_shown_as_they_were_on_a_day() {
        LocalDate first = today();
        clock.pass(Duration.ofDays(1));
        Someone someone = Someone.next();
        String id = register(someone, PIONEER).extract().path("counsellor");
        LocalDate registered = today();
        clock.pass(Duration.ofDays(1));
        String sanction = sanction(id, "SUSPENSION").extract().path("sanction");
        LocalDate announced = today();
        as(someone.token())
                .get(API + "/me")
                .then()
                .body("todo.step", contains("ANSWER_SANCTION"))
                .body("todo[0].about", equalTo(sanction))
                .body("todo[0].until", equalTo(announced.plusDays(15).toString()));
        clock.pass(Duration.ofDays(16));
        decision(id, sanction, "FINAL", "POOR_QUALITY").statusCode(200);
        LocalDate decided = today();

        as(someone.token()).get(API + "/me?asOf=" + first).then().statusCode(404);
        for (String each : List.of("/counsellors/" + id, "/counsellors/" + id + "/sanctions/" + sanction)) {
            officer().get(API + each + "?asOf=" + first).then().statusCode(404);
            for (String wrong : List.of("gisteren", "2027-02-30", "1027-01-01")) {
                officer()
                        .get(API + each + "?asOf=" + wrong)
                        .then()
                        .statusCode(400)
                        .contentType(Problem.MEDIA_TYPE)
                        .body("issues[0].name", equalTo("asOf"));
            }
        }
        as(someone.token())
                .get(API + "/me?asOf=" + announced)
                .then()
                .statusCode(200)
                .body("status", equalTo("REGISTERED"));
        as(someone.token()).get(API + "/me?asOf=" + decided).then().body("status", equalTo("SUSPENDED"));
        officer()
                .get(API + "/counsellors/{id}?asOf=" + registered, id)
                .then()
                .statusCode(200)
                .body("status", equalTo("REGISTERED"));
        officer()
                .get(API + "/counsellors/{id}/sanctions/{sanction}?asOf=" + announced, id, sanction)
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("decision", nullValue())
                .body("next.step", contains("ANSWER_SANCTION", "DECIDE_SANCTION"))
                .body("next[1].from", equalTo(announced.plusDays(16).toString()));
        as(someone.token())
                .get(API + "/me/sanctions/{sanction}", sanction)
                .then()
                .statusCode(200)
                .body("status", equalTo("FINAL"))
                .body("next.step", contains("END_SUSPENSION"));
        as(Someone.next().token())
                .get(API + "/me/sanctions/{sanction}", sanction)
                .then()
                .statusCode(404);
    }

    @Test
    void an_application_is_shown_as_it_was_on_a_day() {
        Someone someone = Someone.next();
        String application = apply(someone);
        LocalDate applied = today();
        clock.pass(Duration.ofDays(1));
        officer()
                .body(Map.of("reasonCode", "CONDITIONS_NOT_MET", "reason", "Uw ervaring is te kort."))
                .post(API + "/applications/{id}/refusal", application)
                .then()
                .statusCode(200);
        as(someone.token())
                .get(API + "/me/application?asOf=" + applied)
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"))
                .body("refusedBecause", nullValue())
                .body("decision", nullValue());
        officer()
                .get(API + "/applications/{id}?asOf=" + today(), application)
                .then()
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("decision.reasonCode", equalTo("CONDITIONS_NOT_MET"));
        as(someone.token()).get(API + "/me").then().body("todo", empty());
        as(someone.token()).get(API + "/me/application?asOf=x").then().statusCode(400);
    }

    @Test
    void a_service_asks_whether_somebody_is_registered_on_a_day() {
        Someone someone = Someone.next();
        String id = register(someone, PIONEER).extract().path("counsellor");
        for (String token : List.of(Login.service("session-claims"), Login.officer())) {
            as(token)
                    .get(API + "/counsellors/{id}/standing?on=" + today(), id)
                    .then()
                    .statusCode(200)
                    .body("counsellor", equalTo(id))
                    .body("on", equalTo(today().toString()))
                    .body("registered", equalTo(true))
                    .body("reasonCode", nullValue());
        }
        as(Login.service("session-claims"))
                .get(API + "/counsellors/{id}/standing?on=" + today().minusDays(1), id)
                .then()
                .body("registered", equalTo(false))
                .body("reasonCode", equalTo("NOT_YET_REGISTERED"));
        officer().get(API + "/counsellors/{id}/standing?on=morgen", id).then().statusCode(400);
        officer()
                .get(API + "/counsellors/{id}/standing", UUID.randomUUID())
                .then()
                .statusCode(404);
        as(someone.token()).get(API + "/counsellors/{id}/standing", id).then().statusCode(403);
    }
}
