package be.vlaanderen.loopbaankrediet.wallet;

import static be.vlaanderen.loopbaankrediet.wallet.Outside.citizen;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
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
import be.vlaanderen.loopbaankrediet.wallet.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.wallet.wallet.book.BookBlock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The way of a block, its odd turns, and who may do what. */
@QuarkusTest
class WalletServiceTest extends ServiceTest {

    // ---- the way of a block

    @Test
    void a_citizen_books_pays_and_uses_a_block() {
        grant(6);
        ValidatableResponse answer = book().statusCode(201);
        String booking = answer.extract().path("booking");
        answer.header("Location", endsWith("/wallet/v1/me/bookings/" + booking))
                .body("status", is("RESERVED"))
                .body("counsellorId", is(COUNSELLOR.toString()))
                .body("hours", is(2))
                .body("coPaymentCents", is(5_000))
                .body("code", matchesPattern("[2-9A-HJKMNP-Z]{8}"))
                .body("checkoutUrl", nullValue());
        wallet(6, 2, 0, 4);
        me().get("/me").then().body(containsString("\"granted\":6,\"reserved\":2,\"used\":0,\"available\":4,"));
        String code = get(booking).getString("code");

        commitBudget(booking);
        String checkoutUrl = awaitPaymentPage(booking);
        Map<String, Object> order = payment(booking);
        assertEquals(5_000, order.get("amountCents"));
        assertEquals("http://wallet.test/wallet/v1/payment-notifications", order.get("webhookUrl"));
        assertEquals(order.get("checkoutUrl"), checkoutUrl);
        assertFalse(order.toString().contains(number), "no personal number leaves the service");

        notify(booking, "PAID", 5_000).statusCode(204);
        assertEquals("BOOKED", get(booking).getString("status"));
        notify(booking, "PAID", 5_000).statusCode(204);
        wallet(6, 2, 0, 4);

        confirmSession(booking, UUID.randomUUID(), 3);
        await().untilAsserted(() -> wallet(6, 0.5, 1.5, 4));
        confirmSession(booking, UUID.randomUUID(), 1);
        await().untilAsserted(() -> wallet(6, 0, 2, 4));
        assertEquals("USED", get(booking).getString("status"));

        await().untilAsserted(() -> assertEquals(
                List.of("CreditGranted.v1", "BlockReserved.v1", "CoPaymentReceived.v1", "BlockBooked.v1"), said()));
        for (ConsumerRecord<String, String> message : topics.heardAbout(wallet)) {
            Contracts.assertConforms("wallet", Topics.type(message), message.value());
            assertEquals("1.0", Topics.header(message, "ce_specversion"));
            assertEquals("/wallet-service", Topics.header(message, "ce_source"));
            assertEquals(wallet.toString(), Topics.header(message, "ce_subject"));
            assertEquals("application/json", Topics.header(message, "content-type"));
            assertFalse(message.value().contains(number), "no personal number in a topic");
        }
        assertTrue(topics.heardAbout(wallet).getLast().value().contains("\"code\":\"" + code + "\""));
    }

    @Test
    void a_citizen_sees_who_of_the_government_looked_at_their_wallet() {
        grant(2);
        me().get("/me/looks").then().statusCode(200).body("looks.size()", is(0));
        officer().get("/admin/history/" + wallet).then().statusCode(200);
        officer().get("/admin/history/" + wallet).then().statusCode(200);
        String next = me().get("/me/looks?limit=1")
                .then()
                .statusCode(200)
                .body("looks.what", is(List.of("HISTORY")))
                .extract()
                .path("next");
        me().get("/me/looks?after=" + next)
                .then()
                .statusCode(200)
                .body("looks.size()", is(1))
                .body("looks[0].officer.length()", is(32));
        me().get("/me/looks?limit=0").then().statusCode(400);
        officer().get("/me/looks").then().statusCode(403);
    }

    @Test
    void unpaid_for_fourteen_days_a_reservation_lapses_and_late_money_goes_back() {
        grant(2);
        String booking = book().statusCode(201).extract().path("booking");
        commitBudget(booking);
        awaitPaymentPage(booking);
        book().statusCode(409);

        clock.pass(Duration.ofDays(14).plusSeconds(1));
        awaitStatus(booking, "LAPSED");
        wallet(2, 0, 0, 2);
        await().untilAsserted(() -> assertTrue(said().contains("BlockLapsed.v1"), said().toString()));

        notify(booking, "PAID", 5_000).statusCode(204);
        notify(booking, "PAID", 5_000).statusCode(204);
        awaitRefund(booking, 5_000);
        assertEquals("LAPSED", get(booking).getString("status"));
        assertFalse(said().contains("BlockBooked.v1"));
        book().statusCode(201);
    }

