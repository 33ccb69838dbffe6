package be.vlaanderen.loopbaankrediet.acceptance;

import static be.vlaanderen.loopbaankrediet.acceptance.Platform.as;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.command;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.eventually;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.now;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.passTime;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.person;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.switches;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.token;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.url;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The steps of the stories, each through the API of a client. */
final class Steps {

    private static final Map<String, Object> CALM = Map.of(
            "payment", Map.of("refuse", false, "delaySeconds", 0, "repeat", 0),
            "bank", Map.of("refuse", false, "delaySeconds", 0, "repeat", 0),
            "magda", Map.of("busy", false, "delaySeconds", 0));

    record Citizen(String number, String token) {}

    record Counsellor(String number, String id, String token) {}

    record Booking(String id, String code, String checkoutUrl) {}

    private Steps() {}

    static void calmDown() {
        switches(CALM);
    }

    static Citizen citizen(String education, List<Map<String, Object>> periods) {
        String number = Numbers.citizen();
        Map<String, Object> facts = new HashMap<>(Map.of(
                "region",
                "FLANDERS",
                "worksInFlandersOrBrussels",
                true,
                "education",
                education,
                "chequesUsed",
                0,
                "outplacement",
                false,
                "periods",
                periods));
        person(number, facts);
        return new Citizen(number, token(number, "citizen"));
    }

    static Citizen entitled() {
        Citizen citizen = citizen("HIGH", longCareer());
        ask(citizen).then().statusCode(201);
        eventually().untilAsserted(() -> wallet(citizen, 6, 0, 0, 6));
        return citizen;
    }

    static Booking entitledAndBooked(Citizen citizen, Counsellor counsellor) {
        ask(citizen).then().statusCode(201);
        eventually().untilAsserted(() -> wallet(citizen, 6, 0, 0, 6));
        Booking booking = book(citizen, counsellor);
        pay(booking);
        eventually().untilAsserted(() -> booking(citizen, booking.id(), "BOOKED"));
        return booking;
    }

    static List<Map<String, Object>> longCareer() {
        return List.of(period(LocalDate.of(2012, 9, 1), null));
    }

    static Map<String, Object> period(LocalDate from, LocalDate to) {
        Map<String, Object> period = new HashMap<>();
        period.put("from", from.toString());
        period.put("to", to == null ? null : to.toString());
        period.put("kind", "EMPLOYEE");
        period.put("cancelled", false);
        return period;
    }

    static Counsellor counsellor(boolean vatLiable) {
        String number = Numbers.citizen();
        String enterprise = Numbers.enterprise();
        String iban = Numbers.iban();
        person(
                number,
                Map.of(
                        "name",
                        "Dirk Maes",
                        "region",
                        "FLANDERS",
                        "enterpriseNumber",
                        enterprise,
                        "iban",
                        iban,
                        "periods",
                        List.of()));
        String id = command(
                        officer(),
                        Map.ofEntries(
                                Map.entry("ssin", number),
                                Map.entry("name", "Dirk Maes"),
                                Map.entry("enterpriseNumber", enterprise),
                                Map.entry("iban", iban),
                                Map.entry("vatLiable", vatLiable),
                                Map.entry("activeSince", "2015-05-01"),
                                Map.entry(
                                        "proofs", List.of("QUALIFICATION", "FINANCIAL_MANAGEMENT", "FINANCIAL_HEALTH")),
                                Map.entry("email", "begeleider@voorbeeld.be"),
                                Map.entry("places", List.of(Map.of("municipality", "Gent", "postalCode", "9000"))),
                                Map.entry("languages", List.of("nl")),
                                Map.entry("modes", List.of("FACE_TO_FACE", "ONLINE")),
                                Map.entry("themes", List.of("JOB_TARGET"))))
                .post(url("provider-registry-service", "/provider-registry/v1/counsellors"))
                .then()
                .statusCode(201)
                .body("status", is("REGISTERED"), "route", is("R1"))
                .extract()
                .path("counsellor");
        return new Counsellor(number, id, token(number, "counsellor"));
    }

    static final String OFFICER = "80610100139";

