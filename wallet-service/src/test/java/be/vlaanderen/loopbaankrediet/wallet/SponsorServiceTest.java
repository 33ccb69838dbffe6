package be.vlaanderen.loopbaankrediet.wallet;

import static be.vlaanderen.loopbaankrediet.wallet.Outside.citizen;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Sponsors, from agreement to paid bill. */
@QuarkusTest
class SponsorServiceTest extends ServiceTest {

    /** CN 2.1. */
    @Test
    void a_sponsor_pays_half_and_is_billed_after_the_month() {
        grant(6);
        String sponsor = sponsor("\"percent\":50,\"budgetCents\":6000,\"by\":\"CODE\"");
        String code = officer()
                .get("/sponsors/" + sponsor + "/codes")
                .then()
                .statusCode(200)
                .body("codes.size()", is(1))
                .extract()
                .path("codes[0].code");
        String booking = book(key(), sponsored(" " + code.toLowerCase(Locale.ROOT)))
                .statusCode(201)
                .body("coPaymentCents", is(5_000))
                .body("sponsorShareCents", is(2_500))
                .body("citizenShareCents", is(2_500))
                .extract()
                .path("booking");
        commitBudget(booking);
        awaitPaymentPage(booking);
        assertEquals(2_500, payment(booking).get("amountCents"));
        notify(booking, "PAID", 5_000).statusCode(422);
        notify(booking, "PAID", 2_500).statusCode(204);
        assertEquals("BOOKED", get(booking).getString("status"));
        await().untilAsserted(() -> assertEquals(
                List.of(
                        "CreditGranted.v1",
                        "BlockReserved.v1",
                        "CoPaymentReceived.v1",
                        "CoPaymentSponsored.v1",
                        "BlockBooked.v1"),
                said()));
        topics.heardAbout(wallet)
                .forEach(message -> Contracts.assertConforms("wallet", Topics.type(message), message.value()));

        String second = book(key(), sponsored(code)).statusCode(201).extract().path("booking");
        book(key(), sponsored(code))
                .statusCode(409)
                .body("type", is(PROBLEM + "sponsor-budget-empty"))
                .body("coPaymentCents", is(5_000));
        wallet(6, 4, 0, 2);
        cancel(second).statusCode(200);
        await().untilAsserted(() -> officer()
                .get("/sponsors/" + sponsor)
                .then()
                .body("usedCents", is(2_500))
                .body("leftCents", is(3_500)));

        clock.pass(Duration.ofDays(31));
        String list = "/sponsor-bills?sponsor=" + sponsor;
        await().untilAsserted(() -> officer().get(list).then().body("bills.size()", is(1)));
        JsonPath bill = officer().get(list).then().extract().jsonPath();
        assertEquals(2_500, bill.getInt("bills[0].amountCents"));
        String path = "/sponsor-bills/" + bill.getString("bills[0].bill");
        officer().get(path).then().body("reference", matchesPattern("\\+{3}\\d{3}/\\d{4}/\\d{5}\\+{3}"));
        officer().get(path + "/lines").then().body("lines.booking", is(List.of(booking)));
        given().basePath("/wallet/v1")
                .header("Authorization", "Bearer " + Login.officer())
                .accept("text/csv")
                .get(path + "/file")
                .then()
                .statusCode(200)
                .body(containsString(booking + ","));
        for (int twice = 0; twice < 2; twice++) {
            officer().body("{}").post(path + "/payment").then().statusCode(200).body("paidAt", not(nullValue()));
        }
        LocalDate day = Days.of(clock.instant());
        officer().get(path + "?asOf=" + day).then().body("paidAt", not(nullValue()));
        officer().get(path + "?asOf=" + day.minusDays(40)).then().statusCode(404);
        officer().get(path + "?asOf=x").then().statusCode(400);
        officer().get("/sponsors/" + sponsor + "?asOf=" + day).then().body("budgetCents", is(6_000));
        officer()
                .get("/sponsors/" + sponsor + "?asOf=" + day.minusDays(40))
                .then()
                .statusCode(404);
        officer().get(list + "&status=OPEN").then().body("bills", is(List.of()));
        officer().get("/sponsors/" + sponsor).then().body("openBillsCents", is(0));

        // what comes back later is the citizen's and the sponsor's, each their part
        cancelPaid(booking);
        awaitRefund(booking, 2_500);
        await().untilAsserted(() ->
                assertTrue(topics.heardAbout(wallet).getLast().value().contains("\"sponsorRefundCents\":2500")));
        await().untilAsserted(() -> officer().get("/sponsors/" + sponsor).then().body("usedCents", is(0)));
    }