    @Test
    void in_the_queue_a_citizen_sees_the_place_and_nothing_lapses() {
        grant(6);
        String booking = book().statusCode(201).extract().path("booking");
        topics.say(
                "payout",
                "BookingQueued.v1",
                UUID.fromString(booking),
                "{\"booking\":\"%s\",\"year\":2027,\"place\":7}".formatted(booking),
                1);
        awaitStatus(booking, "QUEUED");
        assertEquals(7, get(booking).getInt("place"));
        assertEquals("queued", get(booking).getString("actions[0].why"));
        assertEquals(null, get(booking).getString("payBefore"));
        wallet(6, 2, 0, 4);

        clock.pass(Duration.ofDays(30));
        commitBudget(booking);
        awaitPaymentPage(booking);
        notify(booking, "PAID", 5_000).statusCode(204);
        assertEquals("BOOKED", get(booking).getString("status"));
    }

    @Test
    void the_place_in_the_queue_is_live_and_says_when_room_is_expected() {
        grant(6);
        String first = book().statusCode(201).extract().path("booking");
        String second = book().statusCode(201).extract().path("booking");
        String quota = ",\"quotaBlocks\":1,\"nextRoomOn\":\"2199-02-01\"}";
        queue(first, 8, "\"queueNumber\":41" + quota);
        queue(second, 9, "\"queueNumber\":42" + quota);
        awaitStatus(first, "QUEUED");
        awaitStatus(second, "QUEUED");
        assertEquals(1, get(first).getInt("place"));
        assertEquals("2199-02-01", get(first).getString("expectedOn"));
        assertEquals(2, get(second).getInt("place"));
        assertEquals("2199-03-01", get(second).getString("expectedOn"));
        cancel(first).statusCode(200);
        await().untilAsserted(() -> assertEquals(1, get(second).getInt("place")));
        assertEquals("2199-02-01", get(second).getString("expectedOn"));
    }

    @Test
    void whose_key_could_not_be_looked_up_may_try_again_with_it_at_once() {
        grant(6);
        String key = key();
        String body = "{\"counsellorId\":\"%s\"}".formatted(COUNSELLOR);
        transactions.run(connection ->
                connection.createStatement().execute("ALTER TABLE idempotency_key RENAME TO out_of_reach"));
        try {
            book(key, body).statusCode(greaterThanOrEqualTo(500));
        } finally {
            transactions.run(connection ->
                    connection.createStatement().execute("ALTER TABLE out_of_reach RENAME TO idempotency_key"));
        }
        book(key, body).statusCode(201);
        wallet(6, 2, 0, 4);
    }

    @Test
    void a_stopped_payment_can_be_started_again() {
        grant(6);
        String booking = book().statusCode(201).extract().path("booking");
        commitBudget(booking);
        String first = awaitPaymentPage(booking);
        notify(booking, "CANCELLED", 5_000).statusCode(204);
        assertEquals("AWAITING_PAYMENT", get(booking).getString("status"));
        assertEquals(null, get(booking).getString("checkoutUrl"));

        me().header("Idempotency-Key", key())
                .body("{}")
                .post("/me/bookings/" + booking + "/payment")
                .then()
                .statusCode(200)
                .body("status", is("AWAITING_PAYMENT"));
        String second = awaitPaymentPage(booking);
        assertFalse(first.equals(second));
        notify(booking + "-2", "PAID", 5_000).statusCode(204);
        assertEquals("BOOKED", get(booking).getString("status"));

        // the first payment was not stopped after all: that money goes back
        notify(booking, "PAID", 5_000).statusCode(204);
        awaitRefund(booking, 5_000);
        assertEquals("BOOKED", get(booking).getString("status"));
    }

    @Test
    void a_payment_whose_notification_was_lost_is_asked_about_and_counts() {
        grant(6);
        String paid = book().statusCode(201).extract().path("booking");
        String stopped = book().statusCode(201).extract().path("booking");
        for (String booking : List.of(paid, stopped)) {
            commitBudget(booking);
            awaitPaymentPage(booking);
        }
        settle(paid, "PAID");
        settle(stopped, "CANCELLED");
        assertEquals("AWAITING_PAYMENT", get(paid).getString("status"));

        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        awaitStatus(paid, "BOOKED");
        await().until(() -> get(stopped).getString("checkoutUrl") == null);
        notify(paid, "PAID", 5_000).statusCode(204); // it comes after all
        assertEquals("BOOKED", get(paid).getString("status"));
    }

