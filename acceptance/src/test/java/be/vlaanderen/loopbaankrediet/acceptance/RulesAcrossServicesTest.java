package be.vlaanderen.loopbaankrediet.acceptance;

import static be.vlaanderen.loopbaankrediet.acceptance.Platform.as;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.command;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.eventually;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.now;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.passTime;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.person;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.token;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.url;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.ask;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.booking;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.calmDown;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.citizen;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.counsellor;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.entitled;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.entitledAndBooked;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.guideAndConfirm;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.ledgerBalances;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.longCareer;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.officer;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.otherOfficer;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.period;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.wallet;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.acceptance.Steps.Booking;
import be.vlaanderen.loopbaankrediet.acceptance.Steps.Citizen;
import be.vlaanderen.loopbaankrediet.acceptance.Steps.Counsellor;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rules that take several services to carry out. */
@ExtendWith(Platform.class)
class RulesAcrossServicesTest {

    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @AfterEach
    void calm() {
        calmDown();
    }

    /** GDPR art. 22: an automated refusal is open to a human look. */
    @Test
    void evidence_of_work_abroad_overturns_a_refusal_and_fills_the_wallet() {
        LocalDate today = today();
        Citizen citizen = citizen("MEDIUM", List.of(period(today.minusDays(2_000), null)));
        String request = ask(citizen)
                .then()
                .statusCode(201)
                .body("status", is("REFUSED"))
                .extract()
                .path("request");
        as(citizen.token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/pdf")
                .body(PDF)
                .post(url(
                        "eligibility-service",
                        "/eligibility/v1/me/requests/" + request
                                + "/evidence?kind=FOREIGN_WORK&from=2012-01-01&to=2016-12-31"))
                .then()
                .statusCode(201)
                .body("review.status", is("WAITING"));
        as(officer())
                .get(url("eligibility-service", "/eligibility/v1/work-list?kind=EVIDENCE&status=WAITING&limit=100"))
                .then()
                .statusCode(200)
                .body("items.request", hasItem(request));
        command(
                        officer(),
                        Map.of(
                                "findings",
                                Map.of(
                                        "periods",
                                        List.of(Map.of("kind", "EMPLOYEE", "from", "2012-01-01", "to", "2016-12-31"))),
                                "reasonCode",
                                "EVIDENCE_ACCEPTED",
                                "reason",
                                "Arbeidsovereenkomst gezien."))
                .post(url("eligibility-service", "/eligibility/v1/requests/" + request + "/decision"))
                .then()
                .statusCode(200)
                .body("request.status", is("ENTITLED"));
        eventually().untilAsserted(() -> wallet(citizen, 6, 0, 0, 6));
        as(citizen.token())
                .get(url("eligibility-service", "/eligibility/v1/me/requests/" + request))
                .then()
                .body("reviews", hasSize(1))
                .body("reviews[0].outcome", is("OVERTURNED"));
        as(citizen.token())
                .get(url(
                        "eligibility-service",
                        "/eligibility/v1/me/requests/" + request + "?asOf=" + today.minusDays(1)))
                .then()
                .statusCode(404);
    }

    /** D-4: an unknown level counts as medium until shown otherwise. */
    @Test
    void a_level_shown_later_lowers_the_price_and_refunds_what_was_paid_too_much() {
        Citizen citizen = citizen("UNKNOWN", longCareer());
        Booking booking = entitledAndBooked(citizen, counsellor(true));
        String request = as(citizen.token())
                .get(url("eligibility-service", "/eligibility/v1/me/requests"))
                .path("requests[0].request");
        command(
                        officer(),
                        Map.of(
                                "findings", Map.of("education", "LOW"),
                                "reasonCode", "EDUCATION_SHOWN",
                                "reason", "Diploma gezien."))
                .post(url("eligibility-service", "/eligibility/v1/requests/" + request + "/decision"))
                .then()
                .statusCode(200);
        eventually()
                .untilAsserted(() -> as(citizen.token())
                        .get(url("wallet-service", "/wallet/v1/me/bookings/" + booking.id()))
                        .then()
                        .body("paidCents", is(3_000)));
        as(citizen.token()).get(url("wallet-service", "/wallet/v1/me")).then().body("pricePerHourCents", is(1_500));
        ledgerBalances();
    }

    /** CN 2.1. */
    @Test
    void a_sponsor_who_pays_all_makes_the_booking_stand_at_once_and_gets_a_bill() {
        LocalDate today = today();
        String sponsor = command(
                        officer(),
                        Map.of(
                                "name",
                                "Sectorfonds Proef",
                                "enterpriseNumber",
                                Numbers.enterprise(),
                                "percent",
                                100,
                                "budgetCents",
                                8_000,
                                "from",
                                today.toString(),
                                "until",
                                today.plusYears(1).toString(),
                                "by",
                                "CODE"))
                .post(url("wallet-service", "/wallet/v1/sponsors"))
                .then()
                .statusCode(201)
                .extract()
                .path("sponsor");
        String code = as(officer())
                .get(url("wallet-service", "/wallet/v1/sponsors/" + sponsor + "/codes"))
                .then()
                .statusCode(200)
                .extract()
                .path("codes[0].code");
        Counsellor counsellor = counsellor(true);
        Citizen citizen = entitled();
        String booking = eventually()
                .until(() -> sponsored(citizen, counsellor, code), response -> response.statusCode() == 201)
                .path("booking");
        eventually().untilAsserted(() -> booking(citizen, booking, "BOOKED"));
        as(citizen.token())
                .get(url("wallet-service", "/wallet/v1/me/bookings/" + booking))
                .then()
                .body("sponsorShareCents", is(5_000), "citizenShareCents", is(0));

        Citizen tooLate = entitled();
        sponsored(tooLate, counsellor, code)
                .then()
                .statusCode(409)
                .body("type", is("urn:problem-type:loopbaankrediet:sponsor-budget-empty"))
                .body("coPaymentCents", is(5_000));

        Booking paid = new Booking(
                booking,
                as(citizen.token())
                        .get(url("wallet-service", "/wallet/v1/me/bookings/" + booking))
                        .path("code"),
                "");
        guideAndConfirm(citizen, counsellor, paid);
        try (PayoutTopic topic = new PayoutTopic()) {
            eventually().until(() -> topic.events("PayoutPaid", booking).size() == 1);
        }
        ledgerBalances();
        passTime(Duration.ofDays(32));
        eventually()
                .untilAsserted(() -> as(officer())
                        .get(url("wallet-service", "/wallet/v1/sponsor-bills?sponsor=" + sponsor))
                        .then()
                        .body("bills", hasSize(1))
                        .body("bills[0].amountCents", is(5_000)));
        ledgerBalances();
    }

    private static Response sponsored(Citizen citizen, Counsellor counsellor, String code) {
        return command(citizen.token(), Map.of("counsellorId", counsellor.id(), "sponsorCode", code))
                .post(url("wallet-service", "/wallet/v1/me/bookings"));
    }

    /** MR 4.7: hours and co-payment come back when the fault was not the citizen's. */
    @Test
    void hours_that_were_paid_wrongly_are_clawed_back_by_two_officers_and_return_to_the_citizen() {
        Citizen citizen = citizen("HIGH", longCareer());
        Counsellor counsellor = counsellor(true);
        Booking booking = entitledAndBooked(citizen, counsellor);
        guideAndConfirm(citizen, counsellor, booking);
        String payout;
        try (PayoutTopic topic = new PayoutTopic()) {
            eventually().until(() -> topic.events("PayoutPaid", booking.id()).size() == 1);
            payout = topic.events("PayoutPaid", booking.id())
                    .getFirst()
                    .data()
                    .path("payout")
                    .asText();
        }
        eventually().untilAsserted(() -> wallet(citizen, 6, 0, 2, 4));
        String clawback = command(
                        officer(), Map.of("payout", payout, "halfHours", 2, "reasonCode", "SHORTER_THAN_CLAIMED"))
                .post(url("payout-service", "/payout/v1/clawbacks"))
                .then()
                .statusCode(201)
                .extract()
                .path("clawback");
        passTime(Duration.ofDays(16));
        Map<String, Object> decision = Map.of("halfHours", 2, "reasonCode", "NO_ANSWER");
        String decide = url("payout-service", "/payout/v1/clawbacks/" + clawback + "/decision");
        command(officer(), decision).post(decide).then().statusCode(403);
        command(otherOfficer(), decision).post(decide).then().statusCode(200);
        eventually().untilAsserted(() -> wallet(citizen, 6, 0, 1, 5));
        as(citizen.token())
                .get(url("wallet-service", "/wallet/v1/me/bookings/" + booking.id()))
                .then()
                .body("restored", is(1));
        eventually().untilAsserted(Steps::ledgerBalances);
    }

    /** MR 4.7: a founded complaint gives the hours back and the money is asked back. */
    @Test
    void a_founded_complaint_about_guidance_that_was_not_given_ends_in_a_clawback_and_hours_for_the_citizen() {
        Citizen citizen = citizen("LOW", longCareer());
        Counsellor counsellor = counsellor(false);
        Booking booking = entitledAndBooked(citizen, counsellor);
        guideAndConfirm(citizen, counsellor, booking);
        try (PayoutTopic topic = new PayoutTopic()) {
            eventually().until(() -> topic.events("PayoutPaid", booking.id()).size() == 1);
        }
        List<String> sessions = as(citizen.token())
                .get(url("session-claims-service", "/session-claims/v1/me/sessions?limit=100"))
                .path("sessions.session");
        assertEquals(2, sessions.size());
        String complaint = command(
                        citizen.token(),
                        Map.of(
                                "kind",
                                "GUIDANCE",
                                "booking",
                                booking.id(),
                                "written",
                                "Deze gesprekken waren er niet."))
                .post(url("session-claims-service", "/session-claims/v1/me/complaints"))
                .then()
                .statusCode(201)
                .extract()
                .path("complaint");
        command(counsellor.token(), Map.of("written", "Dat klopt."))
                .post(url(
                        "session-claims-service", "/session-claims/v1/me/received-complaints/" + complaint + "/answer"))
                .then()
                .statusCode(lessThan(300));
        command(
                        officer(),
                        Map.of(
                                "outcome", "FOUNDED",
                                "reasonCode", "GUIDANCE_NOT_GIVEN",
                                "reason", "De begeleider bevestigt het.",
                                "undue",
                                        Map.of(
                                                "sessions",
                                                sessions.stream()
                                                        .map(session -> Map.of("session", session, "halfHours", 2))
                                                        .toList(),
                                                "hoursReturn",
                                                true,
                                                "reasonCode",
                                                "NOT_DELIVERED")))
                .post(url("session-claims-service", "/session-claims/v1/complaints/" + complaint + "/decision"))
                .then()
                .statusCode(lessThan(300));
        List<String> clawbacks = eventually()
                .until(
                        () -> as(counsellor.token())
                                .get(url("payout-service", "/payout/v1/me/clawbacks"))
                                .path("clawbacks.clawback"),
                        found -> found != null && found.size() == 2);
        passTime(Duration.ofDays(16));
        for (String clawback : clawbacks) {
            command(officer(), Map.of("halfHours", 2, "reasonCode", "NO_ANSWER"))
                    .post(url("payout-service", "/payout/v1/clawbacks/" + clawback + "/decision"))
                    .then()
                    .statusCode(200);
        }
        eventually().untilAsserted(() -> wallet(citizen, 6, 0, 0, 6));
        as(citizen.token())
                .get(url("wallet-service", "/wallet/v1/me/bookings/" + booking.id()))
                .then()
                .body("paidCents", nullValue());
        eventually().untilAsserted(Steps::ledgerBalances);
    }

    @Test
    void a_session_that_was_paid_can_no_longer_be_corrected_and_the_counsellor_sees_why() {
        Citizen citizen = citizen("HIGH", longCareer());
        Counsellor counsellor = counsellor(true);
        Booking booking = entitledAndBooked(citizen, counsellor);
        guideAndConfirm(citizen, counsellor, booking);
        try (PayoutTopic topic = new PayoutTopic()) {
            eventually().until(() -> topic.events("PayoutPaid", booking.id()).size() == 1);
        }
        String session = as(counsellor.token())
                .get(url("session-claims-service", "/session-claims/v1/sessions?limit=100"))
                .path("sessions[0].session");
        command(counsellor.token(), Map.of())
                .post(url("session-claims-service", "/session-claims/v1/sessions/" + session + "/withdrawal"))
                .then()
                .statusCode(lessThan(300));
        eventually()
                .untilAsserted(() -> as(counsellor.token())
                        .get(url("session-claims-service", "/session-claims/v1/sessions/" + session))
                        .then()
                        .body("status", is("CONFIRMED"), "correctionReasonCode", is("PAID")));
        wallet(citizen, 6, 0, 2, 4);
    }

    @Test
    void who_has_a_stopped_enterprise_is_not_approved_and_an_account_in_another_name_is_shown() {
        String number = Numbers.citizen();
        String enterprise = Numbers.enterprise();
        String iban = Numbers.iban();
        person(
                number,
                Map.of(
                        "name",
                        "Els Wouters",
                        "region",
                        "FLANDERS",
                        "enterpriseNumber",
                        enterprise,
                        "iban",
                        iban,
                        "periods",
                        List.of()));
        given().contentType("application/json")
                .body(Map.of("stopped", true))
                .put(url("outside-world", "/enterprises/" + enterprise))
                .then()
                .statusCode(200);
        String token = token(number, "counsellor");
        String application = command(
                        token,
                        Map.ofEntries(
                                Map.entry("name", "Dirk Maes"),
                                Map.entry("iban", iban),
                                Map.entry("vatLiable", true),
                                Map.entry("activeSince", "2015-05-01"),
                                Map.entry("proofs", List.of()),
                                Map.entry("email", "begeleider@voorbeeld.be"),
                                Map.entry("places", List.of(Map.of("municipality", "Gent", "postalCode", "9000"))),
                                Map.entry("languages", List.of("nl")),
                                Map.entry("modes", List.of("ONLINE")),
                                Map.entry("themes", List.of("JOB_TARGET"))))
                .post(url("provider-registry-service", "/provider-registry/v1/me/application"))
                .then()
                .statusCode(201)
                .extract()
                .path("application");
        eventually()
                .untilAsserted(() -> as(officer())
                        .get(url("provider-registry-service", "/provider-registry/v1/applications/" + application))
                        .then()
                        .statusCode(200)
                        .body("enterprise", is("STOPPED"), "accountNameCheck", is("NO_MATCH")));
        command(officer(), Map.of())
                .post(url(
                        "provider-registry-service", "/provider-registry/v1/applications/" + application + "/approval"))
                .then()
                .statusCode(409)
                .body("missing", hasItem("ACTIVE_ENTERPRISE"));
    }

    @Test
    void the_nearest_counsellor_stands_first_and_personal_numbers_nowhere() {
        Counsellor counsellor = counsellor(false);
        as(officer())
                .get(url(
                        "provider-registry-service", "/provider-registry/v1/directory?near=Gent&withinKm=10&limit=100"))
                .then()
                .statusCode(200)
                .body("counsellors.counsellor", hasItem(counsellor.id()))
                .body("counsellors[0].distanceKm", is(0))
                .body("counsellors[0]", not(hasKey("ssin")));
    }

    /** Every fact about a booking, for who has to explain it. */
    @Test
    void the_back_office_reads_the_story_of_a_wallet_from_its_events() {
        Citizen citizen = entitled();
        String pseudonym = as(citizen.token())
                .get(url("eligibility-service", "/eligibility/v1/me"))
                .path("citizen");
        List<String> facts = as(officer())
                .get(url("wallet-service", "/wallet/v1/admin/history/" + pseudonym))
                .then()
                .statusCode(200)
                .extract()
                .path("facts.fact");
        assertEquals(List.of("CreditGranted"), facts);
        as(citizen.token())
                .get(url("wallet-service", "/wallet/v1/admin/history/" + pseudonym))
                .then()
                .statusCode(403);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneId.of("Europe/Brussels"));
    }
}
