package be.vlaanderen.loopbaankrediet.acceptance;

import static be.vlaanderen.loopbaankrediet.acceptance.Platform.as;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.command;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.eventually;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.now;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.passTime;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.switches;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.url;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.ask;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.book;
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
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.pay;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.period;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.register;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.session;
import static be.vlaanderen.loopbaankrediet.acceptance.Steps.wallet;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.acceptance.Steps.Booking;
import be.vlaanderen.loopbaankrediet.acceptance.Steps.Citizen;
import be.vlaanderen.loopbaankrediet.acceptance.Steps.Counsellor;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job from right to paid counsellor, and its odd turns, as the three clients see it. */
@ExtendWith(Platform.class)
class CareerCreditStoryTest {

    @AfterEach
    void calm() {
        calmDown();
    }

    @ParameterizedTest(
            name =
                    "{0}-skilled with a counsellor whose VAT liability is {1}: citizen pays {2}, counsellor gets {3} cents")
    @CsvSource({"HIGH, true, 5000, 21780", "LOW, false, 3000, 18000"})
    void an_entitled_citizen_is_guided_and_the_counsellor_is_paid(
            String education, boolean vatLiable, long coPayment, long paid) {
        Citizen citizen = citizen(education, longCareer());
        Counsellor counsellor = counsellor(vatLiable);

        ask(citizen).then().statusCode(201).body("status", is("ENTITLED"), "hours", is(6), "failed", is(List.of()));
        eventually().untilAsserted(() -> wallet(citizen, 6, 0, 0, 6));
        given().get(url("provider-registry-service", "/provider-registry/v1/directory?limit=100"))
                .then()
                .statusCode(200)
                .body("counsellors.counsellor", hasItem(counsellor.id()));

        Booking booking = book(citizen, counsellor);
        wallet(citizen, 6, 2, 0, 4);
        pay(booking);
        eventually().untilAsserted(() -> booking(citizen, booking.id(), "BOOKED"));

        long before =
                given().get(url("outside-world", "/finance/totals")).jsonPath().getLong("paidCents");
        try (PayoutTopic topic = new PayoutTopic()) {
            guideAndConfirm(citizen, counsellor, booking);

            eventually().until(() -> topic.events("PayoutPaid", booking.id()).size() == 1);
            var approved =
                    topic.events("PayoutApproved", booking.id()).getFirst().data();
            assertEquals(paid, approved.path("totalCents").asLong());
            assertEquals(coPayment, approved.path("coPaymentCents").asLong());
            assertEquals(paid - coPayment, approved.path("governmentShareCents").asLong());
            assertEquals(
                    paid,
                    topic.events("PayoutPaid", booking.id())
                            .getFirst()
                            .data()
                            .path("amountCents")
                            .asLong());
        }
        eventually()
                .untilAsserted(() -> given().get(url("outside-world", "/finance/totals"))
                        .then()
                        .body("paidCents", is((int) (before + paid))));
        eventually().untilAsserted(() -> wallet(citizen, 6, 0, 2, 4));
        ledgerBalances();
    }

    @Test
    void who_is_refused_sees_why_with_the_numbers() {
        LocalDate today = LocalDate.ofInstant(now(), ZoneId.of("Europe/Brussels"));
        Citizen citizen = citizen("MEDIUM", List.of(period(today.minusDays(2_414), null)));

        ask(citizen)
                .then()
                .statusCode(201)
                .body("status", is("REFUSED"))
                .body("workedDays", is(2_415))
                .body("requiredDays", is(2_555))
                .body("failed", contains("NOT_ENOUGH_EXPERIENCE"))
                .body("hours", is(0))
                .body("reachedOn", is(today.plusDays(140).toString()))
                .body("explanation.text", containsString("2.415"));
        wallet(citizen, 0, 0, 0, 0);
    }

    @Test
    void while_magda_is_too_busy_the_request_waits_and_then_finishes_by_itself() {
        Citizen citizen = citizen("HIGH", longCareer());
        switches(Map.of("magda", Map.of("busy", true)));
        ask(citizen).then().statusCode(202).body("status", is("PENDING"));
        wallet(citizen, 0, 0, 0, 0);

        switches(Map.of("magda", Map.of("busy", false)));
        passTime(Duration.ofHours(1));
        eventually().untilAsserted(() -> wallet(citizen, 6, 0, 0, 6));
    }

    @Test
    void notifications_and_bank_files_that_come_twice_change_nothing() {
        switches(Map.of("payment", Map.of("repeat", 2), "bank", Map.of("repeat", 2)));
        Citizen citizen = citizen("HIGH", longCareer());
        Counsellor counsellor = counsellor(true);
        Booking booking = entitledAndBooked(citizen, counsellor);
        guideAndConfirm(citizen, counsellor, booking);
        try (PayoutTopic topic = new PayoutTopic()) {
            eventually().until(() -> !topic.events("PayoutPaid", booking.id()).isEmpty());
            Booking second = book(citizen, counsellor);
            pay(second);
            eventually().untilAsserted(() -> booking(citizen, second.id(), "BOOKED"));
            assertEquals(1, topic.events("PayoutPaid", booking.id()).size());
            assertEquals(1, topic.events("PayoutApproved", booking.id()).size());
        }
        wallet(citizen, 6, 2, 2, 2);
        ledgerBalances();
    }

