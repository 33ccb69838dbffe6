package be.vlaanderen.loopbaankrediet.outsideworld.switches;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SwitchesTest {

    private static ValidatableResponse put(String switches) {
        return given().contentType("application/json")
                .body(switches)
                .put("/switches")
                .then();
    }

    @AfterEach
    void off() {
        put(
                "{\"payment\": {\"refuse\": false, \"delaySeconds\": 0, \"repeat\": 0}, \"magda\": {\"busy\": false, \"delaySeconds\": 0}}");
    }

    @Test
    void only_what_is_spoken_of_changes() {
        put("{\"magda\": {\"busy\": true, \"delaySeconds\": 1}}").statusCode(200);
        put("{\"payment\": {\"repeat\": 2}}").statusCode(200);
        put("{\"magda\": {\"busy\": false}}").statusCode(200);
        given().get("/switches")
                .then()
                .statusCode(200)
                .body("payment.repeat", equalTo(2))
                .body("payment.refuse", equalTo(false))
                .body("magda.busy", equalTo(false))
                .body("magda.delaySeconds", equalTo(1))
                .body("bank.refuse", equalTo(false));
    }

    @Test
    void nothing_takes_for_ever() {
        put("{\"bank\": {\"delaySeconds\": -1, \"repeat\": 1000}}")
                .statusCode(400)
                .body("issues.name", hasItems("bank.delaySeconds", "bank.repeat"));
        put("{\"magda\": {\"busy\": \"yes\"}}").statusCode(400).body("issues[0].name", equalTo("magda.busy"));
    }
}
