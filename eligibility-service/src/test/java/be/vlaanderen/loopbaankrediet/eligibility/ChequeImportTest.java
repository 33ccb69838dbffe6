package be.vlaanderen.loopbaankrediet.eligibility;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.eligibility.FakeSources.Control;
import be.vlaanderen.loopbaankrediet.eligibility.sources.MagdaXml;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeSources.class)
class ChequeImportTest {

    private static final String IMPORTS = "/eligibility/v1/used-cheques/imports";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @ConfigProperty(name = "magda.url")
    String sourcesUrl;

    @Inject
    TestClock clock;

    private Control sources;

    @BeforeEach
    void start() {
        sources = new Control(sourcesUrl);
        clock.set(TestClock.START);
    }

    @AfterEach
    void nobody_used_a_cheque() {
        sources.put("vdab/used-cheques.csv", 200, "ssin,usedOn\n");
    }

    @Test
    void a_file_is_read_and_a_repeat_counts_nothing_twice() {
        String person = ssin();
        String twice = person + ",2024-02-03\n" + person + ",2024-02-03\n";
        sources.put("vdab/used-cheques.csv", 200, "ssin,usedOn\n" + twice + ssin() + ",2020-01-01\n");
        String first = imported("USED_CHEQUES")
                .body("state", is("DONE"))
                .body("linesRead", is(3))
                .body("accepted", is(3))
                .body("refused", is(0))
                .body("added", is(3))
                .body("officer", matchesPattern("[0-9a-f]{32}"))
                .extract()
                .path("id");
        imported("USED_CHEQUES").body("state", is("DONE")).body("added", is(0)).body("removed", is(0));
        officer().get(IMPORTS + "/" + first + "/errors").then().statusCode(200).body("errors", empty());
        String next = officer()
                .get(IMPORTS + "?limit=1")
                .then()
                .statusCode(200)
                .body("imports", hasSize(1))
                .extract()
                .path("next");
        officer().get(IMPORTS + "?limit=1&after=" + next).then().statusCode(200).body("imports", hasSize(1));
        sources.put("vdab/used-cheques.csv", 200, "ssin,usedOn\n" + person + ",2024-02-03\n");
        imported("USED_CHEQUES").body("added", is(0)).body("removed", is(2));
    }

    @Test
    void the_imported_history_decides_what_is_carried_over() {
        String person = ssin();
        sources.put("vdab/used-cheques.csv", 200, "ssin,usedOn\n" + person + ",2024-02-03\n");
        imported("USED_CHEQUES").body("state", is("DONE"));
        nobody_used_a_cheque();
        sources.magda("GeefWerkrelaties", person, MagdaXml.contracts(MagdaXml.job(person, "2010-01-01", "")));
        sources.magda("GeefPersoon", person, MagdaXml.person(person, "BEL", "44021"));
        given().header("Authorization", "Bearer " + Login.citizen(person))
                .contentType("application/json")
                .body("{}")
                .post("/eligibility/v1/me/requests")
                .then()
                .statusCode(201)
                .body("hours", is(2));
    }

    @Test
    void each_line_that_cannot_be_read_is_told_with_its_number_and_the_others_are_taken_in() {
        String good = ssin();
        sources.put(
                "vdab/used-cheques.csv",
                200,
                "\uFEFFssin,usedOn\r\n" + good + ",2024-02-03\r\n12345678901,2024-01-01\r\n\r\n" + good
                        + ",2024-02-30\r\n" + good + "\r\n" + "x".repeat(100_000) + "\r\n\uD83D\uDE00,\r\n");
        String id = imported("USED_CHEQUES")
                .body("state", is("DONE"))
                .body("linesRead", is(6))
                .body("accepted", is(1))
                .body("refused", is(5))
                .body("removed", is(0))
                .extract()
                .path("id");
        officer()
                .get(IMPORTS + "/" + id + "/errors?limit=2")
                .then()
                .statusCode(200)
                .body("errors.line", contains(3, 5))
                .body("errors.problem", contains("CITIZEN_NUMBER", "DAY"))
                .body("next", is("5"));
        String report = officer()
                .get(IMPORTS + "/" + id + "/errors?after=5")
                .then()
                .statusCode(200)
                .body("errors.line", contains(6, 7, 8))
                .body("errors.problem", contains("COLUMNS", "COLUMNS", "CITIZEN_NUMBER"))
                .body("next", nullValue())
                .extract()
                .asString();
        assertTrue(!report.contains(good));
    }

    @Test
    void a_file_that_does_not_come_or_is_another_one_changes_nothing() {
        sources.put("vdab/used-cheques.csv", 503, "");
        imported("USED_CHEQUES").body("state", is("FAILED")).body("failure", is("HTTP_503"));
        sources.put("vdab/used-cheques.csv", 200, "<html>");
        imported("USED_CHEQUES").body("state", is("FAILED")).body("failure", is("OTHER_HEADER"));
    }

