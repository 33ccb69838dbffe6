package be.vlaanderen.loopbaankrediet.outsideworld.vdab;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.outsideworld.clock.WorldClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VdabTest {

    private static final String SSIN = "92712385412";

    @Inject
    WorldClock clock;

    private static void put(String person) {
        given().contentType("application/json")
                .body(person)
                .put("/people/" + SSIN)
                .then()
                .statusCode(200);
    }

    private static List<String> linesOf(String file) {
        return given().get("/vdab/" + file)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith(SSIN))
                .toList();
    }

    @Test
    void there_is_one_line_for_each_used_cheque_and_all_were_used_before_2026() {
        put("{\"chequesUsed\": 2}");
        List<String> lines = linesOf("used-cheques.csv");
        assertEquals(2, lines.stream().distinct().count());
        for (String line : lines) {
            assertTrue(LocalDate.parse(line.substring(12)).isBefore(LocalDate.of(2026, 1, 1)));
        }
        given().get("/vdab/used-cheques.csv").then().body(startsWith("ssin,usedOn\n"));
    }

    @Test
    void there_is_one_line_for_each_unused_cheque_with_what_was_paid_and_where_to_pay_it_back() {
        put("{\"chequesUnused\": 2}");
        List<String> lines = linesOf("unused-cheques.csv");
        assertEquals(2, lines.stream().distinct().count());
        lines.forEach(line -> assertTrue(line.matches(SSIN + ",2025-0[89]-15,4500,BE\\d{14}"), line));
        put("{\"chequesUnused\": 0}");
        assertEquals(List.of(), linesOf("unused-cheques.csv"));
    }

    @Test
    void outplacement_covers_today() {
        put("{\"outplacement\": true}");
        String[] line = linesOf("outplacement.csv").getFirst().split(",", -1);
        LocalDate today = clock.today();
        assertFalse(LocalDate.parse(line[1]).isAfter(today));
        assertFalse(LocalDate.parse(line[2]).isBefore(today));
        put("{\"outplacement\": false}");
        assertEquals(List.of(), linesOf("outplacement.csv"));
    }

    @Test
    void a_file_that_did_not_change_is_not_sent_again() {
        put("{\"chequesUsed\": 1}");
        String tag = given().get("/vdab/used-cheques.csv").header("ETag");
        given().header("If-None-Match", tag)
                .get("/vdab/used-cheques.csv")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(equalTo(""));
        put("{\"chequesUsed\": 3}");
        given().header("If-None-Match", tag)
                .get("/vdab/used-cheques.csv")
                .then()
                .statusCode(200);
    }
}
