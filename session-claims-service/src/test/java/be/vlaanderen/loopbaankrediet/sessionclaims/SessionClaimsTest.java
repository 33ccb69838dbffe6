package be.vlaanderen.loopbaankrediet.sessionclaims;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.testkit.Topic;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionClaimsTest extends RunningService {

    @Test
    void sessions_are_registered_confirmed_and_claimed_and_the_others_hear_of_it() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        String first = register(paid, 0, 60)
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("booking", equalTo(paid.booking().toString()))
                .body("halfHours", is(2))
                .body("status", equalTo("REGISTERED"))
                .extract()
                .path("session");
        String second = register(paid, 60, 60).then().statusCode(201).extract().path("session");
        confirm(paid, first)
                .then()
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"))
                .body("claim", nullValue());
        confirm(paid, second)
                .then()
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"))
                .body("claim", notNullValue());

        String claim = as(paid.counsellorToken())
                .get(API + "/claims")
                .then()
                .statusCode(200)
                .body("claims.size()", is(1))
                .body("claims[0].booking", equalTo(paid.booking().toString()))
                .body("claims[0].halfHours", is(4))
                .body("claims[0].sessions.session", contains(first, second))
                .extract()
                .path("claims[0].claim");
        as(paid.counsellorToken())
                .get(API + "/claims/{claim}", claim)
                .then()
                .statusCode(200)
                .body("claim", equalTo(claim));

        try (Topic topic = new Topic(kafka, "loopbaankrediet.session-claims")) {
            await().until(() -> topic.of(paid.booking().toString()).size() == 6);
            List<Topic.Read> messages = topic.of(paid.booking().toString());
            assertEquals(
                    List.of(
                            "SessionRegistered.v1",
                            "SessionRegistered.v1",
                            "SessionConfirmed.v1",
                            "SessionConfirmed.v1",
                            "GuidanceCompleted.v1",
                            "ClaimSubmitted.v1"),
                    messages.stream()
                            .map(each ->
                                    each.type().substring("be.vlaanderen.loopbaankrediet.session-claims.".length()))
                            .toList());
            for (Topic.Read message : messages) {
                String type = message.type().substring("be.vlaanderen.loopbaankrediet.session-claims.".length());
                Contracts.assertConforms("session-claims", type, message.data().toString());
                assertEquals("/session-claims-service", message.source());
                assertEquals(
                        paid.wallet().toString(), message.data().path("wallet").asText());
            }
            assertEquals(claim, messages.getLast().data().path("claim").asText());
        }
    }

    @Test
    void a_counsellor_claims_a_part_of_a_block_by_hand() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        claim(paid).then().statusCode(409).body("type", equalTo(PROBLEM + "nothing-to-claim"));
        String session = register(paid, 0, 90).path("session");
        confirm(paid, session).then().statusCode(200);
        String claim = claim(paid)
                .then()
                .statusCode(201)
                .body("halfHours", is(3))
                .body("sessions.session", contains(session))
                .header("Location", notNullValue())
                .extract()
                .path("claim");
        claim(paid).then().statusCode(409).body("type", equalTo(PROBLEM + "nothing-to-claim"));
        as(paid.counsellorToken())
                .get(API + "/sessions/{session}", session)
                .then()
                .statusCode(200)
                .body("claim", equalTo(claim));

        String rest = register(paid, 90, 30).path("session");
        confirm(paid, rest).then().statusCode(200);
        as(paid.counsellorToken())
                .get(API + "/claims")
                .then()
                .body("claims.size()", is(2))
                .body("claims.halfHours.sum()", is(4));
    }

    @Test
    void a_session_registered_wrongly_is_withdrawn_and_registered_rightly() {
        Paid paid = paid();
        Paid other = paid();
        clock.pass(Duration.ofHours(3));
        String wrong = register(paid, 0, 120).path("session");
        post(other.counsellorToken(), "/sessions/" + wrong + "/withdrawal", Map.of())
                .then()
                .statusCode(404);
        for (int twice = 0; twice < 2; twice++) {
            as(paid.counsellorToken())
                    .post(API + "/sessions/" + wrong + "/withdrawal")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("WITHDRAWN"));
        }
        confirm(paid, wrong).then().statusCode(409).body("type", equalTo(PROBLEM + "session-withdrawn"));
        String right = register(paid, 0, 60).then().statusCode(201).extract().path("session");
        confirm(paid, right).then().statusCode(200);
        withdraw(paid, right)
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("actions", empty());
        String disputed = register(paid, 0, 60).path("session");
        dispute(paid, disputed).then().statusCode(200);
        withdraw(paid, disputed).then().statusCode(409).body("type", equalTo(PROBLEM + "session-disputed"));
    }

    @Test
    void a_claimed_session_is_corrected_when_payment_gives_the_claim_back() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        String wrong = register(paid, 0, 60).path("session");
        String right = register(paid, 60, 60).path("session");
        confirm(paid, wrong).then().statusCode(200);
        String claim = confirm(paid, right).path("claim");
        for (int twice = 0; twice < 2; twice++) {
            withdraw(paid, wrong)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("CONFIRMED"))
                    .body("correction", equalTo("ASKED"))
                    .body("actions", empty());
        }
        try (Topic topic = new Topic(kafka, "loopbaankrediet.session-claims")) {
            await().until(() -> topic.of(paid.booking().toString()).size() == 7);
            Topic.Read asked = topic.of(paid.booking().toString()).getLast();
            assertEquals(wrong, asked.data().path("session").asText());
            Contracts.assertConforms(
                    "session-claims", "ClaimWithdrawalAsked.v1", asked.data().toString());
        }
        String id = key();
        for (int twice = 0; twice < 2; twice++) {
            payoutSays(paid, id, "ClaimReleased.v1", claim, "releasedAt", Map.of());
        }
        await().untilAsserted(() -> as(paid.counsellorToken())
                .get(API + "/sessions/{session}", wrong)
                .then()
                .body("status", equalTo("WITHDRAWN")));
        as(paid.counsellorToken())
                .get(API + "/claims/{claim}", claim)
                .then()
                .body("status", equalTo("RELEASED"))
                .body("sessions.size()", is(2));
        as(paid.counsellorToken())
                .get(API + "/sessions/{session}", right)
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("claim", nullValue())
                .body("correction", nullValue())
                .body("actions", contains("WITHDRAW"));
        String again = register(paid, 0, 60).path("session");
        confirm(paid, again).then().statusCode(200).body("claim", not(equalTo(claim)));
    }

    @Test
    void a_claimed_session_whose_payment_is_under_way_stays_and_the_counsellor_sees_why() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        String session = register(paid, 0, 120).path("session");
        String claim = confirm(paid, session).path("claim");
        withdraw(paid, session).then().statusCode(200);
        payoutSays(paid, key(), "ClaimKept.v1", claim, "keptAt", Map.of("reasonCode", "IN_PAYMENT"));
        await().untilAsserted(() -> as(paid.counsellorToken())
                .get(API + "/sessions/{session}", session)
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("correction", equalTo("KEPT"))
                .body("correctionReasonCode", equalTo("IN_PAYMENT")));
        withdraw(paid, session)
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "claim-kept"))
                .body("reasonCode", equalTo("IN_PAYMENT"));
        assertEquals(
                as(paid.counsellorToken()).get(API + "/sessions/" + session).asString(),
                as(paid.counsellorToken())
                        .get(API + "/sessions/" + session + "?asOf=" + Days.of(clock.instant()))
                        .asString());
    }

    /** D-65. */
    @Test
    void a_claim_that_was_kept_and_is_given_back_after_all_is_corrected_and_says_no_longer_why_it_was_kept() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        String wrong = register(paid, 0, 60).path("session");
        String right = register(paid, 60, 60).path("session");
        confirm(paid, wrong).then().statusCode(200);
        String claim = confirm(paid, right).path("claim");
        withdraw(paid, wrong).then().statusCode(200);
        payoutSays(paid, key(), "ClaimKept.v1", claim, "keptAt", Map.of("reasonCode", "IN_PAYMENT"));
        payoutSays(paid, key(), "ClaimReleased.v1", claim, "releasedAt", Map.of());
        await().untilAsserted(() -> as(paid.counsellorToken())
                .get(API + "/sessions/{session}", wrong)
                .then()
                .body("status", equalTo("WITHDRAWN"))
                .body("correctionReasonCode", nullValue()));
        as(paid.counsellorToken())
                .get(API + "/sessions/{session}", right)
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("claim", nullValue())
                .body("correction", nullValue())
                .body("correctionReasonCode", nullValue())
                .body("actions", contains("WITHDRAW"));
    }

    /** D-95. */
    @Test
    void of_a_refused_claim_the_counsellor_sees_why_and_what_can_be_paid_is_claimed_anew() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        String wrong = register(paid, 0, 60).path("session");
        String right = register(paid, 60, 60).path("session");
        confirm(paid, wrong);
        String claim = confirm(paid, right).path("claim");
        payoutSays(
                paid,
                key(),
                "PayoutRefused.v1",
                claim,
                "refusedAt",
                Map.of(
                        "failed",
                        List.of("COUNSELLOR_NOT_REGISTERED"),
                        "neverPaid",
                        List.of(Map.of("session", wrong, "halfHours", 2))));
        await().untilAsserted(() -> as(paid.counsellorToken())
                .get(API + "/claims/{claim}", claim)
                .then()
                .body("status", equalTo("REFUSED"))
                .body("failed", contains("COUNSELLOR_NOT_REGISTERED"))
                .body("neverPaid", contains(wrong)));
        as(paid.counsellorToken())
                .get(API + "/sessions/{session}", wrong)
                .then()
                .body("claim", equalTo(claim))
                .body("correctionReasonCode", equalTo("REFUSED"));
        as(paid.counsellorToken())
                .get(API + "/sessions/{session}", right)
                .then()
                .body("claim", not(equalTo(claim)))
                .body("correction", nullValue());
        withdraw(paid, wrong).then().statusCode(409).body("type", equalTo(PROBLEM + "session-never-paid"));
    }

    @Test
    void lists_are_given_in_pages_and_filtered() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        for (int each = 0; each < 3; each++) {
            register(paid, each * 30, 30).then().statusCode(201);
        }
        for (String whose : List.of("/sessions", "/me/sessions")) {
            String token = whose.startsWith("/me") ? paid.citizenToken() : paid.counsellorToken();
            Response first = as(token).get(API + whose + "?limit=2");
            first.then().statusCode(200).body("sessions.size()", is(2)).body("next", notNullValue());
            as(token)
                    .get(API + whose + "?limit=2&after=" + first.path("next"))
                    .then()
                    .statusCode(200)
                    .body("sessions.size()", is(1))
                    .body("next", nullValue());
            as(token).get(API + whose + "?status=CONFIRMED").then().body("sessions", empty());
            for (String wrong : List.of("limit=0", "limit=101", "limit=x", "after=x", "status=LOST")) {
                as(token).get(API + whose + "?" + wrong).then().statusCode(400).contentType(Problem.MEDIA_TYPE);
            }
        }
        String session = as(paid.counsellorToken()).get(API + "/sessions").path("sessions[0].session");
        confirm(paid, session).then().statusCode(200);
        claim(paid).then().statusCode(201);
        as(paid.counsellorToken())
                .get(API + "/claims?limit=1")
                .then()
                .statusCode(200)
                .body("claims.size()", is(1))
                .body("next", nullValue());
        as(paid.counsellorToken()).get(API + "/claims?limit=0").then().statusCode(400);
    }

    /** D-6. */
    @Test
    void what_a_citizen_gives_up_is_released_in_whole_hours_and_the_rest_is_claimed() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        String session = register(paid, 0, 60).path("session");
        String id = UUID.randomUUID().toString();
        for (int twice = 0; twice < 2; twice++) {
            givenUp(paid, id);
        }
        try (Topic topic = new Topic(kafka, "loopbaankrediet.session-claims")) {
            await().until(() -> topic.of(paid.booking().toString()).size() == 2);
            Topic.Read released = topic.of(paid.booking().toString()).getLast();
            assertEquals(2, released.data().path("halfHours").asInt());
            Contracts.assertConforms(
                    "session-claims", "UnusedTimeReleased.v1", released.data().toString());
        }
        register(paid, 60, 60).then().statusCode(422).body("failed", contains("TIME_GIVEN_BACK"));
        confirm(paid, session).then().statusCode(200).body("claim", notNullValue());
    }

    /** D-90, D-91. */
    @Test
    void
            a_block_that_is_given_up_before_a_session_is_registered_is_closed_and_the_same_question_gets_the_same_answer() {
        Paid paid = paid();
        String givenUpAt = clock.instant().toString();
        for (int ask = 0; ask < 2; ask++) {
            givenUp(paid, UUID.randomUUID().toString(), givenUpAt);
        }
        try (Topic topic = new Topic(kafka, "loopbaankrediet.session-claims")) {
            await().until(() -> topic.of(paid.booking().toString()).size() == 2);
            for (Topic.Read released : topic.of(paid.booking().toString())) {
                assertEquals(4, released.data().path("halfHours").asInt());
                assertEquals(givenUpAt, released.data().path("givenUpAt").asText());
                Contracts.assertConforms(
                        "session-claims",
                        "UnusedTimeReleased.v1",
                        released.data().toString());
            }
        }
        clock.pass(Duration.ofHours(3));
        register(paid, 0, 60)
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "block-cancelled"))
                .body("cancelledAt", equalTo(givenUpAt));
        as(paid.citizenToken()).get(API + "/me/blocks/" + paid.booking()).then().body("status", equalTo("CANCELLED"));
    }

    @Test
    void silence_of_fourteen_days_confirms_and_claims() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        String session = register(paid, 0, 120).path("session");
        clock.pass(Duration.ofDays(14).minusSeconds(1));
        as(paid.citizenToken()).get(API + "/me/sessions").then().body("sessions[0].status", equalTo("REGISTERED"));
        clock.pass(Duration.ofSeconds(1));
        await().untilAsserted(() -> as(paid.counsellorToken())
                .get(API + "/sessions/{session}", session)
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("silent", equalTo(true))
                .body("claim", notNullValue()));
        dispute(paid, session).then().statusCode(409).body("type", equalTo(PROBLEM + "session-already-confirmed"));
    }

    @Test
    void a_disputed_session_is_not_paid_and_can_be_registered_rightly() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        String wrong = register(paid, 0, 120).path("session");
        for (int twice = 0; twice < 2; twice++) {
            dispute(paid, wrong).then().statusCode(200).body("status", equalTo("DISPUTED"));
        }
        confirm(paid, wrong).then().statusCode(409).body("type", equalTo(PROBLEM + "session-already-disputed"));
        String right = register(paid, 0, 60).then().statusCode(201).extract().path("session");
        clock.pass(Duration.ofDays(15));
        await().untilAsserted(() -> as(paid.counsellorToken())
                .get(API + "/sessions/{session}", right)
                .then()
                .body("status", equalTo("CONFIRMED")));
        as(paid.counsellorToken())
                .get(API + "/sessions/{session}", wrong)
                .then()
                .body("status", equalTo("DISPUTED"))
                .body("claim", nullValue());
    }

    @Test
    void every_failing_condition_is_named() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        Map<String, Object> form = form(paid, -60, 200);
        send(paid, form)
                .then()
                .statusCode(422)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo(PROBLEM + "not-whole-half-hours"))
                .body("failed", contains("NOT_WHOLE_HALF_HOURS", "SESSION_BEFORE_PAYMENT", "MORE_THAN_BLOCK_LEFT"));
        send(paid, form(paid, 150, 60)).then().statusCode(422).body("failed", contains("SESSION_IN_FUTURE"));
        send(paid, form(paid, 60, -30)).then().statusCode(422).body("failed", contains("END_NOT_AFTER_START"));
        clock.pass(Duration.ofDays(100));
        send(paid, form(paid, 0, 60)).then().statusCode(422).body("failed", contains("REGISTERED_TOO_LATE"));
        as(paid.citizenToken()).get(API + "/me/sessions").then().body("sessions", empty());
    }

    @Test
    void sessions_of_one_counsellor_or_of_one_citizen_never_overlap() {
        Paid paid = paid();
        Paid sameCounsellor = paid(citizenNumber(), paid.counsellor());
        Paid sameCitizen = paid(paid.citizen(), counsellorNumber());
        clock.pass(Duration.ofHours(3));
        register(paid, 30, 60).then().statusCode(201);
        send(sameCounsellor, form(sameCounsellor, 60, 60))
                .then()
                .statusCode(422)
                .body("failed", contains("OVERLAP_COUNSELLOR"));
        send(sameCitizen, form(sameCitizen, 0, 60)).then().statusCode(422).body("failed", contains("OVERLAP_CITIZEN"));
        send(paid, form(paid, 30, 30))
                .then()
                .statusCode(422)
                .body("failed", contains("OVERLAP_COUNSELLOR", "OVERLAP_CITIZEN"));
        register(sameCounsellor, 90, 30).then().statusCode(201);
        register(sameCitizen, 0, 30).then().statusCode(201);
    }

    /** Keys are kept for a while only, and a session can be registered for three months. */
    @Test
    void a_late_repeat_with_the_code_of_another_citizen_is_no_way_around_that() {
        String counsellor = counsellorNumber();
        Paid first = paid(citizenNumber(), counsellor);
        Paid second = paid(citizenNumber(), counsellor);
        String key = UUID.randomUUID().toString();
        clock.pass(Duration.ofHours(3));
        Map<String, Object> form = form(first, 30, 60);
        String session = send(first, key, form).then().statusCode(201).extract().path("session");
        await().until(() -> transactions.in(
                connection -> Sql.run(connection, "DELETE FROM idempotency_key WHERE key = ?", key) == 1));
        send(first, key, form).then().statusCode(201).body("session", equalTo(session));
        await().until(() -> transactions.in(
                connection -> Sql.run(connection, "DELETE FROM idempotency_key WHERE key = ?", key) == 1));
        form.put("code", second.code());
        send(second, key, form).then().statusCode(422).body("failed", contains("OVERLAP_COUNSELLOR"));
        as(first.counsellorToken())
                .get(API + "/sessions/" + session)
                .then()
                .body("booking", equalTo(first.booking().toString()));
    }

    @Test
    void of_many_overlapping_sessions_at_the_same_moment_exactly_one_is_registered() throws Exception {
        String counsellor = counsellorNumber();
        String citizen = citizenNumber();
        List<Paid> sameCounsellor = IntStream.range(0, 4)
                .mapToObj(i -> paid(citizenNumber(), counsellor))
                .toList();
        List<Paid> sameCitizen = IntStream.range(0, 4)
                .mapToObj(i -> paid(citizen, counsellorNumber()))
                .toList();
        clock.pass(Duration.ofHours(3));
        for (List<Paid> blocks : List.of(sameCounsellor, sameCitizen)) {
            List<Callable<Integer>> tries = new ArrayList<>();
            for (Paid block : blocks) {
                for (int twice = 0; twice < 2; twice++) {
                    tries.add(() -> send(block, form(block, 30, 60)).statusCode());
                }
            }
            List<Integer> statuses = new ArrayList<>();
            try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
                for (Future<Integer> status : pool.invokeAll(tries)) {
                    statuses.add(status.get());
                }
            }
            assertEquals(1, Collections.frequency(statuses, 201), statuses::toString);
            assertEquals(7, Collections.frequency(statuses, 422), statuses::toString);
        }
    }

    @Test
    void a_wrong_code_and_the_code_of_somebody_elses_booking_get_the_same_answer() {
        Paid paid = paid();
        Paid other = paid();
        clock.pass(Duration.ofHours(3));
        Map<String, Object> wrong = form(paid, 0, 60);
        wrong.put("code", "ZZZZ9999");
        Map<String, Object> notMine = form(paid, 0, 60);
        notMine.put("code", other.code());
        String first = send(paid, wrong)
                .then()
                .statusCode(404)
                .body("type", equalTo(PROBLEM + "code-unknown"))
                .extract()
                .asString();
        assertEquals(first, send(paid, notMine).then().statusCode(404).extract().asString());
    }

    @Test
    void a_code_is_read_as_people_write_it() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        Map<String, Object> form = form(paid, 0, 60);
        form.put(
                "code",
                " " + paid.code().substring(0, 4).toLowerCase(Locale.ROOT) + "-"
                        + paid.code().substring(4));
        send(paid, form).then().statusCode(201);
    }

    @Test
    void guessing_codes_is_bounded() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        Map<String, Object> form = form(paid, 0, 60);
        for (int again = 0; again < 25; again++) {
            form.put("code", "AAAA2222");
            send(paid, form).then().statusCode(404); // the same wrong code is one guess
        }
        for (int guess = 1; guess < 20; guess++) {
            form.put("code", "BBBB%04d".formatted(guess));
            send(paid, form).then().statusCode(404);
        }
        form.put("code", paid.code());
        send(paid, form)
                .then()
                .statusCode(429)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo(PROBLEM + "too-many-wrong-codes"));
        clock.pass(Duration.ofHours(1));
        send(paid, form).then().statusCode(201);
    }

    @Test
    void a_cancelled_block_takes_no_sessions_and_pays_none() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        String session = register(paid, 0, 60).path("session");
        cancelled(paid);
        await().untilAsserted(() -> as(paid.citizenToken())
                .get(API + "/me/sessions")
                .then()
                .body("sessions.status", contains("CANCELLED")));
        send(paid, form(paid, 60, 60)).then().statusCode(409).body("type", equalTo(PROBLEM + "block-cancelled"));
        confirm(paid, session).then().statusCode(409).body("type", equalTo(PROBLEM + "block-cancelled"));
        claim(paid).then().statusCode(409);
    }

    @Test
    void a_repeat_with_the_same_key_gets_the_same_answer_and_another_body_is_refused() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        Map<String, Object> form = form(paid, 0, 60);
        String key = key();
        String first = as(paid.counsellorToken())
                .header("Idempotency-Key", key)
                .body(form)
                .post(API + "/sessions")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        String second = as(paid.counsellorToken())
                .header("Idempotency-Key", key)
                .body(form)
                .post(API + "/sessions")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        assertEquals(first, second);
        as(paid.counsellorToken())
                .header("Idempotency-Key", key)
                .body(form(paid, 60, 60))
                .post(API + "/sessions")
                .then()
                .statusCode(422);
        as(paid.counsellorToken()).body(form).post(API + "/sessions").then().statusCode(400);
        as(paid.counsellorToken()).get(API + "/sessions").then().body("sessions.size()", is(1));
    }

    @Test
    void the_same_message_again_changes_nothing() {
        Paid paid = paid();
        long before = events();
        String again = UUID.randomUUID().toString();
        booked(paid, again);
        booked(paid, again);
        Paid after = paid(citizenNumber(), paid.counsellor()); // comes later on the same topic
        await().until(() -> blocks(after) == 1);
        assertEquals(before + 1, events());
        assertEquals(1, blocks(paid));
    }

    @Test
    void everyone_reaches_only_their_own_sessions_and_claims() {
        Paid paid = paid();
        Paid other = paid();
        clock.pass(Duration.ofHours(3));
        String session = register(paid, 0, 120).path("session");
        for (String what : List.of("confirmation", "dispute")) {
            post(other.citizenToken(), "/me/sessions/" + session + "/" + what, Map.of())
                    .then()
                    .statusCode(404)
                    .body("type", equalTo(PROBLEM + "session-unknown"));
        }
        confirm(paid, session).then().statusCode(200);
        String claim = as(paid.counsellorToken()).get(API + "/claims").path("claims[0].claim");
        as(other.counsellorToken())
                .get(API + "/sessions/{session}", session)
                .then()
                .statusCode(404);
        as(other.counsellorToken())
                .get(API + "/claims/{claim}", claim)
                .then()
                .statusCode(404)
                .body("type", equalTo(PROBLEM + "claim-unknown"));
        as(other.counsellorToken())
                .get(API + "/sessions")
                .then()
                .statusCode(200)
                .body("sessions", empty());
        as(other.counsellorToken()).get(API + "/claims").then().statusCode(200).body("claims", empty());
        as(other.citizenToken())
                .get(API + "/me/sessions")
                .then()
                .statusCode(200)
                .body("sessions", empty());
        post(other.counsellorToken(), "/claims", Map.of("booking", paid.booking()))
                .then()
                .statusCode(404)
                .body("type", equalTo(PROBLEM + "block-unknown"));
    }

    @Test
    void who_is_not_known_gets_no_further() {
        String nobody = Neighbours.UNKNOWN + "010100100";
        as(Login.citizen(nobody))
                .get(API + "/me/sessions")
                .then()
                .statusCode(200)
                .body("sessions", empty());
        post(Login.citizen(nobody), "/me/sessions/" + UUID.randomUUID() + "/confirmation", Map.of())
                .then()
                .statusCode(404);
        as(Login.counsellor(nobody, "0123456749"))
                .get(API + "/sessions")
                .then()
                .statusCode(404)
                .body("type", equalTo(PROBLEM + "counsellor-unknown"));
    }

    /** D-10: the day of delivery decides. */
    @Test
    void who_was_never_registered_registers_no_session_and_who_was_suspended_registers_only_what_came_before() {
        Paid never = booked(citizenNumber(), counsellorNumber());
        Paid paid = paid();
        clock.pass(Duration.ofDays(2));
        send(never, form(never, 0, 60)).then().statusCode(422).body("failed", contains("COUNSELLOR_NOT_REGISTERED"));
        suspended(paid.counsellor());
        clock.pass(Duration.ofDays(1));
        register(paid, 0, 60).then().statusCode(201);
        register(paid, 49 * 60, 60).then().statusCode(422).body("failed", contains("COUNSELLOR_NOT_REGISTERED"));
    }

    @Test
    void a_session_and_a_claim_are_shown_as_they_stood_at_the_end_of_a_day() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        String session = register(paid, 0, 120).path("session");
        String registeredOn = Days.of(clock.instant()).toString();
        clock.pass(Duration.ofDays(2));
        String claim = confirm(paid, session).then().statusCode(200).extract().path("claim");
        String confirmedOn = Days.of(clock.instant()).toString();
        for (String whose : List.of("/me/sessions/", "/sessions/")) {
            String token = whose.startsWith("/me") ? paid.citizenToken() : paid.counsellorToken();
            as(token)
                    .get(API + whose + session + "?asOf=" + registeredOn)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("REGISTERED"))
                    .body("claim", nullValue());
            String now = as(token).get(API + whose + session).asString();
            assertEquals(
                    now,
                    as(token)
                            .get(API + whose + session + "?asOf=" + confirmedOn)
                            .asString());
            as(token).get(API + whose + session + "?asOf=2020-01-01").then().statusCode(404);
            as(token).get(API + whose + session + "?asOf=yesterday").then().statusCode(400);
        }
        String now = as(paid.counsellorToken()).get(API + "/claims/" + claim).asString();
        assertEquals(
                now,
                as(paid.counsellorToken())
                        .get(API + "/claims/" + claim + "?asOf=" + confirmedOn)
                        .asString());
        as(paid.counsellorToken())
                .get(API + "/claims/" + claim + "?asOf=" + registeredOn)
                .then()
                .statusCode(404);
        as(paid().counsellorToken())
                .get(API + "/sessions/" + session + "?asOf=" + confirmedOn)
                .then()
                .statusCode(404);
    }

    @Test
    void when_nobody_can_say_who_somebody_is_the_answer_is_try_again_later() {
        for (String trouble : List.of(Neighbours.OUT_OF_ORDER, Neighbours.GIBBERISH)) {
            String number = trouble + "010100100";
            as(Login.citizen(number))
                    .get(API + "/me/sessions")
                    .then()
                    .statusCode(503)
                    .contentType(Problem.MEDIA_TYPE)
                    .body("type", equalTo(PROBLEM + "eligibility-unavailable"));
            as(Login.counsellor(number, "0123456749"))
                    .get(API + "/sessions")
                    .then()
                    .statusCode(503)
                    .body("type", equalTo(PROBLEM + "provider-registry-unavailable"));
        }
    }

    @Test
    void a_form_that_cannot_be_right_names_each_wrong_field() {
        Paid paid = paid();
        clock.pass(Duration.ofHours(3));
        for (Map.Entry<String, Object> each : List.<Map.Entry<String, Object>>of(
                Map.entry("code", ""),
                Map.entry("code", "'; DROP TABLE session; --"),
                Map.entry("code", "K7\u0000WQ2MHN"),
                Map.entry("code", "\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00"),
                Map.entry("code", 5),
                Map.entry("code", "A".repeat(5000)),
                Map.entry("startedAt", "yesterday"),
                Map.entry("startedAt", "2027-03-08"),
                Map.entry("startedAt", "+999999999-01-01T00:00:00Z"),
                Map.entry("endedAt", "-999999999-01-01T00:00:00Z"),
                Map.entry("endedAt", Map.of()),
                Map.entry("mode", "PHONE"),
                Map.entry("mode", 0),
                Map.entry("themes", List.of()),
                Map.entry("themes", List.of("HAPPINESS")),
                Map.entry("themes", Collections.singletonList(null)),
                Map.entry("themes", Collections.nCopies(21, "OTHER")),
                Map.entry("unknown", "field"))) {
            Map<String, Object> form = form(paid, 0, 60);
            form.put(each.getKey(), each.getValue());
            as(paid.counsellorToken())
                    .header("Idempotency-Key", key())
                    .body(json(form))
                    .post(API + "/sessions")
                    .then()
                    .statusCode(400)
                    .contentType(Problem.MEDIA_TYPE)
                    .body("type", equalTo(PROBLEM + "bad-request"))
                    .body("issues.size()", greaterThan(0));
        }
        for (String missing : List.of("code", "startedAt", "endedAt", "mode", "themes")) {
            Map<String, Object> form = form(paid, 0, 60);
            form.remove(missing);
            send(paid, form).then().statusCode(400).body("issues.name", hasItem(missing));
        }
        for (String body :
                List.of("", "null", "{", "[]", "\"text\"", "{} {}", "{\"code\":\"\\ud800\"}", "{\"a\":".repeat(2000))) {
            for (String path : List.of("/sessions", "/claims")) {
                as(paid.counsellorToken())
                        .header("Idempotency-Key", key())
                        .body(body)
                        .post(API + path)
                        .then()
                        .statusCode(400)
                        .contentType(Problem.MEDIA_TYPE);
            }
            as(paid.citizenToken())
                    .header("Idempotency-Key", key())
                    .body(body)
                    .post(API + "/me/sessions/" + UUID.randomUUID() + "/confirmation")
                    .then()
                    .statusCode(body.isEmpty() || body.equals("null") ? 404 : 400) // nothing needs to be said
                    .contentType(Problem.MEDIA_TYPE);
        }
        post(paid.counsellorToken(), "/claims", Map.of("booking", "not-an-id"))
                .then()
                .statusCode(400);
        as(paid.counsellorToken())
                .get(API + "/sessions/not-an-id")
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void a_token_that_is_not_good_opens_nothing() {
        Paid paid = paid();
        for (String token : Login.notAccepted(paid.citizen())) {
            as(token).get(API + "/me/sessions").then().statusCode(401).contentType(Problem.MEDIA_TYPE);
            post(token, "/sessions", form(paid, 0, 60)).then().statusCode(401);
        }
        given().get(API + "/claims").then().statusCode(401);
    }

    @Test
    void who_has_another_role_is_kept_out() {
        Paid paid = paid();
        String unknown = UUID.randomUUID().toString();
        for (String token : List.of(
                Login.withoutRole(paid.counsellor()), paid.citizenToken(), Login.officer(), Login.service("payout"))) {
            post(token, "/sessions", form(paid, 0, 60)).then().statusCode(403);
            post(token, "/claims", Map.of("booking", paid.booking())).then().statusCode(403);
            for (String path : List.of("/sessions", "/claims", "/sessions/" + unknown, "/claims/" + unknown)) {
                as(token).get(API + path).then().statusCode(403);
            }
        }
        for (String token : List.of(
                Login.withoutRole(paid.citizen()), paid.counsellorToken(), Login.officer(), Login.service("payout"))) {
            as(token).get(API + "/me/sessions").then().statusCode(403);
            post(token, "/me/sessions/" + unknown + "/confirmation", Map.of())
                    .then()
                    .statusCode(403);
            post(token, "/me/sessions/" + unknown + "/dispute", Map.of()).then().statusCode(403);
        }
        as(paid.counsellorToken()).post(API + "/admin/rebuild").then().statusCode(403);
    }

    @Test
    void the_views_are_the_replay_of_the_events() {
        Paid paid = paid();
        works(paid.citizen(), UUID.randomUUID(), UUID.randomUUID());
        clock.pass(Duration.ofHours(3));
        String session = register(paid, 0, 120).path("session");
        confirm(paid, session).then().statusCode(200);
        surveyed(paid, 8).then().statusCode(200);
        String complaint = complain(paid, "Het gesprek duurde korter.").path("complaint");
        post(Login.officer(), "/complaints/" + complaint + "/decision", decision("FOUNDED", undue(session, 1)))
                .then()
                .statusCode(200);
        draw(paid.counsellor(), Map.of()).then().statusCode(201);
        Paid closed = paid();
        cancelled(closed);
        Paid after = paid();
        await().until(() -> blocks(after) == 1);
        as(Login.officer())
                .post(API + "/admin/rebuild")
                .then()
                .statusCode(200)
                .body(
                        "views.view",
                        hasItems("block", "session", "claim", "survey", "undue", "complaint", "review", "employee"))
                .body("views.rows", everyItem(greaterThan(0)))
                .body("views.differences", everyItem(is(0)));
        as(Login.officer())
                .get(API + "/admin/dead-letters")
                .then()
                .statusCode(200)
                .body("deadLetters", empty());
    }

    @Test
    void the_http_contract_is_what_the_service_answers_and_what_its_code_says() {
        Contracts.http("session-claims-service");
    }
}
