package be.vlaanderen.loopbaankrediet.providerregistry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProfileTest extends RunningRegistry {

    @Test
    void the_public_finds_who_can_take_somebody_until_that_lapses() {
        Someone someone = Someone.next();
        String id = registerAt("Alveringem", someone);
        String search = API + "/directory?municipality=Alveringem&freeCapacity=true";
        given().get(search).then().body("counsellors", empty());
        capacity(someone, 3, 10).statusCode(200).body("places", equalTo(3));
        capacity(someone, 3, 10).statusCode(200);
        given().get(search)
                .then()
                .body("counsellors.counsellor", contains(id))
                .body("counsellors[0].capacity.places", equalTo(3))
                .body(
                        "counsellors[0].capacity.until",
                        equalTo(today().plusDays(10).toString()));
        as(someone.token()).get(API + "/me").then().body("capacity.places", equalTo(3));
        capacity(someone, 0, 10).statusCode(200);
        given().get(search).then().body("counsellors", empty());
        capacity(someone, 1, 10).statusCode(200);
        clock.pass(Duration.ofDays(11));
        given().get(search).then().body("counsellors", empty());
        given().get(API + "/directory?municipality=Alveringem")
                .then()
                .body("counsellors.counsellor", contains(id))
                .body("counsellors[0].capacity", nullValue());
        given().get(API + "/directory?freeCapacity=yes").then().statusCode(400);
    }

    @Test
    void a_capacity_that_cannot_be_right_is_refused() {
        Someone someone = Someone.next();
        capacity(someone, 1, 1).statusCode(404);
        register(someone, PIONEER);
        capacity(someone, 1, 63)
                .statusCode(422)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:capacity-day-out-of-range"));
        capacity(someone, 1, -1).statusCode(422);
        for (Object places : List.of(-1, 100, "drie", 1.5)) {
            as(someone.token())
                    .body(Map.of("places", places, "until", today().toString()))
                    .put(API + "/me/capacity")
                    .then()
                    .statusCode(400)
                    .contentType(Problem.MEDIA_TYPE);
        }
        Someone incomplete = Someone.next();
        register(incomplete, List.of());
        capacity(incomplete, 1, 1)
                .statusCode(409)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:not-registered"));
        as(Login.officer()).body(Map.of()).put(API + "/me/capacity").then().statusCode(403);
    }

    @Test
    void a_counsellor_changes_what_the_public_sees() {
        Someone someone = Someone.next();
        String id = register(someone, PIONEER).extract().path("counsellor");
        Map<String, Object> profile = profile();
        profile.put("agendaLink", "https://agenda.example.be/nele?lang=nl");
        as(someone.token())
                .body(profile)
                .put(API + "/me/profile")
                .then()
                .statusCode(200)
                .body("profile.name", equalTo("Nele Peeters"));
        as(someone.token())
                .get(API + "/me/profile")
                .then()
                .statusCode(200)
                .body("profile.places[0].municipality", equalTo("Spiere-Helkijn"))
                .body("profile.themes", contains("OTHER"));
        given().get(API + "/directory?municipality=8587&theme=OTHER")
                .then()
                .body("counsellors.counsellor", contains(id))
                .body("counsellors[0].agendaLink", equalTo("https://agenda.example.be/nele?lang=nl"));
        for (Map.Entry<String, Object> each : List.<Map.Entry<String, Object>>of(
                Map.entry("agendaLink", "http://agenda.example.be"),
                Map.entry("agendaLink", "javascript:alert(1)"),
                Map.entry("agendaLink", "https://a.be/\"onclick=\"x"),
                Map.entry("agendaLink", "https://u:p@a.be"),
                Map.entry("languages", List.of("qq")),
                Map.entry("places", List.of()),
                Map.entry("name", "Iemand Anders"))) {
            Map<String, Object> wrong = profile();
            wrong.put(each.getKey(), each.getValue());
            as(someone.token())
                    .body(wrong)
                    .put(API + "/me/profile")
                    .then()
                    .statusCode(400)
                    .contentType(Problem.MEDIA_TYPE);
        }
        as(Someone.next().token()).get(API + "/me/profile").then().statusCode(404);
    }

    @Test
    void a_counsellor_changes_how_to_be_reached() {
        Someone someone = Someone.next();
        register(someone, PIONEER);
        as(someone.token())
                .body(Map.of(
                        "email",
                        "nieuw@example.be",
                        "address",
                        Map.of("street", "Kaai 1", "postalCode", "9000", "municipality", "Gent")))
                .put(API + "/me/contact")
                .then()
                .statusCode(200);
        as(someone.token())
                .get(API + "/me/contact")
                .then()
                .statusCode(200)
                .body("email", equalTo("nieuw@example.be"))
                .body("address.street", equalTo("Kaai 1"));
        as(someone.token())
                .body(Map.of("email", "nieuw"))
                .put(API + "/me/contact")
                .then()
                .statusCode(400);
    }

    private ValidatableResponse capacity(Someone someone, int places, int days) {
        return as(someone.token())
                .body(Map.of("places", places, "until", today().plusDays(days).toString()))
                .put(API + "/me/capacity")
                .then();
    }

    private static Map<String, Object> profile() {
        return new HashMap<>(Map.of(
                "places",
                List.of(Map.of("municipality", "Spiere-Helkijn", "postalCode", "8587")),
                "languages",
                List.of("nl", "fr"),
                "modes",
                List.of("ONLINE"),
                "themes",
                List.of("OTHER")));
    }
}