    /** Keys are kept for a while only, and not at all when the service stops in the moment after its answer. */
    @Test
    void a_repeat_with_a_code_of_which_nothing_is_remembered_takes_nothing_from_the_sponsor() {
        grant(6);
        String sponsor = sponsor("\"percent\":50,\"budgetCents\":6000,\"by\":\"CODE\"");
        String code = officer().get("/sponsors/" + sponsor + "/codes").path("codes[0].code");
        String key = key();
        String booking = book(key, sponsored("")).statusCode(201).extract().path("booking");
        await().until(() -> transactions.in(
                connection -> Sql.run(connection, "DELETE FROM idempotency_key WHERE key = ?", key) == 1));
        book(key, sponsored(code)).statusCode(201).body("booking", is(booking)).body("sponsorShareCents", nullValue());
        officer().get("/sponsors/" + sponsor).then().body("usedCents", is(0));
    }

    @Test
    void with_nothing_left_to_pay_the_booking_stands_as_soon_as_there_is_budget() {
        grant(6);
        String sponsor = sponsor("\"blockCents\":9900,\"budgetCents\":100000,\"by\":\"LIST\",\"codes\":2");
        List<String> codes =
                officer().get("/sponsors/" + sponsor + "/codes").jsonPath().getList("codes.code");
        assertEquals(2, codes.size());
        String booking = book(key(), sponsored(codes.getFirst()))
                .statusCode(201)
                .extract()
                .path("booking");
        commitBudget(booking);
        awaitStatus(booking, "BOOKED");
        assertEquals(List.of(), books("payments", booking));
        cancelPaid(booking);

        // the code is this citizen's from now on
        String other = "7201" + NEXT.incrementAndGet() + "12";
        grantTo(Login.citizen(other), citizen(other), 6);
        for (int i = 0; i < 2; i++) {
            var answer = as(Login.citizen(other))
                    .header("Idempotency-Key", key())
                    .body(sponsored(codes.get(i)))
                    .post("/me/bookings")
                    .then();
            if (i == 0) {
                answer.statusCode(422).body("type", is(PROBLEM + "sponsor-code-held"));
            } else {
                answer.statusCode(201);
            }
        }
        officer()
                .header("Idempotency-Key", key())
                .body("{\"count\":3}")
                .post("/sponsors/" + sponsor + "/codes")
                .then()
                .statusCode(201)
                .body("codes.size()", is(3));
        JsonPath page = officer().get("/sponsors/" + sponsor + "/codes?limit=3").jsonPath();
        assertEquals(List.of(true, true, false), page.getList("codes.held"));
        officer()
                .get("/sponsors/" + sponsor + "/codes?after=" + page.getString("next"))
                .then()
                .body("codes.size()", is(2));

        String end = "{\"lastDay\":\"%s\",\"reasonCode\":\"ASKED_BY_SPONSOR\",\"reason\":\"Brief van 3 maart.\"}"
                .formatted(Days.of(clock.instant()).minusDays(1));
        for (int twice = 0; twice < 2; twice++) {
            officer()
                    .body(end)
                    .post("/sponsors/" + sponsor + "/end")
                    .then()
                    .statusCode(200)
                    .body("open", is(false));
        }
        book(key(), sponsored(codes.getFirst()))
                .statusCode(409)
                .body("type", is(PROBLEM + "sponsor-not-now"))
                .body("coPaymentCents", is(5_000));
        assertFalse(events("sponsor-" + sponsor).toString().contains("Brief"));
    }

    /** CN 2.5.3, D-93. */
    @Test
    void who_a_sponsor_is_goes_five_years_after_the_end_and_not_while_a_bill_is_open() {
        grant(6);
        String silent = sponsor("\"percent\":50,\"budgetCents\":6000,\"by\":\"CODE\"");
        String owing = sponsor("\"percent\":50,\"budgetCents\":6000,\"by\":\"CODE\"");
        String code = officer().get("/sponsors/" + owing + "/codes").jsonPath().getString("codes[0].code");
        String booking = book(key(), sponsored(code)).statusCode(201).extract().path("booking");
        commitBudget(booking);
        awaitPaymentPage(booking);
        notify(booking, "PAID", 2_500).statusCode(204);
        confirmSession(booking, UUID.randomUUID(), 4);
        awaitStatus(booking, "USED");
        await().until(() -> events("sponsor-" + owing).contains("SponsorShareOwed"));
        clock.pass(Duration.ofDays(31));
        String list = "/sponsor-bills?sponsor=" + owing;
        await().untilAsserted(() -> officer().get(list).then().body("bills.size()", is(1)));
        LocalDate lastDay = Days.of(clock.instant()).minusDays(1);
        for (String sponsor : List.of(silent, owing)) {
            officer()
                    .body("{\"lastDay\":\"%s\",\"reasonCode\":\"ASKED_BY_SPONSOR\",\"reason\":\"Brief.\"}"
                            .formatted(lastDay))
                    .post("/sponsors/" + sponsor + "/end")
                    .then()
                    .statusCode(200);
        }
        forgetting.deleteWhatIsOld(Days.begin(lastDay.plusYears(5)));
        officer().get("/sponsors/" + silent).then().body("name", is("Fonds Volta"));
        Instant later = Days.begin(lastDay.plusYears(5).plusDays(2));
        forgetting.deleteWhatIsOld(later);
        officer().get("/sponsors/" + silent).then().statusCode(200).body("name", is(""));
        officer().get("/sponsors/" + owing).then().body("name", is("Fonds Volta"));

        String bill = officer().get(list).jsonPath().getString("bills[0].bill");
        officer().body("{}").post("/sponsor-bills/" + bill + "/payment").then().statusCode(200);
        forgetting.deleteWhatIsOld(later.plus(Duration.ofDays(1)));
        officer().get("/sponsors/" + owing).then().body("name", is("")).body("enterpriseNumber", is(""));
    }