    @Test
    void the_same_booking_asked_twice_with_one_key_is_one_booking() {
        Citizen citizen = entitled();
        Counsellor counsellor = counsellor(true);
        AtomicReference<String> key = new AtomicReference<>();
        String booking = eventually() // until the wallet has heard of the counsellor, each try is another question
                .until(
                        () -> {
                            key.set(UUID.randomUUID().toString());
                            return book(citizen, counsellor, key.get());
                        },
                        response -> response.statusCode() == 201)
                .path("booking");
        for (int i = 0; i < 2; i++) {
            book(citizen, counsellor, key.get()).then().statusCode(201).body("booking", is(booking));
        }
        wallet(citizen, 6, 2, 0, 4);
        book(citizen, counsellor(true), key.get()).then().statusCode(422).contentType("application/problem+json");
    }

    @Test
    void a_citizen_reaches_only_their_own_things() {
        Citizen citizen = entitled();
        Citizen stranger = entitled();
        Counsellor counsellor = counsellor(true);
        Counsellor otherCounsellor = counsellor(true);
        Booking booking = book(citizen, counsellor);
        pay(booking);
        eventually().untilAsserted(() -> booking(citizen, booking.id(), "BOOKED"));
        as(stranger.token())
                .get(url("wallet-service", "/wallet/v1/me/bookings/" + booking.id()))
                .then()
                .statusCode(404);
        command(stranger.token(), Map.of())
                .post(url("wallet-service", "/wallet/v1/me/bookings/" + booking.id() + "/cancellation"))
                .then()
                .statusCode(404);
        passTime(Duration.ofHours(3));
        session(otherCounsellor, booking.code(), now().minus(Duration.ofHours(2)))
                .then()
                .statusCode(oneOf(404, 422));
        String session = register(counsellor, booking, now().minus(Duration.ofHours(2)));
        command(stranger.token(), Map.of())
                .post(url("session-claims-service", "/session-claims/v1/me/sessions/" + session + "/confirmation"))
                .then()
                .statusCode(404);
        as(otherCounsellor.token())
                .get(url("session-claims-service", "/session-claims/v1/sessions/" + session))
                .then()
                .statusCode(404);
        for (String path : List.of("/wallet/v1/me", "/wallet/v1/me/bookings")) {
            given().get(url("wallet-service", path)).then().statusCode(401);
            as(counsellor.token()).get(url("wallet-service", path)).then().statusCode(403);
        }
    }

    @Test
    void what_is_not_paid_in_fourteen_days_lapses_and_the_hours_return() {
        Citizen citizen = entitled();
        Booking booking = book(citizen, counsellor(true));
        wallet(citizen, 6, 2, 0, 4);
        passTime(Duration.ofDays(14).plusHours(1));
        eventually().untilAsserted(() -> booking(citizen, booking.id(), "LAPSED"));
        wallet(citizen, 6, 0, 0, 6);
    }

    @Test
    void a_paid_block_that_is_cancelled_before_the_first_session_returns_hours_and_money() {
        Citizen citizen = entitled();
        Counsellor counsellor = counsellor(true);
        Booking booking = book(citizen, counsellor);
        pay(booking);
        eventually().untilAsserted(() -> booking(citizen, booking.id(), "BOOKED"));
        command(citizen.token(), Map.of())
                .post(url("wallet-service", "/wallet/v1/me/bookings/" + booking.id() + "/cancellation"))
                .then()
                .statusCode(200)
                .body("givingUp", is(true));
        eventually().untilAsserted(() -> booking(citizen, booking.id(), "CANCELLED"));
        wallet(citizen, 6, 0, 0, 6);
        passTime(Duration.ofHours(3));
        session(counsellor, booking.code(), now().minus(Duration.ofHours(2)))
                .then()
                .statusCode(409)
                .body("type", is("urn:problem-type:loopbaankrediet:block-cancelled"));
        ledgerBalances();
    }