    static String officer() {
        return officer(OFFICER);
    }

    /** Somebody else in the back office, for a second look. */
    static String otherOfficer() {
        return officer("80610100238");
    }

    private static String officer(String number) {
        person(number, Map.of("region", "FLANDERS", "officer", true, "periods", List.of()));
        return token(number, "officer");
    }

    static Response ask(Citizen citizen) {
        return command(citizen.token(), Map.of()).post(url("eligibility-service", "/eligibility/v1/me/requests"));
    }

    static Response book(Citizen citizen, Counsellor counsellor, String key) {
        return as(citizen.token())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("counsellorId", counsellor.id()))
                .post(url("wallet-service", "/wallet/v1/me/bookings"));
    }

    static Booking book(Citizen citizen, Counsellor counsellor) {
        String booking = eventually()
                .until(
                        () -> book(citizen, counsellor, UUID.randomUUID().toString()),
                        response -> response.statusCode() == 201)
                .path("booking");
        JsonPath awaiting = eventually()
                .until(
                        () -> as(citizen.token())
                                .get(url("wallet-service", "/wallet/v1/me/bookings/" + booking))
                                .jsonPath(),
                        json -> "AWAITING_PAYMENT".equals(json.getString("status"))
                                && json.getString("checkoutUrl") != null);
        return new Booking(booking, awaiting.getString("code"), awaiting.getString("checkoutUrl"));
    }

    static void pay(Booking booking) {
        given().redirects()
                .follow(false)
                .formParam("action", "pay")
                .post(booking.checkoutUrl())
                .then()
                .statusCode(lessThan(400));
    }

    static void guideAndConfirm(Citizen citizen, Counsellor counsellor, Booking booking) {
        passTime(Duration.ofHours(4));
        Instant start = now().minus(Duration.ofHours(3));
        for (String session : List.of(
                register(counsellor, booking, start), register(counsellor, booking, start.plus(Duration.ofHours(1))))) {
            command(citizen.token(), Map.of())
                    .post(url("session-claims-service", "/session-claims/v1/me/sessions/" + session + "/confirmation"))
                    .then()
                    .statusCode(200)
                    .body("status", startsWith("CONFIRMED"));
        }
    }

    static String register(Counsellor counsellor, Booking booking, Instant start) {
        return eventually()
                .until(() -> session(counsellor, booking.code(), start), response -> response.statusCode() == 201)
                .path("session");
    }

    static Response session(Counsellor counsellor, String code, Instant start) {
        return command(
                        counsellor.token(),
                        Map.of(
                                "code", code,
                                "startedAt", start.toString(),
                                "endedAt", start.plus(Duration.ofHours(1)).toString(),
                                "mode", "ONLINE",
                                "themes", List.of("MEANING", "QUALITIES")))
                .post(url("session-claims-service", "/session-claims/v1/sessions"));
    }

    static void wallet(Citizen citizen, int granted, int reserved, int used, int available) {
        as(citizen.token())
                .get(url("wallet-service", "/wallet/v1/me"))
                .then()
                .statusCode(200)
                .body("granted", is(granted))
                .body("reserved", is(reserved))
                .body("used", is(used))
                .body("available", is(available));
    }

    static void booking(Citizen citizen, String booking, String status) {
        as(citizen.token())
                .get(url("wallet-service", "/wallet/v1/me/bookings/" + booking))
                .then()
                .statusCode(200)
                .body("status", is(status));
    }

    static void ledgerBalances() {
        JsonPath ledger = as(officer())
                .get(url("payout-service", "/payout/v1/ledger"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(true, ledger.getBoolean("balanced"));
        assertEquals(
                ledger.getLong("coPaymentCents") + ledger.getLong("governmentShareCents"),
                ledger.getLong("paidCents") + ledger.getLong("payableCents"));
        long debit = ledger.getList("accounts.debitCents", Long.class).stream()
                .mapToLong(Long::longValue)
                .sum();
        long credit = ledger.getList("accounts.creditCents", Long.class).stream()
                .mapToLong(Long::longValue)
                .sum();
        assertEquals(debit, credit);
    }
}