    @Test
    void money_for_a_lapsed_reservation_is_found_and_goes_back_though_nobody_told() {
        grant(2);
        String booking = book().statusCode(201).extract().path("booking");
        commitBudget(booking);
        awaitPaymentPage(booking);
        clock.pass(Duration.ofDays(14).plusSeconds(1));
        awaitStatus(booking, "LAPSED");
        settle(booking, "PAID");
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        awaitRefund(booking, 5_000);
        assertEquals("LAPSED", get(booking).getString("status"));
    }

    @Test
    void before_the_first_session_a_block_can_be_cancelled_with_its_money() {
        grant(6);
        String booking = paid();
        cancelPaid(booking);
        wallet(6, 0, 0, 6);
        cancel(booking).statusCode(200).body("status", is("CANCELLED"));
        awaitRefund(booking, 5_000);
        await().untilAsserted(() ->
                assertTrue(topics.heardAbout(wallet).getLast().value().contains("\"refundCents\":5000")));
        notify(booking, "REFUNDED", 5_000).statusCode(204);
        cancel(booking)
                .statusCode(200)
                .body("refundedCents", is(5_000))
                .body("refundOnItsWayCents", nullValue())
                .body("paidCents", nullValue());
        assertEquals("BlockCancelled.v1", said().getLast());
    }

    /** D-91. */
    @Test
    void while_nobody_says_what_was_delivered_nothing_returns_and_it_is_asked_again() {
        grant(6);
        String booking = paid();
        cancel(booking).statusCode(200).body("givingUp", is(true));
        cancel(booking).statusCode(200).body("status", is("BOOKED")).body("givingUp", is(true));
        clock.pass(Duration.ofMinutes(11));
        await().until(() -> asked(booking).size() == 2);
        assertEquals(1, asked(booking).stream().distinct().count(), "the same question");
        wallet(6, 2, 0, 4);
        answer(booking, 4, 2);
        awaitStatus(booking, "CANCELLED");
        awaitRefund(booking, 5_000);
        clock.pass(Duration.ofDays(2));
        wallet(6, 0, 0, 6);
        assertEquals(2, asked(booking).size());
    }

    /** D-90: the counsellor registered it, and this service has not heard so when the citizen cancels. */
    @Test
    void an_hour_that_was_delivered_before_cancelling_does_not_return() {
        grant(6);
        String booking = paid();
        cancel(booking).statusCode(200).body("givingUp", is(true));
        registerSession(booking);
        answer(booking, 2, 1);
        await().untilAsserted(() -> wallet(6, 1, 0, 5));
        confirmSession(booking, UUID.randomUUID(), 2);
        awaitStatus(booking, "USED");
        me().get("/me/bookings/" + booking).then().body("returned", is(1)).body("paidCents", is(2_500));
    }

    /** Domain 5: a counsellor who is suspended or leaves. */
    @Test
    void when_a_counsellor_is_gone_what_is_booked_with_them_returns_to_the_citizen() {
        UUID counsellor = UUID.randomUUID();
        aboutCounsellor(counsellor, "CounsellorRegistered.v1", "{\"counsellor\":\"%s\"}".formatted(counsellor));
        grant(6);
        String body = "{\"counsellorId\":\"%s\"}".formatted(counsellor);
        await().until(() -> book(key(), body).extract().statusCode() == 201);
        String unpaid = me().get("/me").jsonPath().getString("bookings[0].booking");
        String booked = book(key(), body).statusCode(201).extract().path("booking");
        commitBudget(booked);
        awaitPaymentPage(booked);
        notify(booked, "PAID", 5_000).statusCode(204);
        wallet(6, 4, 0, 2);

        LocalDate day = Days.of(clock.instant()).plusDays(3);
        aboutCounsellor(
                counsellor, "CounsellorLeft.v1", "{\"counsellor\":\"%s\",\"from\":\"%s\"}".formatted(counsellor, day));
        await().until(() -> events("counsellor-" + counsellor).contains("CounsellorStopsOn"));
        book(key(), body).statusCode(201);
        wallet(6, 6, 0, 0);

        clock.pass(Duration.ofDays(3));
        answer(booked, 4, 1);
        await().untilAsserted(() -> wallet(6, 0, 0, 6));
        assertEquals("CANCELLED", get(unpaid).getString("status"));
        assertEquals("CANCELLED", get(booked).getString("status"));
        awaitRefund(booked, 5_000);
        book(key(), body).statusCode(422);

        // reserved in the very moment in which the counsellor was noticed gone
        UUID late = UUID.randomUUID();
        BookBlock command = new BookBlock(
                wallet, late, counsellor, null, "K7WQ2MHN", 1_000_000_000, Days.of(clock.instant()), clock.instant());
        var unused = wallets.handle(wallet.toString(), state -> BookBlock.decide(state, Counsellor.BOOKABLE, command))
                .orThrow();
        awaitStatus(late.toString(), "CANCELLED");
    }

