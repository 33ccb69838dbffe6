package be.vlaanderen.loopbaankrediet.eligibility;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import be.vlaanderen.loopbaankrediet.eligibility.FakeSources.Control;
import be.vlaanderen.loopbaankrediet.eligibility.sources.MagdaXml;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeSources.class)
class RulesOverHttpTest {

    private static final String PARAMETERS = "/eligibility/v1/parameters";
    private static final String PORTFOLIO = "/eligibility/v1/me/portfolio";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @ConfigProperty(name = "magda.url")
    String sourcesUrl;

    @Inject
    TestClock clock;

    private Control sources;
    private String ssin;

    @BeforeEach
    void somebody_new() {
        sources = new Control(sourcesUrl);
        clock.set(TestClock.START);
        long first = 700_101_001L + PEOPLE.incrementAndGet();
        ssin = "%09d%02d".formatted(first, 97 - first % 97);
    }

    @Test
    void an_officer_reads_the_figures_of_a_day_with_their_source() {
        officer("?on=2027-01-01")
                .statusCode(200)
                .body("on", is("2027-01-01"))
                .body("ruleVersion", is("LOOPBAANKREDIET_2027"))
                .body("parameters.find { it.key == 'EXPERIENCE_DAYS' }.value", is(2_555))
                .body("parameters.find { it.key == 'EXPERIENCE_DAYS' }.unit", is("DAYS"))
                .body("parameters.find { it.key == 'CO_PAYMENT_PER_HOUR' }.value", is(2_500))
                .body("parameters.source", everyItem(notNullValue()))
                .body("parameters.firstDay", everyItem(is("2027-01-01")))
                .body("parameters.nextReview", everyItem(notNullValue()))
                .body("next", nullValue());
        officer("?on=2015-01-01")
                .statusCode(200)
                .body("ruleVersion", is("LOOPBAANCHEQUE_2013"))
                .body("parameters.find { it.key == 'EXPERIENCE_MONTHS' }.value", is(12))
                .body("parameters.find { it.key == 'EXPERIENCE_MONTHS' }.lastDay", is("2019-12-31"))
                .body("parameters.key", not(hasItem("EXPERIENCE_DAYS")));
        officer("?on=2001-01-01").statusCode(200).body("parameters", empty());
    }

    @Test
    void the_proposal_for_re_entrants_is_shown_as_what_it_is_while_it_is_off() {
        officer("?on=2027-01-01")
                .body("parameters.find { it.key == 'RE_ENTRY_WORKED_MONTHS' }.switchedOn", is(false))
                .body("parameters.find { it.key == 'EXPERIENCE_DAYS' }.switchedOn", is(true));
        sources.magda("GeefWerkrelaties", ssin, MagdaXml.contracts(MagdaXml.job(ssin, "2010-01-01", "2020-12-31")));
        sources.magda("GeefPersoon", ssin, MagdaXml.person(ssin, "BEL", "44021"));
        ask().statusCode(201)
                .body("failed", contains("NOT_WORKING"))
                .body("ruleVersion", is("LOOPBAANKREDIET_2027"))
                .body(
                        "alternatives.find { it.code == 'RE_ENTRY' }.text",
                        org.hamcrest.Matchers.containsString("Die regel geldt nu niet"));
    }

