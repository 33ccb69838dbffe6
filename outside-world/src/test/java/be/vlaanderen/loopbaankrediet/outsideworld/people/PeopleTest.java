package be.vlaanderen.loopbaankrediet.outsideworld.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PeopleTest {

    private static final String SSIN = "87660415376";

    private static ValidatableResponse put(String ssin, String person) {
        return given().contentType("application/json")
                .body(person)
                .put("/people/" + ssin)
                .then();
    }

    @Test
    void a_person_can_be_described_and_listed() {
        put(SSIN, """
                {"region": "WALLONIA", "worksInFlandersOrBrussels": false, "education": "LOW", "diplomaRecognised": null, "chequesUsed": 1,
                 "outplacement": false, "periods": [{"from": "2010-01-01", "to": null, "kind": "EMPLOYEE", "cancelled": false}]}""")
                .statusCode(200)
                .body("ssin", equalTo(SSIN))
                .body("region", equalTo("WALLONIA"))
                .body("periods[0].kind", equalTo("EMPLOYEE"));
        given().get("/people").then().statusCode(200).body("people.ssin", hasItem(SSIN));
    }

    @Test
    void everything_has_a_default() {
        put(SSIN, "{}").statusCode(200).body("region", equalTo("FLANDERS")).body("chequesUsed", equalTo(0));
    }

    @Test
    void a_number_that_is_none_is_refused() {
        put("87660415377", "{}").statusCode(400).body("issues.name", hasItem("ssin"));
    }

    @Test
    void all_that_is_wrong_is_named() {
        put(SSIN, """
                {"chequesUsed": -1, "enterpriseNumber": "0417000120", "persona": "12345678901", "name": " ",
                 "periods": [null, {"from": "2020-01-02", "to": "2020-01-01", "kind": "EMPLOYEE"}]}""")
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "issues.name",
                        hasItems(
                                "chequesUsed",
                                "enterpriseNumber",
                                "persona",
                                "name",
                                "periods[0].from",
                                "periods[0].kind",
                                "periods[1].to"));
    }

    @Test
    void words_and_days_that_do_not_exist_are_refused() {
        put(SSIN, "{\"region\": \"MARS\"}").statusCode(400).body("issues[0].name", equalTo("region"));
        put(SSIN, "{\"chequesUsed\": 1.5}").statusCode(400).body("issues[0].name", equalTo("chequesUsed"));
        put(SSIN, "{\"shoeSize\": 43}").statusCode(400).body("issues[0].name", equalTo("shoeSize"));
        put(SSIN, "{\"periods\": [{\"from\": \"2021-02-29\", \"kind\": \"EMPLOYEE\"}]}")
                .statusCode(400)
                .body("issues[0].name", equalTo("periods[0].from"));
        put(SSIN, "{\"periods\": [{\"from\": 5, \"kind\": \"EMPLOYEE\"}]}").statusCode(400);
    }

    @Test
    void every_golden_case_describes_a_person() throws IOException {
        Path cases = Path.of("../../shared/cases/eligibility.jsonl");
        Assumptions.assumeTrue(Files.exists(cases), "the golden cases are not here");
        List<String> lines = Files.readAllLines(cases);
        for (String line : lines) {
            put(SSIN, line).statusCode(200);
        }
    }
}
