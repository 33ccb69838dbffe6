package be.vlaanderen.loopbaankrediet.frontends;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LoginAndService.class)
class FrontEndsTest {

    private static final String OUR_PAGES = "http://localhost:8080";

    @BeforeEach
    void nothing_asked_yet() {
        LoginAndService.ASKED.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mijn-loopbaankrediet", "begeleider", "beheer"})
    void a_page_may_run_only_our_scripts_and_talk_only_to_us(String front) {
        given().get("/" + front + "/")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'"),
                                containsString("script-src 'self'"),
                                containsString("frame-ancestors 'none'"),
                                not(containsString("unsafe"))))
                .header("Cache-Control", "no-cache")
                .body(containsString("/static/bundle/" + front));
    }

    @Test
    void another_page_finds_the_citizen_s_element_at_an_address_that_stays() {
        given().get("/mijn-loopbaankrediet/element.js")
                .then()
                .statusCode(200)
                .contentType(containsString("javascript"));
    }

    @Test
    void a_page_is_found_without_its_last_slash_too() {
        given().redirects()
                .follow(false)
                .get("/beheer")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/beheer/"));
    }

    @Test
    void who_logs_in_is_sent_to_the_login_with_a_challenge_and_keeps_the_verifier_where_no_script_reads_it() {
        Response begin = begin("#/boekingen");
        Map<String, String> asked = query(begin.header("Location"));
        assertEquals("S256", asked.get("code_challenge_method"));
        assertEquals(43, asked.get("code_challenge").length());
        assertEquals("citizen", asked.get("as"));
        Cookie pending = begin.detailedCookie("aanmelding");
        assertTrue(pending.isHttpOnly());
        assertEquals("Lax", pending.getSameSite());
        assertEquals("/mijn-loopbaankrediet", pending.getPath());
    }

    @Test
    void after_the_login_one_is_back_where_one_was_and_the_token_is_in_no_script_s_reach() {
        Response back = loggedIn("#/boekingen");
        assertEquals(OUR_PAGES + "/mijn-loopbaankrediet/#/boekingen", back.header("Location"));
        Cookie session = back.detailedCookie("sessie");
        assertTrue(session.isHttpOnly());
        assertEquals("/mijn-loopbaankrediet", session.getPath());
        assertFalse(session.getValue().contains("the-token"), "sealed");
        assertTrue(LoginAndService.REDEEMED.get().contains("code_verifier="));
        given().cookie("sessie", session.getValue())
                .get("/mijn-loopbaankrediet/wie")
                .then()
                .statusCode(200)
                .body("name", is("An De Smet"));
    }

    @Test
    void a_call_goes_to_the_service_with_the_token_and_without_our_cookie() {
        String session = loggedIn("").cookie("sessie");
        given().cookie("sessie", session)
                .get("/mijn-loopbaankrediet/api/wallet/v1/me?asOf=2027-03-31")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("granted", is(6));
        assertEquals(
                new LoginAndService.Asked("GET", "/wallet/v1/me?asOf=2027-03-31", "Bearer the-token", "null"),
                LoginAndService.ASKED.getFirst());
    }

    @Test
    void a_cookie_that_we_did_not_seal_brings_no_token() {
        given().cookie("sessie", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA")
                .header("Authorization", "Bearer of-somebody")
                .get("/mijn-loopbaankrediet/api/wallet/v1/me");
        assertEquals("null", LoginAndService.ASKED.getFirst().authorization());
    }

    @Test
    void nothing_is_changed_from_the_page_of_somebody_else() {
        given().cookie("sessie", loggedIn("").cookie("sessie"))
                .header("Origin", "https://voorbeeld.be")
                .post("/mijn-loopbaankrediet/api/wallet/v1/me/bookings")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", endsWith("foreign-page"));
        assertTrue(LoginAndService.ASKED.isEmpty());
    }

    @Test
    void our_own_page_may_change_things() {
        given().cookie("sessie", loggedIn("").cookie("sessie"))
                .header("Origin", OUR_PAGES)
                .contentType("application/json")
                .body("{}")
                .post("/mijn-loopbaankrediet/api/wallet/v1/me/bookings")
                .then()
                .statusCode(200);
        assertEquals("POST", LoginAndService.ASKED.getFirst().method());
    }

    @Test
    void a_front_end_reaches_only_the_services_that_it_needs() {
        given().get("/begeleider/api/wallet/v1/me").then().statusCode(404);
        assertTrue(LoginAndService.ASKED.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%61pi/wallet/api/wallet/v1/me", "/api/wallet/%2e%2e/q/metrics", "/api/wallet/../../x"})
    void no_way_of_writing_an_address_leads_past_the_api(String path) {
        given().urlEncodingEnabled(false)
                .get("/mijn-loopbaankrediet" + path)
                .then()
                .statusCode(404);
        assertTrue(LoginAndService.ASKED.isEmpty());
    }

    @Test
    void a_service_that_does_not_answer_is_said_so() {
        given().get("/beheer/api/payout/v1/batches").then().statusCode(502);
    }

    @Test
    void an_answer_of_the_login_to_a_question_of_somebody_else_logs_nobody_in() {
        Response back = given().redirects()
                .follow(false)
                .cookie("aanmelding", begin("").cookie("aanmelding"))
                .get("/mijn-loopbaankrediet/terug?code=abc&state=another");
        assertTrue(back.header("Location").endsWith("#/aanmelden-mislukt"));
        assertFalse(back.cookies().containsKey("sessie"));
    }

    @Test
    void a_token_with_another_nonce_logs_nobody_in() {
        Response begin = begin("");
        LoginAndService.NONCE.set("another");
        finish(begin).then().header("Location", endsWith("#/aanmelden-mislukt"));
    }

    @Test
    void a_link_to_the_login_sends_nobody_elsewhere_afterwards() {
        assertEquals(
                OUR_PAGES + "/mijn-loopbaankrediet/", loggedIn("//voorbeeld.be").header("Location"));
    }

    @Test
    void who_logs_out_has_no_session_any_more() {
        Response end = given().header("Origin", OUR_PAGES).post("/mijn-loopbaankrediet/afmelden");
        assertEquals(204, end.statusCode());
        assertEquals(0, end.detailedCookie("sessie").getMaxAge());
        given().get("/mijn-loopbaankrediet/wie").then().statusCode(204);
    }

    private static Response begin(String to) {
        return given().redirects()
                .follow(false)
                .queryParam("naar", to)
                .get("/mijn-loopbaankrediet/aanmelden")
                .then()
                .statusCode(303)
                .extract()
                .response();
    }

    private static Response loggedIn(String to) {
        Response begin = begin(to);
        LoginAndService.NONCE.set(query(begin.header("Location")).get("nonce"));
        return finish(begin);
    }

    private static Response finish(Response begin) {
        return given().redirects()
                .follow(false)
                .cookie("aanmelding", begin.cookie("aanmelding"))
                .queryParam("code", "abc")
                .queryParam("state", query(begin.header("Location")).get("state"))
                .get("/mijn-loopbaankrediet/terug");
    }

    private static Map<String, String> query(String url) {
        return Arrays.stream(URI.create(url).getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