    /** D-94: a session is taken back, or disputed, after the answer; a single half hour returns as well. */
    @Test
    void time_that_is_free_again_with_a_counsellor_who_is_gone_returns_without_the_citizen_asking() {
        UUID counsellor = UUID.randomUUID();
        aboutCounsellor(counsellor, "CounsellorRegistered.v1", "{\"counsellor\":\"%s\"}".formatted(counsellor));
        grant(6);
        String body = "{\"counsellorId\":\"%s\"}".formatted(counsellor);
        await().until(() -> book(key(), body).extract().statusCode() == 201);
        String booking = me().get("/me").jsonPath().getString("bookings[0].booking");
        commitBudget(booking);
        awaitPaymentPage(booking);
        notify(booking, "PAID", 5_000).statusCode(204);
        registerSession(booking);
        confirmSession(booking, UUID.randomUUID(), 3);
        await().until(() -> events(wallet.toString()).contains("HoursUsed"));
        aboutCounsellor(
                counsellor,
                "CounsellorLeft.v1",
                "{\"counsellor\":\"%s\",\"from\":\"%s\"}".formatted(counsellor, Days.of(clock.instant())));
        answer(booking, 0, 1);
        await().until(() -> said().contains("HoursReturned.v1"));
        assertEquals("BOOKED", get(booking).getString("status"));

        clock.pass(Duration.ofMinutes(11));
        await().until(() -> asked(booking).size() == 2);
        assertEquals(2, asked(booking).stream().distinct().count(), "another question");
        topics.say(
                "session-claims",
                "UnusedTimeReleased.v1",
                UUID.fromString(booking),
                "{\"booking\":\"%s\",\"wallet\":\"%s\",\"halfHours\":1,\"givenUpAt\":\"%s\"}"
                        .formatted(booking, wallet, asked(booking).getLast()),
                1);
        awaitStatus(booking, "USED");
        me().get("/me/bookings/" + booking).then().body("paidCents", is(3_750));
        clock.pass(Duration.ofDays(30));
        wallet(6, 0, 1.5, 4.5);
        assertEquals(2, asked(booking).size());
    }

    /** D-6. */
    @Test
    void after_the_first_session_whole_unused_hours_return_with_their_part_of_the_money() {
        grant(6);
        String booking = paid();
        registerSession(booking);
        await().until(() -> events(wallet.toString()).contains("GuidanceStarted"));
        cancel(booking).statusCode(200).body("status", is("BOOKED")).body("givingUp", is(true));
        cancel(booking).statusCode(200);
        wallet(6, 2, 0, 4);
        await().until(() -> said().contains("BlockGivenUp.v1"));

        confirmSession(booking, UUID.randomUUID(), 2);
        for (int twice = 0; twice < 2; twice++) {
            releaseUnused(booking, 2);
        }
        await().untilAsserted(() -> wallet(6, 0, 1, 5));
        me().get("/me/bookings/" + booking)
                .then()
                .body("status", is("USED"))
                .body("givingUp", nullValue())
                .body("returned", is(1));
        await().until(() -> books("refunds", "refund-" + payment(booking).get("id") + "-1").stream()
                .anyMatch(refund -> refund.get("amountCents").equals(2_500)));
        notify(booking, "REFUNDED", 2_500).statusCode(204);
        await().until(() -> events(wallet.toString()).contains("PartRefunded"));
        me().get("/me/bookings/" + booking)
                .then()
                .body("refundedCents", is(2_500))
                .body("paidCents", is(2_500));
        cancel(booking).statusCode(409).body("type", is(PROBLEM + "no-whole-hour-left"));
        assertEquals(1, said().stream().filter("HoursReturned.v1"::equals).count());
    }

    @Test
    void a_confirmed_session_that_is_withdrawn_is_reserved_again() {
        grant(6);
        String booking = paid();
        UUID session = UUID.randomUUID();
        confirmSession(booking, session, 4);
        await().untilAsserted(() -> wallet(6, 0, 2, 4));
        topics.say(
                "session-claims",
                "SessionWithdrawn.v1",
                UUID.fromString(booking),
                "{\"session\":\"%s\",\"booking\":\"%s\",\"wallet\":\"%s\"}".formatted(session, booking, wallet),
                2);
        await().untilAsserted(() -> wallet(6, 2, 0, 4));
        assertEquals("BOOKED", get(booking).getString("status"));
        confirmSession(booking, UUID.randomUUID(), 4);
        await().untilAsserted(() -> wallet(6, 0, 2, 4));
    }

