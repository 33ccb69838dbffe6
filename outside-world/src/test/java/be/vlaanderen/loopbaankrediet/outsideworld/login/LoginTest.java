package be.vlaanderen.loopbaankrediet.outsideworld.login;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LoginTest {

    private static final String CITIZEN = "87660415376";
    private static final String COUNSELLOR = "92712385412";
    private static final String OFFICER = "54691555728";

    private static void put(String ssin, String person) {
        given().contentType("application/json")
                .body(person)
                .put("/people/" + ssin)
                .then()
                .statusCode(200);
    }

    @BeforeEach
    void people() {
        put(CITIZEN, "{\"persona\": \"davy\"}");
        put(COUNSELLOR, "{\"persona\": \"Nick\", \"enterpriseNumber\": \"0417000723\"}");
        put(OFFICER, "{\"persona\": \"an\", \"officer\": true}");
    }

    private static ValidatableResponse token(Map<String, String> form) {
        return given().formParams(form).post("/login/token").then();
    }

    private static JsonNode claims(Map<String, String> form) throws Exception {
        String token = token(form)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .path("access_token");
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    @Test
    void a_citizen_logs_in_by_persona_in_any_case_or_by_number() throws Exception {
        for (String name : new String[] {"davy", "DAVY", CITIZEN}) {
            JsonNode claims = claims(Map.of("grant_type", "persona", "persona", name));
            assertEquals(CITIZEN, claims.path("rrn").asText());
            assertEquals("BUR", claims.path("vo_doelgroepcode").asText());
            assertEquals("loopbaankrediet", claims.path("aud").asText());
            assertEquals("http://localhost:8090/login", claims.path("iss").asText());
            assertFalse(claims.path("sub").asText().isEmpty());
            assertFalse(claims.path("vo_id").asText().isEmpty());
            long left = claims.path("exp").asLong() - Instant.now().getEpochSecond();
            assertTrue(left > 7 * 3600 && left <= 8 * 3600);
        }
    }

    @Test
    void a_citizen_of_whom_nothing_was_told_may_log_in() throws Exception {
        assertEquals(
                "00630300287",
                claims(Map.of("grant_type", "persona", "persona", "00630300287"))
                        .path("rrn")
                        .asText());
    }

    @Test
    void a_counsellor_acts_for_an_enterprise_unless_asking_to_be_a_citizen() throws Exception {
        JsonNode claims = claims(Map.of("grant_type", "persona", "persona", "nick"));
        assertEquals("EA", claims.path("vo_doelgroepcode").asText());
        assertEquals("0417000723", claims.path("vo_orgcode").asText());
        assertEquals(
                "loopbaanbegeleider:0417000723",
                claims.path("loopbaankrediet_rol_3d").path(0).asText());
        assertEquals(COUNSELLOR, claims.path("rrn").asText());
        JsonNode citizen = claims(Map.of("grant_type", "persona", "persona", "nick", "as", "citizen"));
        assertEquals("BUR", citizen.path("vo_doelgroepcode").asText());
        assertTrue(citizen.path("vo_orgcode").isMissingNode());
    }

    @Test
    void an_officer_works_for_the_government() throws Exception {
        JsonNode claims = claims(Map.of("grant_type", "persona", "persona", "an", "as", "officer"));
        assertEquals("GID", claims.path("vo_doelgroepcode").asText());
        assertEquals(
                "medewerker:" + claims.path("vo_orgcode").asText(),
                claims.path("loopbaankrediet_rol_3d").path(0).asText());
    }

    @Test
    void the_person_put_last_owns_a_persona() throws Exception {
        put(OFFICER, "{\"persona\": \"Davy\"}");
        assertEquals(
                OFFICER,
                claims(Map.of("grant_type", "persona", "persona", "davy"))
                        .path("rrn")
                        .asText());
        put(OFFICER, "{\"persona\": \"other\"}");
        token(Map.of("grant_type", "persona", "persona", "davy")).statusCode(400);
    }

    @Test
    void nobody_wears_a_hat_that_is_not_theirs() {
        for (String hat : new String[] {"counsellor", "officer"}) {
            token(Map.of("grant_type", "persona", "persona", "davy", "as", hat))
                    .statusCode(400)
                    .body("error", equalTo("invalid_grant"))
                    .body("error_description", notNullValue());
        }
        token(Map.of("grant_type", "persona", "persona", "davy", "as", "king"))
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    @Test
    void what_is_asked_wrongly_is_refused_in_the_words_of_oauth() {
        token(Map.of("grant_type", "persona", "persona", "nobody"))
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
        token(Map.of("grant_type", "persona", "persona", "87660415377"))
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
        token(Map.of("grant_type", "persona")).statusCode(400).body("error", equalTo("invalid_request"));
        token(Map.of("persona", "davy")).statusCode(400).body("error", equalTo("invalid_request"));
        token(Map.of("grant_type", "password")).statusCode(400).body("error", equalTo("unsupported_grant_type"));
        token(Map.of("grant_type", "client_credentials", "client_id", "payout-service", "client_secret", "wrong"))
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
        token(Map.of("grant_type", "client_credentials")).statusCode(401).body("error", equalTo("invalid_client"));
    }

    @Test
    void a_service_gets_a_token_without_a_person_by_form_or_header() throws Exception {
        JsonNode claims = claims(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                "payout-service",
                "client_secret",
                "test-client-secret"));
        assertEquals("payout-service", claims.path("client_id").asText());
        assertEquals("loopbaankrediet_service", claims.path("scope").asText());
        assertTrue(claims.path("rrn").isMissingNode());
        given().auth()
                .preemptive()
                .basic("payout-service", "test-client-secret")
                .formParam("grant_type", "client_credentials")
                .post("/login/token")
                .then()
                .statusCode(200)
                .body("token_type", equalTo("Bearer"));
    }

    private static final String VERIFIER = "a-verifier-that-only-the-front-end-knows-0123456789";
    private static final String BACK = "http://localhost:8080/aangemeld";

    private static Map<String, String> question() {
        return new HashMap<>(Map.of(
                "response_type", "code",
                "client_id", "front-ends",
                "redirect_uri", BACK,
                "code_challenge", Codes.challenge(VERIFIER),
                "code_challenge_method", "S256",
                "state", "s&1",
                "nonce", "n1",
                "as", "citizen"));
    }

    private static String codeFor(String persona) {
        String location = given().redirects()
                .follow(false)
                .queryParams(question())
                .formParam("persona", persona)
                .post("/login/authorize")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertTrue(location.startsWith(BACK + "?code="), location);
        assertTrue(location.endsWith("&state=s%261"), location);
        return location.substring(location.indexOf("code=") + 5, location.indexOf("&state"));
    }

    private static Map<String, String> exchange(String code) {
        return new HashMap<>(Map.of(
                "grant_type", "authorization_code",
                "client_id", "front-ends",
                "redirect_uri", BACK,
                "code", code,
                "code_verifier", VERIFIER));
    }

    @Test
    void who_logs_in_on_the_page_is_sent_back_with_a_code_that_gives_one_token() throws Exception {
        given().queryParams(question())
                .get("/login/authorize")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("form-action 'self' http://localhost:8080;"))
                .body(containsString("value=\"davy\""), not(containsString("value=\"Nick\"")));
        String code = codeFor("davy");
        JsonNode claims = claims(exchange(code));
        assertEquals(CITIZEN, claims.path("rrn").asText());
        assertEquals("BUR", claims.path("vo_doelgroepcode").asText());
        token(exchange(code)).statusCode(400).body("error", equalTo("invalid_grant"));
        String idToken =
                token(exchange(codeFor("davy"))).statusCode(200).extract().path("id_token");
        JsonNode identity = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(idToken.split("\\.", -1)[1]));
        assertEquals("front-ends", identity.path("aud").asText());
        assertEquals("n1", identity.path("nonce").asText());
        assertTrue(identity.path("rrn").isMissingNode());
    }

    @Test
    void a_stolen_code_is_worth_nothing_without_the_verifier() {
        Map<String, String> stolen = exchange(codeFor("davy"));
        stolen.put("code_verifier", "another-verifier-that-somebody-made-up-0123456789");
        token(stolen).statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void nobody_is_sent_to_another_site() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "redirect_uri", "http://localhost:8080.example.org/",
                        "client_id", "another",
                        "code_challenge_method", "plain",
                        "code_challenge", "short",
                        "response_type", "token")
                .entrySet()) {
            Map<String, String> question = question();
            question.put(wrong.getKey(), wrong.getValue());
            given().redirects()
                    .follow(false)
                    .queryParams(question)
                    .formParam("persona", "davy")
                    .post("/login/authorize")
                    .then()
                    .statusCode(400)
                    .header("Location", nullValue());
            given().queryParams(question).get("/login/authorize").then().statusCode(400);
        }
    }

    @Test
    void a_citizen_number_on_the_page_must_be_one() {
        given().queryParams(question())
                .formParam("number", "11111111111")
                .post("/login/authorize")
                .then()
                .statusCode(400)
                .body(containsString("role=\"alert\""));
    }

    @Test
    void every_service_has_a_secret_of_its_own() {
        Map<String, String> wallet = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                "wallet-service",
                "client_secret",
                "test-wallet-secret");
        token(wallet).statusCode(200);
        Map<String, String> withAnothersSecret = new HashMap<>(wallet);
        withAnothersSecret.put("client_secret", "test-client-secret");
        token(withAnothersSecret).statusCode(401);
    }

    @Test
    void a_token_is_signed_by_the_published_key() throws Exception {
        String token = token(Map.of("grant_type", "persona", "persona", "davy"))
                .extract()
                .path("access_token");
        String[] parts = token.split("\\.", -1);
        Base64.Decoder base64 = Base64.getUrlDecoder();
        JsonNode header = new ObjectMapper().readTree(base64.decode(parts[0]));
        JsonPath jwks =
                given().get("/login/jwks").then().statusCode(200).extract().jsonPath();
        assertEquals("RS256", header.path("alg").asText());
        assertEquals(jwks.getString("keys[0].kid"), header.path("kid").asText());
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(
                        new BigInteger(1, base64.decode(jwks.getString("keys[0].n"))),
                        new BigInteger(1, base64.decode(jwks.getString("keys[0].e"))))));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertTrue(signature.verify(base64.decode(parts[2])));
    }

    @Test
    void a_client_discovers_where_everything_is() {
        given().get("/login/.well-known/openid-configuration")
                .then()
                .statusCode(200)
                .body("issuer", equalTo("http://localhost:8090/login"))
                .body("jwks_uri", equalTo("http://localhost:8090/login/jwks"))
                .body("token_endpoint", equalTo("http://localhost:8090/login/token"));
    }
}
