package be.vlaanderen.loopbaankrediet.payout;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What a counsellor sees of the own payouts. */
@QuarkusTest
class StatementServiceTest extends PayoutTest {

    @Test
    void a_counsellor_gets_the_own_statement_as_csv_and_pdf() throws IOException {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        String number = "85020200" + (100 + Math.floorMod(booking.id().hashCode(), 900));
        outside.person(number, booking.counsellor());
        reserve(booking, 5_000);
        pay(booking, 5_000);
        one("PayoutPaid", "claim", claim(booking, 3));
        one("PayoutRefused", "claim", claim(booking, 4));
        String token = Login.counsellor(number, "0123456749");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Brussels"));
        outside.payee(booking.counsellor(), "=x", BELGIAN);
        String period = "/me/statements?from=" + today.minusDays(3) + "&to=" + today;
        String csv = as(token)
                .accept("text/csv")
                .get(period)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Cache-Control", "no-store")
                .extract()
                .asString();
        assertEquals(2, csv.lines().count(), csv);
        assertTrue(csv.contains("\"01/02/2027 (3)\";\"3\";\"135,00\";\"28,35\";\"163,35\";\"betaald\""), csv);
        assertTrue(csv.contains("geen factuur") && csv.contains("0123456749"), csv);
        assertTrue(csv.contains(";\"'=x\";"), "what a spreadsheet takes for a formula is text");
        assertTrue(csv.contains("\"Kerkstraat 1, 9000 Gent\"") && csv.contains(BELGIAN), csv);
        byte[] pdf = as(token)
                .accept("application/pdf")
                .get(period)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("163,35") && text.contains("geen factuur"), text);
        }
        as(token)
                .accept("text/csv")
                .get("/me/statements?from=2020-01-01&to=2020-12-31")
                .then()
                .statusCode(200)
                .body(not(containsString("betaald")));
        for (String wrong : List.of(
                "",
                "?from=2027-01-01",
                "?from=2027-01-02&to=2027-01-01",
                "?from=2027-01-01&to=2028-01-01",
                "?from=x&to=y")) {
            problem(as(token).accept("text/csv"), "/me/statements" + wrong, 400);
        }
        problem(as(token).accept("application/json"), period, 406);
        problem(as(Login.officer()).accept("text/csv"), period, 403);
        assertEquals(0, count("SELECT count(*) FROM event WHERE payload LIKE '%=x%'"));
    }

    @Test
    void a_counsellor_sees_the_own_payouts_page_by_page_and_no_others() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        String number = "85020100" + (100 + Math.floorMod(booking.id().hashCode(), 900));
        outside.person(number, booking.counsellor());
        reserve(booking, 5_000);
        pay(booking, 5_000);
        String first = claim(booking, 1);
        one("PayoutPaid", "claim", first);
        String second = claim(booking, 3);
        one("PayoutPaid", "claim", second);
        String third = claim(booking, 1);
        one("PayoutRefused", "claim", third);
        String token = Login.counsellor(number, "0123456749");
        as(token)
                .get("/me/payouts")
                .then()
                .statusCode(200)
                .body("payouts.claim", contains(third, second, first))
                .body("payouts[0].failed", contains("MORE_THAN_THE_BLOCK"))
                .body("payouts[0].totalCents", nullValue())
                .body("payouts[1].status", equalTo("PAID"))
                .body("next", nullValue());
        String next = as(token)
                .queryParam("limit", 2)
                .get("/me/payouts")
                .then()
                .body("payouts.claim", contains(third, second))
                .body("next", notNullValue())
                .extract()
                .path("next");
        as(token)
                .queryParam("limit", 2)
                .queryParam("after", next)
                .get("/me/payouts")
                .then()
                .body("payouts.claim", contains(first));
        String stranger = Login.counsellor("85020100999999", "0123456749");
        outside.person("85020100999999", UUID.randomUUID().toString());
        as(stranger)
                .queryParam("after", next)
                .get("/me/payouts")
                .then()
                .statusCode(200)
                .body("payouts", hasSize(0));
        as(Login.counsellor("85020100777777", "0123456749"))
                .get("/me/payouts")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:counsellor-unknown"));
        outside.registrySilent(true);
        as(Login.counsellor("85020100666666", "0123456749"))
                .get("/me/payouts")
                .then()
                .statusCode(503);
        as(token).get("/me/payouts").then().statusCode(200);
    }
}
