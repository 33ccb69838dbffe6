package be.vlaanderen.loopbaankrediet.wallet;

import static be.vlaanderen.loopbaankrediet.wallet.Outside.citizen;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.testkit.RealServers;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.book.BookBlock;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The running service through HTTP and Kafka, on real servers. Every test has citizens of its own. */
@QuarkusTest
@WithTestResource(value = RealServers.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Outside.class, scope = TestResourceScope.GLOBAL)
class WalletServiceTest {

    private static final AtomicInteger NEXT = new AtomicInteger(10_000);
    private static final UUID COUNSELLOR = UUID.fromString("c7d1a6de-52f4-4a0e-bb1b-7a3e0a4f7d10");
    private static final String PROBLEM = "urn:problem-type:loopbaankrediet:";

    @Inject
    MovableClock clock;

    @Inject
    AggregateStore<Wallet, WalletEvent> wallets;

    @Inject
    Transactions transactions;

    @ConfigProperty(name = "outside.url")
    String outside;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private Topics topics;
    private final String number = "8001" + NEXT.incrementAndGet() + "12";
    private final UUID wallet = citizen(number);

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        Awaitility.setDefaultPollInterval(Duration.ofMillis(50));
    }

    @BeforeEach
    void listen() {
        topics = new Topics(bootstrapServers);
        topics.say(
                "provider-registry",
                "CounsellorRegistered.v1",
                COUNSELLOR,
                "{\"counsellor\":\"%s\",\"route\":\"R1\"}".formatted(COUNSELLOR),
                1);
    }

    @AfterEach
    void hangUp() throws InterruptedException {
        trouble("");
        topics.close();
    }

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
        assertEquals(1, get(second).getInt("place"));
        assertEquals("2199-02-01", get(second).getString("expectedOn"));
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
        cancel(booking).statusCode(200).body("status", is("CANCELLED"));
        wallet(6, 0, 0, 6);
        cancel(booking).statusCode(200);
        awaitRefund(booking, 5_000);
        await().untilAsserted(() ->
                assertTrue(topics.heardAbout(wallet).getLast().value().contains("\"refundCents\":5000")));
        notify(booking, "REFUNDED", 5_000).statusCode(204);
        assertEquals("BlockCancelled.v1", said().getLast());
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
        await().untilAsserted(() -> wallet(6, 0, 0, 6));
        assertEquals("CANCELLED", get(unpaid).getString("status"));
        assertEquals("CANCELLED", get(booked).getString("status"));
        awaitRefund(booked, 5_000);
        book(key(), body).statusCode(422);

        // reserved in the very moment in which the counsellor was noticed gone
        UUID late = UUID.randomUUID();
        BookBlock command =
                new BookBlock(wallet, late, counsellor, null, "K7WQ2MHN", Days.of(clock.instant()), clock.instant());
        var unused = wallets.handle(wallet.toString(), state -> BookBlock.decide(state, Counsellor.BOOKABLE, command))
                .orThrow();
        awaitStatus(late.toString(), "CANCELLED");
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

    // ---- sponsors

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
        officer().get(list + "&status=OPEN").then().body("bills", is(List.of()));
        officer().get("/sponsors/" + sponsor).then().body("openBillsCents", is(0));

        // what comes back later is the citizen's and the sponsor's, each their part
        cancel(booking).statusCode(200);
        awaitRefund(booking, 2_500);
        await().untilAsserted(() ->
                assertTrue(topics.heardAbout(wallet).getLast().value().contains("\"sponsorRefundCents\":2500")));
        await().untilAsserted(() -> officer().get("/sponsors/" + sponsor).then().body("usedCents", is(0)));
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
        cancel(booking).statusCode(200).body("status", is("CANCELLED"));

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
    void the_same_key_gives_the_same_booking() {
        grant(6);
        String key = key();
        String body = "{\"counsellorId\":\"%s\"}".formatted(COUNSELLOR);
        String first = book(key, body).statusCode(201).extract().asString();
        ValidatableResponse again = book(key, body).statusCode(201);
        assertEquals(JsonPath.from(first).getMap(""), again.extract().jsonPath().getMap(""));
        again.header("Location", endsWith(JsonPath.from(first).getString("booking")));
        book(key, "{\"counsellorId\":\"%s\"}".formatted(UUID.randomUUID()))
                .statusCode(422)
                .body("type", is(PROBLEM + "idempotency-key-reused"));
        me().body(body).post("/me/bookings").then().statusCode(400).body("issues[0].name", is("Idempotency-Key"));
        wallet(6, 2, 0, 4);
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
        wallet(6, 0.5, 1.5, 4);
    }

    // ---- payment notifications

    @Test
    void a_notification_without_the_right_signature_is_not_believed() {
        grant(6);
        String booking = book().statusCode(201).extract().path("booking");
        commitBudget(booking);
        awaitPaymentPage(booking);
        String body = notification(booking, "PAID", 5_000);
        String good = sign(body);
        for (String signature :
                List.of("", "sha256=", "sha256=" + "0".repeat(64), good.substring(7), good + "00", "é")) {
            send(body, signature)
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", is(PROBLEM + "signature-invalid"));
        }
        given().basePath("/wallet/v1")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/payment-notifications")
                .then()
                .statusCode(401);
        send(body.replace("5000", "5001"), good).statusCode(401);
        assertEquals("AWAITING_PAYMENT", get(booking).getString("status"));
    }

    @Test
    void another_amount_or_an_unknown_payment_does_not_book() {
        grant(6);
        String booking = book().statusCode(201).extract().path("booking");
        commitBudget(booking);
        awaitPaymentPage(booking);
        notify(booking, "PAID", 4_999)
                .statusCode(422)
                .body("type", is(PROBLEM + "payment-amount-differs"))
                .body("expectedCents", is(5_000));
        notify(booking, "REFUNDED", 5_000).statusCode(422);
        String id = (String) payment(booking).get("id");
        for (String reference : List.of(UUID.randomUUID().toString(), "", "no-reference", "\\u0000", "x".repeat(500))) {
            signed("{\"id\":\"%s\",\"reference\":\"%s\",\"status\":\"PAID\",\"amountCents\":5000}"
                            .formatted(id, reference))
                    .statusCode(404)
                    .body("type", is(PROBLEM + "payment-unknown"));
        }
        signed("{\"id\":\"another\",\"reference\":\"%s\",\"status\":\"PAID\",\"amountCents\":5000}".formatted(booking))
                .statusCode(404);
        assertEquals("AWAITING_PAYMENT", get(booking).getString("status"));
    }

    @Test
    void a_notification_that_cannot_be_read_is_a_bad_request() {
        for (String body : List.of(
                "",
                "{",
                "null",
                "[]",
                "\"\"",
                "{}",
                "{\"id\":null,\"reference\":null,\"status\":null,\"amountCents\":null}",
                "{\"id\":\"a\",\"reference\":\"b\",\"status\":\"LOST\",\"amountCents\":1}",
                "{\"id\":\"a\",\"reference\":\"b\",\"status\":\"PAID\",\"amountCents\":\"much\"}",
                "{\"id\":\"a\",\"reference\":\"b\",\"status\":\"PAID\",\"amountCents\":1e99}",
                "{\"id\":{\"a\":1},\"reference\":\"b\",\"status\":\"PAID\",\"amountCents\":1}",
                "\u0000\uFFFF💶")) {
            signed(body)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", is(PROBLEM + "bad-request"));
        }
        signed(" ".repeat(10 * 1024 + 1)).statusCode(413);
    }

    // ---- who may do what

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
    void the_http_contract_is_the_committed_one() throws IOException {
        Path committed = Path.of("../contracts/http/wallet-service.openapi.yaml");
        String served =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        assertEquals(
                Files.readString(committed),
                served,
                "the API changed: copy target/openapi/openapi.yaml to " + committed);
    }

    // ---- words

    private RequestSpecification me() {
        return as(Login.citizen(number));
    }

    private static RequestSpecification officer() {
        return as(Login.officer());
    }

    private static RequestSpecification as(String token) {
        return given().basePath("/wallet/v1")
                .header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private void grant(int hours) {
        grantTo(Login.citizen(number), wallet, hours);
        await().until(() -> events("counsellor-" + COUNSELLOR).contains("CounsellorBecameBookable"));
    }

    private void grantTo(String token, UUID citizen, int hours) {
        topics.say(
                "eligibility", "EntitlementEstablished.v1", citizen, established(citizen, UUID.randomUUID(), hours), 1);
        await().untilAsserted(() -> as(token).get("/me").then().statusCode(200).body("granted", is(hours)));
    }

    private void establish(int hours, UUID request, int times) {
        topics.say("eligibility", "EntitlementEstablished.v1", wallet, established(wallet, request, hours), times);
    }

    private static String established(UUID citizen, UUID request, int hours) {
        return """
                {"citizen":"%s","request":"%s","hours":%d,"coPaymentPerHourCents":2500,"ruleVersion":"loopbaankrediet-2027",
                 "requestedOn":"2027-03-01","establishedAt":"2027-03-01T09:00:00Z"}""".formatted(citizen, request, hours);
    }

    private ValidatableResponse book() {
        return book(key(), "{\"counsellorId\":\"%s\"}".formatted(COUNSELLOR));
    }

    private ValidatableResponse book(String key, String body) {
        return me().header("Idempotency-Key", key)
                .body(body)
                .post("/me/bookings")
                .then();
    }

    /** A block that is booked and paid. */
    private String paid() {
        String booking = book().statusCode(201).extract().path("booking");
        commitBudget(booking);
        awaitPaymentPage(booking);
        notify(booking, "PAID", 5_000).statusCode(204);
        awaitStatus(booking, "BOOKED");
        return booking;
    }

    private ValidatableResponse cancel(String booking) {
        return me().header("Idempotency-Key", key())
                .body("{}")
                .post("/me/bookings/" + booking + "/cancellation")
                .then();
    }

    private JsonPath get(String booking) {
        return me().get("/me/bookings/" + booking)
                .then()
                .statusCode(200)
                .body("booking", equalTo(booking))
                .extract()
                .jsonPath();
    }

    private void awaitStatus(String booking, String status) {
        await().untilAsserted(() -> assertEquals(status, get(booking).getString("status")));
    }

    private String awaitPaymentPage(String booking) {
        await().untilAsserted(() -> assertTrue(get(booking).getString("checkoutUrl") != null));
        assertEquals("AWAITING_PAYMENT", get(booking).getString("status"));
        return get(booking).getString("checkoutUrl");
    }

    private void wallet(double granted, double reserved, double used, double available) {
        JsonPath wallet = me().get("/me").then().statusCode(200).extract().jsonPath();
        assertEquals(
                List.of(granted, reserved, used, available),
                List.of(
                        wallet.getDouble("granted"),
                        wallet.getDouble("reserved"),
                        wallet.getDouble("used"),
                        wallet.getDouble("available")));
    }

    /** Names of the stored events of a stream. */
    private List<String> events(String stream) {
        return transactions.in(connection -> {
            try (var select =
                    connection.prepareStatement("SELECT name FROM event WHERE stream = ? ORDER BY sequence")) {
                select.setString(1, stream);
                var rows = select.executeQuery();
                List<String> names = new ArrayList<>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        });
    }

    private List<String> said() {
        return topics.heardAbout(wallet).stream().map(Topics::type).toList();
    }

    private void commitBudget(String booking) {
        topics.say("payout", "BudgetCommitted.v1", UUID.fromString(booking), """
                {"booking":"%s","year":2027,"amountCents":16780,"committedAt":"2027-03-01T09:00:00Z"}""".formatted(booking), 2);
    }

    private void queue(String booking, int place, String more) {
        topics.say(
                "payout",
                "BookingQueued.v1",
                UUID.fromString(booking),
                "{\"booking\":\"%s\",\"year\":2199,\"place\":%d,%s".formatted(booking, place, more),
                1);
    }

    private void registerSession(String booking) {
        topics.say(
                "session-claims",
                "SessionRegistered.v1",
                UUID.fromString(booking),
                "{\"session\":\"%s\",\"booking\":\"%s\",\"wallet\":\"%s\",\"halfHours\":4}"
                        .formatted(UUID.randomUUID(), booking, wallet),
                2);
    }

    private void confirmSession(String booking, UUID session, int halfHours) {
        topics.say(
                "session-claims",
                "SessionConfirmed.v1",
                UUID.fromString(booking),
                "{\"session\":\"%s\",\"booking\":\"%s\",\"wallet\":\"%s\",\"halfHours\":%d,\"silent\":true}"
                        .formatted(session, booking, wallet, halfHours),
                2);
    }

    private void aboutCounsellor(UUID counsellor, String type, String data) {
        topics.say("provider-registry", type, counsellor, data, 1);
    }

    private void releaseUnused(String booking, int halfHours) {
        topics.say(
                "session-claims",
                "UnusedTimeReleased.v1",
                UUID.fromString(booking),
                "{\"booking\":\"%s\",\"wallet\":\"%s\",\"halfHours\":%d}".formatted(booking, wallet, halfHours),
                1);
    }

    private String sponsor(String terms) {
        String body =
                "{\"name\":\"Fonds Volta\",\"enterpriseNumber\":\"0123456749\",\"from\":\"2020-01-01\",\"until\":\"2199-12-31\",%s}"
                        .formatted(terms);
        String key = key();
        String sponsor = officer()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/sponsors")
                .then()
                .statusCode(201)
                .body("name", is("Fonds Volta"))
                .body("open", is(true))
                .extract()
                .path("sponsor");
        officer()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/sponsors")
                .then()
                .statusCode(201)
                .body("sponsor", is(sponsor));
        return sponsor;
    }

    private static String sponsored(String code) {
        return "{\"counsellorId\":\"%s\",\"sponsorCode\":\"%s\"}".formatted(COUNSELLOR, code);
    }

    private void clawBack(String booking, int halfHours, String more) {
        topics.say(
                "payout",
                "ClawbackDecided.v1",
                UUID.fromString(booking),
                "{\"clawback\":\"%s\",\"booking\":\"%s\",\"halfHours\":%d,\"coPaymentCents\":%d%s}"
                        .formatted(UUID.randomUUID(), booking, halfHours, halfHours * 1_250, more),
                2);
    }

    private void revise(int hours, long price) {
        topics.say(
                "eligibility",
                "EntitlementRevised.v1",
                wallet,
                """
                {"citizen":"%s","request":"%s","hours":%d,"coPaymentPerHourCents":%d,"ruleVersion":"loopbaankrediet-2027",
                 "reasonCode":"EDUCATION_SHOWN","revisedAt":"2027-03-01T09:00:00Z"}""".formatted(wallet, UUID.randomUUID(), hours, price),
                2);
    }

    private void settle(String reference, String status) {
        given().baseUri(outside)
                .port(RestAssured.UNDEFINED_PORT)
                .body(status)
                .put("/settled/" + reference)
                .then()
                .statusCode(200);
    }

    private void trouble(String where) {
        given().baseUri(outside)
                .port(RestAssured.UNDEFINED_PORT)
                .body(where)
                .put("/trouble")
                .then()
                .statusCode(200);
    }

    /** What the payment provider has under {@code payments} or {@code refunds} for one reference. */
    private List<Map<String, Object>> books(String book, String reference) {
        return given()
                .baseUri(outside)
                .port(RestAssured.UNDEFINED_PORT)
                .get("/books")
                .jsonPath()
                .<Map<String, Object>>getList(book)
                .stream()
                .filter(entry -> reference.equals(entry.get("reference")))
                .toList();
    }

    private Map<String, Object> payment(String reference) {
        return books("payments", reference).getFirst();
    }

    private void awaitRefund(String reference, int amountCents) {
        String refund = "refund-" + payment(reference).get("id");
        await().untilAsserted(() -> {
            assertEquals(1, books("refunds", refund).size());
            assertTrue(events(wallet.toString()).contains("CoPaymentRefunded"));
        });
        assertEquals(amountCents, books("refunds", refund).getFirst().get("amountCents"));
        assertEquals(1, books("refunds", refund).getFirst().get("calls"), "asked once");
    }

    private ValidatableResponse notify(String reference, String status, long amountCents) {
        return signed(notification(reference, status, amountCents));
    }

    private String notification(String reference, String status, long amountCents) {
        return "{\"id\":\"%s\",\"reference\":\"%s\",\"status\":\"%s\",\"amountCents\":%d,\"at\":\"2027-03-01T09:00:00Z\"}"
                .formatted(payment(reference).get("id"), reference, status, amountCents);
    }

    private static ValidatableResponse signed(String body) {
        return send(body, sign(body));
    }

    private static ValidatableResponse send(String body, String signature) {
        return given().basePath("/wallet/v1")
                .contentType(ContentType.JSON)
                .header("Signature", signature)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/payment-notifications")
                .then();
    }

    private static String sign(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Outside.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
