package be.vlaanderen.loopbaankrediet.outsideworld;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemsTest {

    private static void isProblem(ValidatableResponse response, int status) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body(not(containsString("Exception")));
    }

    @Test
    void every_mistake_of_a_caller_is_a_problem_document() {
        isProblem(given().get("/nowhere").then(), 404);
        isProblem(given().delete("/people").then(), 405);
        isProblem(given().accept("text/html").get("/people").then(), 406);
        isProblem(given().contentType("text/plain").body("x").put("/switches").then(), 415);
        isProblem(
                given().contentType("application/json")
                        .body("{")
                        .put("/switches")
                        .then(),
                400);
        isProblem(given().contentType("application/json").put("/switches").then(), 400);
        isProblem(
                given().contentType("application/json")
                        .body("{} {}")
                        .put("/switches")
                        .then(),
                400);
        isProblem(given().get("/bank/files/x").then(), 400);
        isProblem(
                given().header("X-File-Id", "big")
                        .body(new byte[3_145_729])
                        .post("/bank/files")
                        .then(),
                413);
    }

    @Test
    void the_app_says_that_it_is_healthy() {
        given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    }
}