    /** D-6, D-90: also when the wallet has not heard of the session yet. */
    @Test
    void after_one_hour_the_other_returns_with_half_the_co_payment_and_only_the_delivered_hour_is_paid() {
        Citizen citizen = citizen("HIGH", longCareer());
        Counsellor counsellor = counsellor(true);
        Booking booking = entitledAndBooked(citizen, counsellor);
        passTime(Duration.ofHours(4));
        String session = register(counsellor, booking, now().minus(Duration.ofHours(3)));
        command(citizen.token(), Map.of())
                .post(url("wallet-service", "/wallet/v1/me/bookings/" + booking.id() + "/cancellation"))
                .then()
                .statusCode(200)
                .body("status", is("BOOKED"));
        eventually().untilAsserted(() -> wallet(citizen, 6, 1, 0, 5));
        command(citizen.token(), Map.of())
                .post(url("session-claims-service", "/session-claims/v1/me/sessions/" + session + "/confirmation"))
                .then()
                .statusCode(200);
        try (PayoutTopic topic = new PayoutTopic()) {
            eventually().until(() -> topic.events("PayoutPaid", booking.id()).size() == 1);
            var approved =
                    topic.events("PayoutApproved", booking.id()).getFirst().data();
            assertEquals(10_890, approved.path("totalCents").asLong());
            assertEquals(2_500, approved.path("coPaymentCents").asLong());
            eventually()
                    .until(() -> topic.events("BudgetReleased", booking.id()).size() == 1);
        }
        eventually().untilAsserted(() -> wallet(citizen, 6, 0, 1, 5));
        ledgerBalances();
    }

    @Test
    void what_is_booked_with_a_counsellor_who_leaves_returns_on_the_first_day_without_them() {
        Citizen citizen = citizen("HIGH", longCareer());
        Counsellor counsellor = counsellor(true);
        Booking booking = entitledAndBooked(citizen, counsellor);
        LocalDate tomorrow =
                LocalDate.ofInstant(now(), ZoneId.of("Europe/Brussels")).plusDays(1);
        command(counsellor.token(), Map.of("from", tomorrow.toString()))
                .post(url("provider-registry-service", "/provider-registry/v1/me/departure"))
                .then()
                .statusCode(lessThan(300));
        wallet(citizen, 6, 2, 0, 4);
        passTime(Duration.ofDays(1));
        eventually().untilAsserted(() -> booking(citizen, booking.id(), "CANCELLED"));
        wallet(citizen, 6, 0, 0, 6);
        command(citizen.token(), Map.of("counsellorId", counsellor.id()))
                .post(url("wallet-service", "/wallet/v1/me/bookings"))
                .then()
                .statusCode(422);
        given().get(url("provider-registry-service", "/provider-registry/v1/directory?limit=100"))
                .then()
                .body("counsellors.counsellor", not(hasItem(counsellor.id())));
        ledgerBalances();
    }

    @Test
    void a_session_that_nobody_answers_counts_as_confirmed_after_fourteen_days() {
        Citizen citizen = citizen("HIGH", longCareer());
        Counsellor counsellor = counsellor(true);
        Booking booking = entitledAndBooked(citizen, counsellor);
        passTime(Duration.ofHours(4));
        register(counsellor, booking, now().minus(Duration.ofHours(3)));
        register(counsellor, booking, now().minus(Duration.ofHours(2)));
        wallet(citizen, 6, 2, 0, 4);
        passTime(Duration.ofDays(14).plusHours(1));
        eventually().untilAsserted(() -> wallet(citizen, 6, 0, 2, 4));
        try (PayoutTopic topic = new PayoutTopic()) {
            eventually().until(() -> topic.events("PayoutPaid", booking.id()).size() == 1);
        }
        ledgerBalances();
    }

    @Test
    void a_payment_that_the_bank_rejects_is_said_so_and_is_not_counted_as_paid() {
        switches(Map.of("bank", Map.of("refuse", true)));
        Citizen citizen = citizen("HIGH", longCareer());
        Counsellor counsellor = counsellor(true);
        Booking booking = entitledAndBooked(citizen, counsellor);
        guideAndConfirm(citizen, counsellor, booking);
        try (PayoutTopic topic = new PayoutTopic()) {
            eventually()
                    .until(() -> topic.events("PayoutRejected", booking.id()).size() == 1);
            assertEquals(List.of(), topic.events("PayoutPaid", booking.id()));
        }
        ledgerBalances();
    }

    @ParameterizedTest
    @CsvSource({
        "eligibility-service, eligibility",
        "wallet-service, wallet",
        "provider-registry-service, provider-registry",
        "session-claims-service, session-claims",
        "payout-service, payout"
    })
    void views_that_are_dropped_come_back_the_same_from_the_event_store(String service, String api) {
        Citizen citizen = citizen("HIGH", longCareer());
        Counsellor counsellor = counsellor(true);
        Booking booking = entitledAndBooked(citizen, counsellor);
        guideAndConfirm(citizen, counsellor, booking);
        as(officer())
                .post(url(service, "/" + api + "/v1/admin/rebuild"))
                .then()
                .statusCode(200)
                .body("views", not(is(List.of())))
                .body("views.differences", everyItem(is(0)));
        as(officer())
                .get(url(service, "/" + api + "/v1/admin/dead-letters"))
                .then()
                .statusCode(200)
                .body("deadLetters.findAll { it.attempts >= 20 }", is(List.of()));
    }
}
