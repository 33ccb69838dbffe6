package be.vlaanderen.loopbaankrediet.providerregistry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DiplomaListsTest extends RunningRegistry {

    private static final String LIST = """
            code,from,to,name
            BA-NURSING,2030-01-01,,Bachelor in de verpleegkunde
            MA-SOCIAL-WORK,2027-01-01,2029-12-31,Master in het sociaal werk
            """;

    @Test
    void an_officer_sees_what_a_list_would_change_and_adds_it_once() {
        upload(Login.officer(), "decree=MB-2029-7&preview=true", LIST)
                .statusCode(200)
                .body("added", equalTo(false))
                .body("newLines.code", contains("BA-NURSING"))
                .body("endedLines.code", contains("MA-SOCIAL-WORK"))
                .body("errors", empty());
        given().get(API + "/diplomas?on=2030-01-01&limit=100").then().body("diplomas.code", not(hasItem("BA-NURSING")));
        for (int twice = 0; twice < 2; twice++) {
            upload(Login.officer(), "decree=MB-2029-7", LIST).statusCode(200).body("added", equalTo(true));
        }
        given().get(API + "/diplomas?on=2030-01-01&limit=100")
                .then()
                .body("diplomas.code", hasItem("BA-NURSING"))
                .body("diplomas.code", not(hasItem("MA-SOCIAL-WORK")));
        given().get(API + "/diplomas?on=2029-12-31&limit=100").then().body("diplomas.code", hasItem("MA-SOCIAL-WORK"));
        upload(Login.officer(), "decree=MB-2029-7", LIST + "BA-X,2030-01-01,,Bachelor\n")
                .statusCode(409)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:decree-exists"));
        officer()
                .get(API + "/diploma-lists?limit=100")
                .then()
                .statusCode(200)
                .body("lists.decree", hasItem("MB-2029-7"))
                .body("lists[0].officer.length()", equalTo(32));
    }

    @Test
    void a_list_with_a_wrong_line_is_not_added_and_names_it() {
        String wrong = "code,from,to,name\nBA-GOOD,2030-01-01,,Bachelor\nBA-WRONG,soon,,Bachelor\n";
        upload(Login.officer(), "decree=MB-WRONG&preview=true", wrong)
                .statusCode(200)
                .body("errors.line", contains(3));
        upload(Login.officer(), "decree=MB-WRONG", wrong)
                .statusCode(422)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:diploma-list-has-errors"))
                .body("errors.line", contains(3));
        given().get(API + "/diplomas?on=2030-01-01&limit=100").then().body("diplomas.code", not(hasItem("BA-GOOD")));
        upload(Login.officer(), "preview=true", LIST).statusCode(400);
        upload(Login.officer(), "decree=%00", LIST).statusCode(400);
        upload(Login.officer(), "decree=MB-1&preview=maybe", LIST).statusCode(400);
        upload(Login.officer(), "decree=MB-1", "\u00ff", StandardCharsets.ISO_8859_1)
                .statusCode(400);
        upload(Login.officer(), "decree=MB-EMPTY", "").statusCode(422);
        upload(Someone.next().token(), "decree=MB-1", LIST).statusCode(403);
        as(Someone.next().token()).get(API + "/diploma-lists").then().statusCode(403);
        officer().get(API + "/diploma-lists?after=x").then().statusCode(400);
    }

    private static ValidatableResponse upload(String token, String query, String list) {
        return upload(token, query, list, StandardCharsets.UTF_8);
    }

    private static ValidatableResponse upload(String token, String query, String list, Charset charset) {
        return given().auth()
                .oauth2(token)
                .config(RestAssured.config()
                        .encoderConfig(
                                EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.BINARY)))
                .contentType("text/csv")
                .body(list.getBytes(charset))
                .post(API + "/diploma-lists?" + query)
                .then();
    }
}