    /** MR 4.7. */
    @Test
    void undue_hours_return_to_the_citizen_once_unless_the_fault_was_theirs() {
        grant(6);
        String booking = paid();
        confirmSession(booking, UUID.randomUUID(), 4);
        await().untilAsserted(() -> wallet(6, 0, 2, 4));
        clawBack(booking, 2, ",\"hoursReturn\":false");
        clawBack(booking, 2, "");
        await().untilAsserted(() -> wallet(6, 0, 1, 5));
        String refund = "refund-" + payment(booking).get("id") + "-1";
        await().until(() -> books("refunds", refund).stream()
                .anyMatch(each -> each.get("amountCents").equals(2_500)));
        me().get("/me/bookings/" + booking).then().body("restored", is(1)).body("paidCents", is(2_500));
        await().until(() -> said().contains("HoursRestored.v1"));
        assertEquals(1, said().stream().filter("HoursRestored.v1"::equals).count());
    }

    /** D-95: also when it is heard of before the session is. */
    @Test
    void hours_that_are_never_paid_return_to_the_citizen_with_their_co_payment_once() {
        grant(6);
        String booking = paid();
        UUID session = UUID.randomUUID();
        UUID claim = UUID.randomUUID();
        payoutRefuses(booking, UUID.randomUUID(), "");
        payoutRefuses(booking, UUID.randomUUID(), ",\"neverPaid\":[]");
        payoutRefuses(booking, claim, ",\"neverPaid\":[{\"session\":\"%s\",\"halfHours\":4}]".formatted(session));
        confirmSession(booking, session, 4);
        await().untilAsserted(() -> wallet(6, 0, 0, 6));
        String refund = "refund-" + payment(booking).get("id") + "-1";
        await().until(() -> books("refunds", refund).stream()
                .anyMatch(each -> each.get("amountCents").equals(5_000)));
        await().until(() -> said().contains("HoursRestored.v1"));
        assertEquals(1, said().stream().filter("HoursRestored.v1"::equals).count());
        me().get("/me/bookings/" + booking).then().body("restored", is(2)).body("paidCents", nullValue());
    }

    private void payoutRefuses(String booking, UUID claim, String more) {
        topics.say(
                "payout",
                "PayoutRefused.v1",
                UUID.fromString(booking),
                "{\"claim\":\"%s\",\"booking\":\"%s\",\"failed\":[\"COUNSELLOR_NOT_REGISTERED\"]%s}"
                        .formatted(claim, booking, more),
                2);
    }

    /** D-4. */
    @Test
    void a_lower_price_refunds_the_difference_and_fewer_hours_leave_what_is_booked() {
        grant(6);
        String booking = paid();
        revise(6, 1_500);
        String refund = "refund-" + payment(booking).get("id") + "-1";
        await().until(() -> books("refunds", refund).stream()
                .anyMatch(each -> each.get("amountCents").equals(2_000)));
        me().get("/me").then().body("pricePerHourCents", is(1_500)).body("actions[0].possible", is(true));
        me().get("/me/bookings/" + booking).then().body("paidCents", is(3_000));
        revise(0, 1_500);
        await().untilAsserted(() -> wallet(2, 2, 0, 0));
        me().get("/me").then().body("actions[0].why", is("not-enough-credit"));
        await().until(() -> said().getLast().equals("CreditRevised.v1"));
    }

    // ---- what the citizen sees

    @Test
    void the_wallet_and_a_booking_can_be_seen_as_of_a_day() {
        LocalDate before = Days.of(clock.instant());
        clock.pass(Duration.ofDays(1));
        grant(6);
        String booking = book().statusCode(201).extract().path("booking");
        LocalDate day = Days.of(clock.instant());
        clock.pass(Duration.ofDays(1));
        cancel(booking).statusCode(200);
        me().get("/me?asOf=" + before)
                .then()
                .statusCode(200)
                .body("granted", is(0))
                .body("actions", nullValue());
        me().get("/me?asOf=" + day).then().body("reserved", is(2)).body("bookings[0].status", is("RESERVED"));
        me().get("/me?asOf=" + day.plusDays(1)).then().body("reserved", is(0));
        String one = "/me/bookings/" + booking + "?asOf=";
        me().get(one + before).then().statusCode(404).body("type", is(PROBLEM + "booking-unknown"));
        me().get(one + day).then().body("status", is("RESERVED"));
        me().get(one + day.plusDays(1)).then().body("status", is("CANCELLED"));
        for (String asOf : List.of("yesterday", "2027-02-30", "1800-01-01", "%00")) {
            me().get("/me?asOf=" + asOf).then().statusCode(400).body("issues[0].name", is("asOf"));
            me().get(one + asOf).then().statusCode(400).contentType("application/problem+json");
        }
    }

