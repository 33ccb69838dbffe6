package be.vlaanderen.loopbaankrediet.outsideworld.bank;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NameCheckTest {

    private static final String OF_NELE = "BE68539007547034";
    private static final String OF_THE_PRACTICE = "BE71096123456769";

    private static ValidatableResponse check(String name, String iban) {
        return given().contentType("application/json")
                .body(Map.of("name", name, "iban", iban))
                .post("/names")
                .then();
    }

    @Test
    void an_account_is_in_the_name_of_the_person_or_enterprise_that_was_put_with_it() {
        put("/people/87660415376", "{\"name\": \"Nele Peeters\", \"iban\": \"" + OF_NELE + "\"}");
        put("/enterprises/0417000822", "{\"name\": \"Praktijk Kompas bv\", \"iban\": \"" + OF_THE_PRACTICE + "\"}");
        check("PEETERS Nèle", OF_NELE)
                .statusCode(200)
                .body("result", equalTo("MATCH"))
                .body("name", nullValue());
        check("N. Peeters", OF_NELE).body("result", equalTo("CLOSE_MATCH")).body("name", equalTo("Nele Peeters"));
        check("Dirk Maes", OF_NELE).body("result", equalTo("NO_MATCH")).body("name", nullValue());
        check("Praktijk Kompas", OF_THE_PRACTICE).body("result", equalTo("CLOSE_MATCH"));
        check("Praktijk Kompas bv", OF_THE_PRACTICE).body("result", equalTo("MATCH"));
        put("/people/87660415376", "{\"name\": \"Nele Peeters\"}");
        check("Nele Peeters", OF_NELE).body("result", equalTo("NOT_AVAILABLE"));
    }

    @Test
    void what_cannot_be_asked_or_put_is_refused() {
        check(" ", "BE00539007547034")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("issues.name", hasItems("name", "iban"));
        given().contentType("application/json")
                .body("null")
                .post("/names")
                .then()
                .statusCode(400);
        for (String path : new String[] {"/people/87660415376", "/enterprises/0417000822", "/enterprises/1"}) {
            given().contentType("application/json")
                    .body("{\"iban\": \"x\"}")
                    .put(path)
                    .then()
                    .statusCode(400)
                    .body("issues.name", hasItems("iban"));
        }
    }

    @Test
    void names_are_compared_as_people_read_them() {
        assertEquals(Names.Result.MATCH, Names.compare("Els Wouters", "wouters, els"));
        assertEquals(Names.Result.CLOSE_MATCH, Names.compare("Els Wauters", "Els Wouters"));
        assertEquals(Names.Result.CLOSE_MATCH, Names.compare("Els Wouters", "Els Maria Wouters"));
        assertEquals(Names.Result.NO_MATCH, Names.compare("Jan Janssens", "Els Wouters"));
        assertEquals(Names.Result.NO_MATCH, Names.compare("...", "Els Wouters"));
    }

    private static void put(String path, String body) {
        given().contentType("application/json").body(body).put(path).then().statusCode(200);
    }
}
