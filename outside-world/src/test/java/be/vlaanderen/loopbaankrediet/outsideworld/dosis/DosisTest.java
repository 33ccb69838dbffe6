package be.vlaanderen.loopbaankrediet.outsideworld.dosis;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DosisTest {

    private static ValidatableResponse push(String token, String body) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(body)
                .post("/api/v2/dosis/dossiers")
                .then();
    }

    private static String dossier(String status) {
        return "{\"id\": \"d1\", \"rijksregisternummer\": \"87660415376\", \"status\": \"" + status + "\"}";
    }

    @Test
    void the_last_status_of_a_dossier_is_what_a_citizen_sees() {
        push("test-dosis-token", dossier("IN_BEHANDELING")).statusCode(200);
        push("test-dosis-token", dossier("GOEDGEKEURD")).statusCode(200);
        given().queryParam("rijksregisternummer", "87660415376")
                .get("/api/v2/dosis/dossiers")
                .then()
                .statusCode(200)
                .body("dossiers.status", contains("GOEDGEKEURD"));
    }

    @Test
    void only_a_connected_service_may_push_and_only_a_whole_dossier() {
        push("another", dossier("IN_BEHANDELING")).statusCode(401);
        push("test-dosis-token", "{\"id\": \"d2\"}")
                .statusCode(400)
                .body("issues.name", hasItem("rijksregisternummer"));
        push("test-dosis-token", "[]").statusCode(400);
    }
}