    @Test
    void bookings_are_paged_and_filtered_newest_first() {
        grant(6);
        List<String> booked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            booked.addFirst(book().statusCode(201).extract().path("booking"));
        }
        cancel(booked.get(1)).statusCode(200);
        JsonPath first = me().get("/me/bookings?limit=2")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(booked.subList(0, 2), first.getList("bookings.booking"));
        me().get("/me/bookings?limit=2&after=" + first.getString("next"))
                .then()
                .body("bookings.booking", is(booked.subList(2, 3)))
                .body("next", nullValue());
        me().get("/me/bookings?status=CANCELLED").then().body("bookings.booking", is(booked.subList(1, 2)));
        me().get("/me/bookings?after=" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("bookings", is(List.of()));
        for (String question : List.of("limit=0", "limit=101", "limit=x", "status=GONE", "after=x", "after=%00")) {
            me().get("/me/bookings?" + question)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", is(PROBLEM + "bad-request"));
        }
    }

    @Test
    void a_booking_says_what_can_be_done_next_and_why_not() {
        grant(2);
        String booking = book().statusCode(201).extract().path("booking");
        me().get("/me/bookings/" + booking)
                .then()
                .body("actions.action", is(List.of("PAY", "CANCEL")))
                .body("actions[0].why", is("payment-page-on-its-way"))
                .body("actions[1].possible", is(true));
        commitBudget(booking);
        awaitPaymentPage(booking);
        JsonPath waiting = get(booking);
        assertEquals(true, waiting.getBoolean("actions[0].possible"));
        assertEquals(waiting.getString("payBefore"), waiting.getString("actions[0].until"));
        notify(booking, "CANCELLED", 5_000).statusCode(204);
        assertEquals("NEW_PAYMENT", get(booking).getString("actions[0].action"));
        notify(booking, "PAID", 5_000).statusCode(204);
        confirmSession(booking, UUID.randomUUID(), 4);
        awaitStatus(booking, "USED");
        me().get("/me/bookings/" + booking).then().body("actions.why", is(List.of("no-whole-hour-left")));
    }

