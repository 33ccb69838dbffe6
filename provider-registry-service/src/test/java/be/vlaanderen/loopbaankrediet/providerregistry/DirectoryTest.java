package be.vlaanderen.loopbaankrediet.providerregistry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectoryTest extends RunningRegistry {

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
        given().get(API + "/directory/" + id)
                .then()
                .statusCode(200)
                .body("counsellor", equalTo(id))
                .body("name", equalTo("Nele Peeters"))
                .body("size()", is(7));
        given().get(API + "/directory/" + incomplete)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:counsellor-unknown"));
        assertFalse(all("limit=100").contains(incomplete), "who is not registered does not stand in the directory");
        String everything = given().get(API + "/directory?limit=100").asString();
        for (String personal : List.of("BE68539007547034", "nele.peeters@example.be", "ssin", "iban", "enterprise")) {
            assertFalse(everything.contains(personal), personal);
        }
    }

    @Test
    void the_directory_is_public_to_who_brings_a_token_that_is_not_accepted_too() {
        for (String token : Login.notAccepted(Someone.next().ssin())) {
            as(token).get(API + "/directory").then().statusCode(200);
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
    void the_nearest_counsellors_come_first_with_their_distance() {
        List<String> made = new ArrayList<>();
        for (Map<String, String> place : List.of(
                Map.of("municipality", "Voeren", "postalCode", "3798"),
                Map.of("municipality", "Tongeren", "postalCode", "3700"),
                Map.of("municipality", "Hoeselt", "postalCode", "3730"))) {
            Map<String, Object> form = form(Someone.next(), PIONEER);
            form.put("places", List.of(place));
            form.put("themes", List.of("MOTIVES"));
            form.put("targetGroups", List.of("WORK_DISABILITY"));
            made.add(post(form).extract().path("counsellor"));
        }
        String search = "theme=MOTIVES&targetGroup=WORK_DISABILITY&mode=FACE_TO_FACE&language=nl";
        given().get(API + "/directory?near=3700&" + search)
                .then()
                .statusCode(200)
                .body("near", equalTo("Tongeren-Borgloon"))
                .body("counsellors.counsellor", contains(made.get(1), made.get(2), made.get(0)))
                .body("counsellors.distanceKm", contains(0, 10, 21));
        given().get(API + "/directory?near=Tongeren&withinKm=15&" + search)
                .then()
                .body("counsellors.counsellor", contains(made.get(1), made.get(2)));
        assertEquals(List.of(made.get(1), made.get(2), made.get(0)), all("near=borgloon&limit=1&" + search));
        given().get(API + "/directory?" + search)
                .then()
                .body("counsellors.counsellor", containsInAnyOrder(made.toArray()))
                .body("counsellors[0].distanceKm", nullValue());
    }

    @Test
    void the_order_is_drawn_anew_each_day_and_a_reading_over_midnight_goes_on_in_its_own_order() {
        List<String> made = IntStream.range(0, 7)
                .mapToObj(i -> registerAt("Wervik", Someone.next()))
                .toList();
        List<String> today = all("municipality=Wervik");
        String next =
                given().get(API + "/directory?municipality=Wervik&limit=4").path("next");
        clock.pass(Duration.ofDays(1));
        List<String> tomorrow = all("municipality=Wervik");
        assertNotEquals(today, tomorrow);
        assertEquals(new HashSet<>(made), new HashSet<>(tomorrow));
        given().get(API + "/directory?municipality=Wervik&after=" + next)
                .then()
                .body("counsellors.counsellor", contains(today.subList(4, 7).toArray()));
    }

    @Test
    void an_unknown_place_gets_suggestions() {
        given().get(API + "/directory?near=Gendt")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("issues[0].name", equalTo("near"))
                .body("issues[0].detail", containsString("Bedoelt u Gent"))
                .body("suggestions", hasItem("Gent"));
    }

    @Test
    void municipalities_are_suggested_while_somebody_types() {
        given().get(API + "/directory/municipalities?query=gen")
                .then()
                .statusCode(200)
                .body("municipalities.name[0]", equalTo("Genk"))
                .body("municipalities.name[1]", equalTo("Gent"))
                .body("municipalities.name", hasItem("Sint-Genesius-Rode"))
                .body("municipalities[1].postalCodes", hasItem("9050"))
                .body("next", nullValue());
        String next =
                given().get(API + "/directory/municipalities?query=gen&limit=1").path("next");
        given().get(API + "/directory/municipalities?query=gen&limit=1&after=" + next)
                .then()
                .body("municipalities.name", contains("Gent"));
        for (String query : List.of("query=%00", "limit=0", "after=x")) {
            given().get(API + "/directory/municipalities?" + query).then().statusCode(400);
        }
    }

    @Test
    void who_asks_again_with_the_etag_is_told_when_nothing_changed() {
        String etag = given().get(API + "/directory?municipality=Nergens")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=60"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", etag)
                .get(API + "/directory?municipality=Nergens")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(etag));
        registerAt("Nergens", Someone.next());
        given().header("If-None-Match", etag)
                .get(API + "/directory?municipality=Nergens")
                .then()
                .statusCode(200);
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
                "targetGroup=EVERYBODY",
                "near=%00",
                "withinKm=10",
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
}