    @Test
    void many_bookings_at_once_never_exceed_the_budget_of_a_sponsor() throws Exception {
        String sponsor = sponsor("\"percent\":100,\"budgetCents\":15000,\"by\":\"CODE\"");
        String code =
                officer().get("/sponsors/" + sponsor + "/codes").jsonPath().getString("codes[0].code");
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String person = "7301" + NEXT.incrementAndGet() + "12";
            people.add(person);
            grantTo(Login.citizen(person), citizen(person), 2);
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService together = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (String person : people) {
                answers.add(together.submit(() -> as(Login.citizen(person))
                        .header("Idempotency-Key", key())
                        .body(sponsored(code))
                        .post("/me/bookings")
                        .statusCode()));
            }
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        }
        assertEquals(3, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        officer().get("/sponsors/" + sponsor).then().body("leftCents", is(0)).body("bookings", is(3));
    }

    @Test
    void bad_input_about_sponsors_is_answered_with_what_is_wrong() {
        grant(6);
        book(key(), sponsored("NOSUCHCODE"))
                .statusCode(422)
                .body("type", is(PROBLEM + "sponsor-code-unknown"))
                .body("coPaymentCents", is(5_000));
        book(key(), sponsored("x".repeat(41))).statusCode(400);
        String good =
                "{\"name\":\"Volta\",\"enterpriseNumber\":\"0123456749\",\"percent\":50,\"budgetCents\":1,\"from\":\"2027-01-01\",\"until\":\"2099-01-01\",\"by\":\"CODE\"}";
        for (String body : List.of(
                "",
                "null",
                "{}",
                good.replace("0123456749", "0123456748"),
                good.replace("\"percent\":50", "\"percent\":0"),
                good.replace("\"percent\":50", "\"percent\":101"),
                good.replace("\"percent\":50,", ""),
                good.replace("\"percent\":50", "\"percent\":50,\"blockCents\":1"),
                good.replace("\"budgetCents\":1", "\"budgetCents\":0"),
                good.replace("\"budgetCents\":1", "\"budgetCents\":1e99"),
                good.replace("2099-01-01", "2026-01-01"),
                good.replace("2027-01-01", "2027-02-30"),
                good.replace("CODE", "FREE"),
                good.replace("\"by\"", "\"codes\":2,\"by\""),
                good.replace("Volta", "x".repeat(201)),
                good.replace("Volta", " "))) {
            officer()
                    .header("Idempotency-Key", key())
                    .body(body)
                    .post("/sponsors")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        officer().body(good).post("/sponsors").then().statusCode(400).body("issues[0].name", is("Idempotency-Key"));
        String nobody = UUID.randomUUID().toString();
        officer().get("/sponsors/" + nobody).then().statusCode(404);
        officer().get("/sponsors/" + nobody + "/codes").then().statusCode(404);
        officer().get("/sponsor-bills/" + nobody).then().statusCode(404).body("type", is(PROBLEM + "bill-unknown"));
        officer().get("/sponsor-bills/" + nobody + "/lines").then().statusCode(404);
        officer()
                .body("{}")
                .post("/sponsor-bills/" + nobody + "/payment")
                .then()
                .statusCode(404);
        for (String path : List.of(
                "/sponsors?limit=0", "/sponsors?after=x", "/sponsor-bills?status=x", "/sponsor-bills?sponsor=x")) {
            officer().get(path).then().statusCode(400).contentType("application/problem+json");
        }
        officer().get("/sponsors?open=true&limit=1").then().statusCode(200);
        for (String path :
                List.of("/sponsors", "/sponsors/" + nobody, "/sponsors/" + nobody + "/codes", "/sponsor-bills")) {
            me().get(path).then().statusCode(403);
        }
        me().header("Idempotency-Key", key())
                .body(good)
                .post("/sponsors")
                .then()
                .statusCode(403);
    }
}