    @Test
    void ten_bookings_at_once_on_six_hours_give_three() throws Exception {
        grant(6);
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(10)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                answers.add(people.submit(() -> book().extract().statusCode()));
            }
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        }
        assertEquals(3, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        wallet(6, 6, 0, 0);
        book().statusCode(409)
                .contentType("application/problem+json")
                .body("type", is(PROBLEM + "not-enough-credit"))
                .body("available", is(0))
                .body("detail", containsString("uren"));
    }

    @Test
    void who_is_unknown_or_has_no_credit_sees_zeros_and_cannot_book() {
        for (String token : List.of(Login.citizen("99010112345"), Login.citizen(number))) {
            as(token)
                    .get("/me")
                    .then()
                    .statusCode(200)
                    .body("granted", is(0))
                    .body("reserved", is(0))
                    .body("used", is(0))
                    .body("available", is(0))
                    .body("pricePerHourCents", is(0))
                    .body("bookings", is(List.of()));
            as(token).get("/me/bookings").then().statusCode(200).body("bookings", is(List.of()));
            as(token)
                    .header("Idempotency-Key", key())
                    .body(Map.of("counsellorId", COUNSELLOR))
                    .post("/me/bookings")
                    .then()
                    .statusCode(409)
                    .body("type", is(PROBLEM + "not-enough-credit"));
        }
    }

    @Test
    void only_a_registered_counsellor_can_be_booked() {
        grant(6);
        book(key(), "{\"counsellorId\":\"%s\"}".formatted(UUID.randomUUID()))
                .statusCode(422)
                .body("type", is(PROBLEM + "counsellor-not-bookable"))
                .body("issues[0].name", is("counsellorId"))
                .body("issues[0].in", is("body"));
    }

    @Test
    void an_entitlement_gives_hours_once_however_often_it_is_told() {
        UUID request = UUID.randomUUID();
        establish(6, request, 3);
        establish(6, request, 1);
        establish(6, UUID.randomUUID(), 1);
        await().untilAsserted(() -> wallet(6, 0, 0, 6));
        topics.say("eligibility", "Unknown.v1", wallet, "{}", 1);
        grantTo(Login.citizen("70010112345"), citizen("70010112345"), 2); // the messages before this one are handled
        wallet(6, 0, 0, 6);
        await().untilAsserted(() -> assertEquals(List.of("CreditGranted.v1"), said()));
        assertEquals(List.of("CreditGranted"), events(wallet.toString()));
    }

    @Test
    void eligibility_out_of_reach_is_no_fault_of_the_citizen() {
        trouble("eligibility");
        me().get("/me")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", is(PROBLEM + "eligibility-unavailable"));
        trouble("");
        me().get("/me").then().statusCode(200);
        trouble("eligibility"); // who is known stays known
        me().get("/me").then().statusCode(200);
    }

    @Test
    void a_payment_provider_out_of_reach_delays_the_payment_page() {
        grant(6);
        trouble("payments");
        String booking = book().statusCode(201).extract().path("booking");
        commitBudget(booking);
        await().untilAsserted(() -> assertTrue(officer()
                .get("/admin/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("deadLetters.processor")
                .contains("WhenBudgetSecuredThenRequestCoPayment")));
        trouble("");
        awaitPaymentPage(booking);
        assertEquals(1, books("payments", booking).size());
    }

    // ---- repeats

    @Test
    void the_same_key_gives_the_same_booking_in_the_same_letters() {
        grant(6);
        String key = key();
        String body = "{\"counsellorId\":\"%s\"}".formatted(COUNSELLOR);
        String first = book(key, body).statusCode(201).extract().asString();
        repeats(key, body, first);
        await().untilAsserted(() -> assertTrue(isKept(key))); // a moment after it was given
        repeats(key, body, first);
        book(key, "{\"counsellorId\":\"%s\"}".formatted(UUID.randomUUID()))
                .statusCode(422)
                .body("type", is(PROBLEM + "idempotency-key-reused"));
        me().body(body).post("/me/bookings").then().statusCode(400).body("issues[0].name", is("Idempotency-Key"));
        wallet(6, 2, 0, 4);
    }

    @Test
    void a_body_that_does_not_say_how_long_it_is_counts_as_a_whole() throws Exception {
        grant(6);
        String key = key();
        String body = "{\"counsellorId\":\"%s\"}".formatted(COUNSELLOR);
        HttpRequest inPieces = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/wallet/v1/me/bookings"))
                .header("Authorization", "Bearer " + Login.citizen(number))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> first = client.send(inPieces, HttpResponse.BodyHandlers.ofString());
            assertEquals(201, first.statusCode(), first.body());
            repeats(key, body, first.body());
        }
    }

    @Test
    void who_repeats_at_the_same_moment_as_others_ask_gets_the_own_answer() throws Exception {
        grant(6);
        String body = "{\"counsellorId\":\"%s\"}".formatted(COUNSELLOR);
        Map<String, String> answers = new HashMap<>();
        for (int i = 0; i < 3; i++) {
            String key = key();
            answers.put(key, book(key, body).statusCode(201).extract().asString());
            await().untilAsserted(() -> assertTrue(isKept(key)));
        }
        try (ExecutorService people = Executors.newFixedThreadPool(12)) {
            for (int round = 0; round < 10; round++) {
                List<Callable<Void>> all = new ArrayList<>();
                answers.forEach((key, answer) -> {
                    all.add(() -> {
                        repeats(key, body, answer);
                        return null;
                    });
                    all.addAll(Collections.<Callable<Void>>nCopies(3, () -> {
                        book(key(), body).statusCode(409);
                        return null;
                    }));
                });
                for (Future<Void> each : people.invokeAll(all)) {
                    each.get();
                }
            }
        }
        wallet(6, 6, 0, 0);
    }

    private void repeats(String key, String body, String first) {
        String again = book(key, body)
                .statusCode(201)
                .header("Location", endsWith(JsonPath.from(first).getString("booking")))
                .extract()
                .asString();
        assertEquals(first, again);
    }

    private boolean isKept(String key) {
        return transactions.in(connection -> !Sql.list(
                        connection, "SELECT 1 FROM idempotency_key WHERE key = ?", row -> row.getInt(1), key)
                .isEmpty());
    }

    @Test
    void a_message_that_comes_again_changes_nothing_and_a_rebuild_equals_what_is_live() {
        grant(6);
        String booking = paid();
        UUID session = UUID.randomUUID();
        confirmSession(booking, session, 2);
        confirmSession(booking, session, 2);
        confirmSession(booking, UUID.randomUUID(), 1);
        await().untilAsserted(() -> wallet(6, 0.5, 1.5, 4));
        cancel(book().statusCode(201).extract().path("booking")).statusCode(200);
        String asked = paid();
        cancel(asked).statusCode(200).body("givingUp", is(true));
        officer()
                .post("/admin/rebuild")
                .then()
                .statusCode(200)
                .body(
                        "views.view",
                        hasItems(
                                "booking",
                                "open_payment",
                                "stopping_counsellor",
                                "sponsor",
                                "sponsor_line",
                                "sponsor_bill"))
                .body("views.differences", everyItem(is(0)))
                .body("views.find { it.view == 'booking' }.rows", not(0));
        wallet(6, 2.5, 1.5, 2);
    }

    // ---- who may do what

    @Test
    void what_somebody_asked_for_who_was_refused_does_not_come_into_the_metrics() {
        String path = "/" + UUID.randomUUID();
        as(Login.notAccepted(number).getFirst()).get(path).then().statusCode(401);
        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();
        assertTrue(metrics.contains("uri=\"UNAUTHORIZED\""), metrics);
        assertFalse(metrics.contains(path), path);
    }

    @Test
    void only_a_citizen_with_a_good_token_gets_in() {
        String path = "/me/bookings/" + UUID.randomUUID();
        for (String token : Login.notAccepted(number)) {
            as(token).get("/me").then().statusCode(401).contentType("application/problem+json");
        }
        given().basePath("/wallet/v1").get("/me").then().statusCode(401);
        for (String token : List.of(
                Login.withoutRole(number),
                Login.counsellor(number, "0123456749"),
                Login.officer(),
                Login.service("payout"))) {
            as(token).get("/me").then().statusCode(403).contentType("application/problem+json");
            as(token).get("/me/bookings").then().statusCode(403);
            as(token).get(path).then().statusCode(403);
            as(token)
                    .header("Idempotency-Key", key())
                    .body(Map.of("counsellorId", COUNSELLOR))
                    .post("/me/bookings")
                    .then()
                    .statusCode(403);
            as(token)
                    .header("Idempotency-Key", key())
                    .body("{}")
                    .post(path + "/cancellation")
                    .then()
                    .statusCode(403);
            as(token)
                    .header("Idempotency-Key", key())
                    .body("{}")
                    .post(path + "/payment")
                    .then()
                    .statusCode(403);
        }
        me().post("/admin/rebuild").then().statusCode(403);
    }

    @Test
    void the_booking_of_someone_else_does_not_exist() {
        grant(6);
        String booking = paid();
        for (String token : List.of(Login.citizen("71010112345"), Login.citizen("99010112345"))) {
            as(token)
                    .get("/me/bookings/" + booking)
                    .then()
                    .statusCode(404)
                    .body("type", is(PROBLEM + "booking-unknown"));
            for (String act : List.of("/cancellation", "/payment")) {
                as(token)
                        .header("Idempotency-Key", key())
                        .body("{}")
                        .post("/me/bookings/" + booking + act)
                        .then()
                        .statusCode(404)
                        .body("type", is(PROBLEM + "booking-unknown"));
            }
        }
        assertEquals("BOOKED", get(booking).getString("status"));
    }

    @Test
    void bad_input_is_answered_with_what_is_wrong() {
        grant(6);
        for (String body : List.of(
                "",
                "{",
                "null",
                "[]",
                "12",
                "{}",
                "{\"counsellorId\":null}",
                "{\"counsellorId\":\"\"}",
                "{\"counsellorId\":12}",
                "{\"counsellorId\":true}",
                "{\"counsellorId\":[]}",
                "{\"counsellorId\":\"not-an-id\"}",
                "{\"counsellorId\":\"\uD83D\uDCB6\u202E\"}",
                "{\"counsellorId\":\"%s\",\"hours\":2}".formatted(COUNSELLOR),
                "{\"counsellorId\":\"%s\"".formatted("x".repeat(100_000)))) {
            book(key(), body)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", is(PROBLEM + "bad-request"));
        }
        for (String key : List.of(" ", "x".repeat(129), "sleutel met spatie")) {
            book(key, "{\"counsellorId\":\"%s\"}".formatted(COUNSELLOR)).statusCode(400);
        }
        for (String id : List.of("not-an-id", "%00", "..%2f..", "\uD83D\uDCB6", "0")) {
            me().get("/me/bookings/" + id).then().statusCode(404).contentType("application/problem+json");
        }
        for (String body : List.of("{", "[]", "{\"why\":\"no\"}")) {
            me().header("Idempotency-Key", key())
                    .body(body)
                    .post("/me/bookings/" + UUID.randomUUID() + "/cancellation")
                    .then()
                    .statusCode(400);
        }
        me().delete("/me").then().statusCode(405).contentType("application/problem+json");
        given().basePath("/wallet/v1")
                .header("Authorization", "Bearer " + Login.citizen(number))
                .header("Idempotency-Key", key())
                .contentType("text/plain")
                .body("{}")
                .post("/me/bookings")
                .then()
                .statusCode(415);
        wallet(6, 0, 0, 6);
    }

    @Test
    void the_http_contract_is_what_the_service_answers_and_what_its_code_says() {
        Contracts.http("wallet-service");
    }
}
