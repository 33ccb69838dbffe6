package be.vlaanderen.loopbaankrediet.outsideworld.clock;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClockResourceTest {

    private static ValidatableResponse move(String to) {
        return given().contentType("application/json")
                .body("{\"now\": \"" + to + "\"}")
                .put("/clock")
                .then();
    }

    private static JsonPath read(String query) {
        return given().get("/clock" + query).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void the_clock_can_be_moved_forward_but_not_back() {
        JsonPath before = read("");
        Instant next = Instant.parse(before.getString("now")).plus(Duration.ofHours(1));
        move(next.toString()).statusCode(200);
        JsonPath after = read("?after=" + before.getLong("version") + "&as=test");
        assertFalse(Instant.parse(after.getString("now")).isBefore(next));
        assertTrue(after.getLong("version") > before.getLong("version"));
        move(before.getString("now")).statusCode(409).contentType("application/problem+json");
    }

    @Test
    void who_knows_no_version_yet_is_answered_at_once() {
        assertTrue(read("?after=-1&as=test").getLong("version") > 0);
    }

    @Test
    void what_is_no_time_or_no_version_is_refused() {
        move("tomorrow").statusCode(400).body("issues[0].name", equalTo("now"));
        move("2999-01-01T00:00:00Z").statusCode(400);
        given().contentType("application/json").body("{}").put("/clock").then().statusCode(400);
        given().get("/clock?after=x").then().statusCode(400);
        given().get("/clock?after=1&as=a b").then().statusCode(400);
    }
}