    @Test
    void the_figures_of_all_days_come_in_pages() {
        String next = officer("?limit=5")
                .statusCode(200)
                .body("parameters", hasSize(5))
                .extract()
                .path("next");
        officer("?limit=5&after=" + next)
                .statusCode(200)
                .body("parameters", hasSize(5))
                .body("parameters[0].key", is("HOURS_AFTER_ONE_CHEQUE"));
        officer("?after=999999").statusCode(200).body("parameters", empty()).body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?on=2027-02-30",
                "?on=x",
                "?limit=0",
                "?limit=101",
                "?limit=x",
                "?after=-1",
                "?after=%F0%9F%98%80"
            })
    void a_query_that_cannot_be_understood_is_a_400(String query) {
        officer(query).statusCode(400).contentType("application/problem+json").body("type", endsWith(":bad-request"));
    }

    @Test
    void only_an_officer_reads_the_figures() {
        for (String token : List.of(Login.citizen(ssin), Login.counsellor(ssin, "0492123758"), Login.service("x"))) {
            given().header("Authorization", "Bearer " + token)
                    .get(PARAMETERS)
                    .then()
                    .statusCode(403);
        }
        given().get(PARAMETERS).then().statusCode(401);
    }

    @Test
    void a_refusal_says_what_else_can_be_done_and_each_period_its_running_total() {
        sources.magda(
                "GeefWerkrelaties",
                ssin,
                MagdaXml.contracts(MagdaXml.job(ssin, "2024-01-01", "2024-01-31")
                        + MagdaXml.job(ssin, "2024-01-30", "2024-02-02")
                        + MagdaXml.job(ssin, "2026-01-01", "")));
        sources.magda("GeefPersoon", ssin, MagdaXml.person(ssin, "BEL", "44021"));
        ask().statusCode(201)
                .body("status", is("REFUSED"))
                .body(
                        "alternatives.code",
                        contains("SEND_EVIDENCE", "OBJECT", "CAREER_ORIENTATION", "REFLECTION_TOOLS"))
                .body("alternatives.title", hasItem("Loopbaanoriëntatie"))
                .body("alternatives.text", everyItem(notNullValue()))
                .body("explanation.periods.countedDays", contains(31, 2, 369))
                .body("explanation.periods.notCountedDays", contains(0, 2, 0))
                .body("explanation.periods.totalDays", contains(31, 33, 402));
    }

    @Test
    void the_portfolio_has_all_incentives_and_the_state_of_the_career_credit() {
        portfolio()
                .statusCode(200)
                .body("on", is("2027-01-04"))
                .body(
                        "incentives.code",
                        contains("CAREER_CREDIT", "TRAINING_VOUCHERS", "TRAINING_LEAVE", "TRAINING_CREDIT"))
                .body("incentives[0].state", is("NOT_REQUESTED"))
                .body("incentives[1].state", is("NOT_KNOWN_HERE"))
                // what others decide and pay is not told before they deliver it
                .body("incentives.findAll { it.code != 'CAREER_CREDIT' }.hours", everyItem(nullValue()))
                .body("incentives.findAll { it.code != 'CAREER_CREDIT' }.amountCents", everyItem(nullValue()))
                .body("incentives.conditions", everyItem(not(empty())))
                .body("incentives.where", everyItem(notNullValue()))
                .body("incentives.source", everyItem(notNullValue()));
        sources.magda("GeefWerkrelaties", ssin, MagdaXml.contracts(MagdaXml.job(ssin, "2010-01-01", "")));
        sources.magda("GeefPersoon", ssin, MagdaXml.person(ssin, "BEL", "44021"));
        String request =
                ask().statusCode(201).body("alternatives", empty()).extract().path("request");
        portfolio()
                .statusCode(200)
                .body("incentives[0].state", is("ENTITLED"))
                .body("incentives[0].hours", is(6))
                .body("incentives[0].amountCents", is(2_500))
                .body("incentives[0].request", is(request));
        given().header("Authorization", "Bearer " + Login.officer())
                .get(PORTFOLIO)
                .then()
                .statusCode(403);
    }

    @Test
    void an_officer_asks_who_would_gain_and_lose_and_what_it_would_cost() {
        whatIf("""
                {"on": "2027-06-01", "changes": {"EXPERIENCE_DAYS": 1825, "CO_PAYMENT_PER_HOUR_LOW_SKILLED": 2000},
                 "population": [
                  {"people": 100, "region": "FLANDERS", "education": "HIGH", "periods": [{"kind": "EMPLOYEE", "from": "2021-06-01"}]},
                  {"people": 10, "region": "FLANDERS", "education": "LOW", "periods": [{"kind": "EMPLOYEE", "from": "2010-01-01"}]},
                  {"region": "OTHER", "periods": []}]}""")
                .statusCode(200)
                .body("gaining", is(100))
                .body("losing", is(10))
                .body("same", is(1))
                .body("changes.find { it.key == 'EXPERIENCE_DAYS' }.before", is(2_555))
                .body("before.entitledPeople", is(10))
                .body("after.entitledPeople", is(110))
                .body("extraCents", is(100 * 50_340 - 10 * 6 * 500))
                .body("groups.effect", contains("GAINS", "LOSES", "SAME"))
                .body("groups[0].before.failed", contains("NOT_ENOUGH_EXPERIENCE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "{\"on\":\"2027-06-01\",\"population\":[]}",
                "{\"on\":\"2027-06-01\",\"population\":[null]}",
                "{\"on\":\"2027-06-01\",\"population\":[{\"region\":\"FLANDERS\"}]}",
                "{\"on\":\"2027-06-01\",\"population\":[{\"region\":\"MARS\",\"periods\":[]}]}",
                "{\"on\":\"2027-06-01\",\"population\":[{\"region\":\"OTHER\",\"periods\":[null]}]}",
                "{\"on\":\"2027-06-01\",\"population\":[{\"people\":0,\"region\":\"OTHER\",\"periods\":[]}]}",
                "{\"on\":\"2027-06-01\",\"population\":[{\"region\":\"OTHER\",\"periods\":[{\"kind\":\"OTHER\",\"from\":\"+999999999-12-31\"}]}]}",
                "{\"on\":\"2001-06-01\",\"population\":[{\"region\":\"OTHER\",\"periods\":[]}]}",
                "{\"on\":\"2027-06-01\",\"changes\":{\"X\":1},\"population\":[{\"region\":\"OTHER\",\"periods\":[]}]}",
                "{\"on\":\"2027-06-01\",\"changes\":{\"EXPERIENCE_DAYS\":null},\"population\":[{\"region\":\"OTHER\",\"periods\":[]}]}",
                "{\"on\":\"2027-06-01\",\"changes\":{\"EXPERIENCE_DAYS\":-1},\"population\":[{\"region\":\"OTHER\",\"periods\":[]}]}",
                "{\"on\":\"2027-06-01\",\"changes\":{\"EXPERIENCE_DAYS\":99999999999999999999},\"population\":[{\"region\":\"OTHER\",\"periods\":[]}]}",
                "{\"on\":\"2027-06-01\",\"changes\":{\"CHEQUES_PER_MONTH\":5},\"population\":[{\"region\":\"OTHER\",\"periods\":[]}]}"
            })
    void a_what_if_that_cannot_be_understood_is_a_400(String body) {
        whatIf(body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void a_what_if_is_bounded_and_for_officers() {
        String one = "{\"region\":\"OTHER\",\"periods\":[]},";
        String many = one.repeat(501);
        whatIf("{\"on\":\"2027-06-01\",\"population\":[" + many.substring(0, many.length() - 1) + "]}")
                .statusCode(400);
        given().header("Authorization", "Bearer " + Login.citizen(ssin))
                .contentType("application/json")
                .body("{}")
                .post("/eligibility/v1/what-if")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse whatIf(String body) {
        return given().header("Authorization", "Bearer " + Login.officer())
                .contentType("application/json")
                .body(body)
                .post("/eligibility/v1/what-if")
                .then();
    }

    private static ValidatableResponse officer(String query) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + Login.officer())
                .get(PARAMETERS + query)
                .then();
    }

    private ValidatableResponse portfolio() {
        return given().header("Authorization", "Bearer " + Login.citizen(ssin))
                .get(PORTFOLIO)
                .then();
    }

    private ValidatableResponse ask() {
        return given().header("Authorization", "Bearer " + Login.citizen(ssin))
                .header("Idempotency-Key", "k1")
                .contentType("application/json")
                .body("{}")
                .post("/eligibility/v1/me/requests")
                .then();
    }
}