    @Test
    void a_hundred_thousand_lines_are_no_burden() {
        String lines = IntStream.range(0, 100_000)
                .mapToObj(i -> valid(600_101_001L + i % 28_000) + ",2019-05-0" + (1 + i / 28_000))
                .collect(Collectors.joining("\n"));
        sources.put("vdab/used-cheques.csv", 200, "ssin,usedOn\n" + lines);
        imported("USED_CHEQUES")
                .body("state", is("DONE"))
                .body("accepted", is(100_000))
                .body("refused", is(0));
    }

    @Test
    void unused_bought_cheques_are_listed_with_pseudonym_number_amount_and_account() {
        String person = ssin();
        String other = ssin();
        sources.put(
                "vdab/unused-cheques.csv",
                200,
                "ssin,boughtOn,amountCents,iban\n" + person + ",2025-03-01,4500,BE68539007547034\n" + person
                        + ",2025-11-01,9000,BE68 5390 0754 7034\n" + other + ",2025-11-01,9000,BE71096123456769\n"
                        + other + ",2025-11-02,9000,BE71096123456768\n" + other + ",2025-11-02,0,BE71096123456769\n");
        String id = imported("UNUSED_CHEQUES")
                .body("accepted", is(3))
                .body("refused", is(2))
                .extract()
                .path("id");
        officer().get(IMPORTS + "/" + id + "/errors").then().body("errors.problem", contains("IBAN", "AMOUNT"));
        imported("UNUSED_CHEQUES").body("added", is(0));
        String csv = officer()
                .get("/eligibility/v1/used-cheques/refunds")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .header("Cache-Control", "no-store")
                .body(not(containsString(person)))
                .extract()
                .asString();
        List<String> lines = csv.lines().toList();
        assertEquals("citizen,cheques,amountCents,iban", lines.getFirst());
        assertEquals(3, lines.size());
        assertTrue(lines.stream().anyMatch(line -> line.endsWith(",2,13500,BE68539007547034")), csv);
        assertTrue(lines.stream().anyMatch(line -> line.endsWith(",1,9000,BE71096123456769")), csv);
        UUID.fromString(lines.get(1).split(",", -1)[0]);
    }

    @Test
    void only_an_officer_imports_with_a_key_and_a_known_file() {
        for (String token : List.of(Login.citizen(ssin()), Login.service("x"))) {
            given().header("Authorization", "Bearer " + token)
                    .get(IMPORTS)
                    .then()
                    .statusCode(403);
            given().header("Authorization", "Bearer " + token)
                    .get("/eligibility/v1/used-cheques/refunds")
                    .then()
                    .statusCode(403);
        }
        officer()
                .contentType("application/json")
                .body("{}")
                .post(IMPORTS)
                .then()
                .statusCode(400);
        officer()
                .header("Idempotency-Key", "bad-file")
                .contentType("application/json")
                .body("{\"file\":\"OTHER\"}")
                .post(IMPORTS)
                .then()
                .statusCode(400);
        officer().get(IMPORTS + "/" + UUID.randomUUID()).then().statusCode(404);
        officer().get(IMPORTS + "/" + UUID.randomUUID() + "/errors").then().statusCode(404);
        officer().get(IMPORTS + "?limit=1000").then().statusCode(400);
    }

    @Test
    void the_same_key_is_the_same_import() {
        String key = UUID.randomUUID().toString();
        String id = begin(key, "USED_CHEQUES").extract().path("id");
        begin(key, "USED_CHEQUES").body("id", is(id));
        done(id);
    }

    private ValidatableResponse imported(String file) {
        String id = begin(UUID.randomUUID().toString(), file).extract().path("id");
        return done(id);
    }

    private ValidatableResponse begin(String key, String file) {
        return officer()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"file\":\"" + file + "\"}")
                .post(IMPORTS)
                .then()
                .statusCode(202)
                .header("Location", containsString(IMPORTS + "/"));
    }

    private static ValidatableResponse done(String id) {
        await().atMost(ofSeconds(30))
                .until(() -> !officer()
                        .get(IMPORTS + "/" + id)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("state")
                        .equals("RUNNING"));
        return officer().get(IMPORTS + "/" + id).then();
    }

    private static io.restassured.specification.RequestSpecification officer() {
        return given().header("Authorization", "Bearer " + Login.officer());
    }

    private static String ssin() {
        return valid(650_101_001L + PEOPLE.incrementAndGet());
    }

    private static String valid(long first) {
        return "%09d%02d".formatted(first, 97 - first % 97);
    }
}
