package be.vlaanderen.loopbaankrediet.sessionclaims;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.testkit.Topic;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Samples (MR 4.6) and signals (MR 4.8). */
@QuarkusTest
class ReviewsTest extends RunningService {

    private static final Map<String, Object> OK = Map.of("result", "OK");

    @Test
    void a_sample_is_drawn_again_with_its_seed_checked_dossier_by_dossier_and_closed() {
        String counsellor = counsellorNumber();
        List<Paid> blocks = IntStream.range(0, 3)
                .mapToObj(each -> paid(citizenNumber(), counsellor))
                .toList();
        clock.pass(Duration.ofHours(7));
        List<String> sessions = IntStream.range(0, 3)
                .mapToObj(each -> register(blocks.get(each), each * 120, 120).<String>path("session"))
                .toList();
        String today = Days.of(clock.instant()).toString();
        Response drawn = draw(counsellor, Map.of());
        drawn.then()
                .statusCode(201)
                .body("kind", equalTo("SAMPLE"))
                .body("status", equalTo("OPEN"))
                .body("population", is(3))
                .body("seed", notNullValue())
                .body("officer", notNullValue())
                .body(
                        "dossiers.booking",
                        containsInAnyOrder(blocks.stream()
                                .map(each -> each.booking().toString())
                                .toArray()))
                .body("actions", contains("CHECK_DOSSIER"));
        String review = drawn.path("review");
        List<String> order = drawn.path("dossiers.booking");
        draw(counsellor, Map.of("seed", drawn.path("seed"), "size", 2))
                .then()
                .statusCode(201)
                .body("dossiers.booking", equalTo(order.subList(0, 2)));

        as(Login.officer())
                .get(API + "/reviews/" + review + "/dossiers/" + order.getFirst())
                .then()
                .statusCode(200)
                .body("sessions", hasSize(1))
                .body("sessions[0].actions", empty())
                .body("agreement", nullValue());
        as(Login.officer())
                .get(API + "/reviews/" + review + "/dossiers/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        post(Login.officer(), "/reviews/" + review + "/closing", closing("IN_ORDER"))
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "dossiers-open"))
                .body("open", hasSize(3));
        Paid wrong = blocks.getFirst();
        Map<String, Object> missing = check();
        missing.put("agreement", Map.of("result", "NOT_OK", "reasonCode", "MISSING"));
        missing.put("written", "Er is geen overeenkomst.");
        missing.put("undue", undue(sessions.getFirst(), 4));
        clock.pass(Duration.ofDays(1));
        for (int twice = 0; twice < 2; twice++) {
            check(review, wrong.booking(), missing)
                    .then()
                    .statusCode(200)
                    .body("undue.session", contains(sessions.getFirst()))
                    .body("dossiers.find { it.checkedAt != null }.written", equalTo("Er is geen overeenkomst."));
        }
        check(review, wrong.booking(), check())
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "dossier-already-checked"));
        for (Paid each : blocks.subList(1, 3)) {
            check(review, each.booking(), check()).then().statusCode(200);
        }
        as(Login.officer())
                .get(API + "/reviews/" + review)
                .then()
                .statusCode(200)
                .body("actions", contains("CLOSE"));
        for (int twice = 0; twice < 2; twice++) {
            post(Login.officer(), "/reviews/" + review + "/closing", closing("IRREGULAR"))
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("CLOSED"))
                    .body("closed.outcome", equalTo("IRREGULAR"))
                    .body("closed.reason", notNullValue())
                    .body("actions", empty());
        }
        as(Login.officer())
                .get(API + "/reviews/" + review + "?asOf=" + today)
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("undue", empty())
                .body("closed", nullValue());
        as(wrong.counsellorToken())
                .get(API + "/sessions/" + sessions.getFirst())
                .then()
                .body("status", equalTo("WITHDRAWN"))
                .body("undueHalfHours", is(4));
        String about = "/reviews?kind=SAMPLE&counsellor=" + Neighbours.counsellor(counsellor);
        as(Login.officer()).get(API + about + "&status=CLOSED").then().body("reviews.review", contains(review));
        as(Login.officer())
                .get(API + about + "&limit=1")
                .then()
                .body("reviews", hasSize(1))
                .body("next", notNullValue());
        try (Topic topic = new Topic(kafka, "loopbaankrediet.session-claims")) {
            await().until(() -> topic.of(review).size() == 2);
            for (Topic.Read each : topic.of(review)) {
                String type = each.type().substring("be.vlaanderen.loopbaankrediet.session-claims.".length());
                Contracts.assertConforms("session-claims", type, each.data().toString());
            }
        }
    }

    /** MR 4.8. */
    @Test
    void more_hours_than_a_day_holds_open_a_review_and_change_nothing_by_themselves() {
        clock.set(Days.begin(Days.of(clock.instant()).plusDays(1)).plus(Duration.ofHours(1)));
        String counsellor = counsellorNumber();
        List<Paid> blocks = IntStream.range(0, 6)
                .mapToObj(each -> paid(citizenNumber(), counsellor))
                .toList();
        clock.pass(Duration.ofHours(13));
        String last = "";
        for (int each = 0; each < 6; each++) {
            last = register(blocks.get(each), each * 120, 120).path("session");
        }
        String review = signal(counsellor, "HOURS_IN_A_DAY");
        as(Login.officer())
                .get(API + "/reviews/" + review)
                .then()
                .body("measured", is(24))
                .body("threshold", is(20))
                .body("dossiers", hasSize(6))
                .body("officer", nullValue())
                .body("actions", contains("CHECK_DOSSIER", "CLOSE"));
        as(blocks.getLast().counsellorToken())
                .get(API + "/sessions/" + last)
                .then()
                .body("status", equalTo("REGISTERED"));
        post(Login.officer(), "/reviews/" + review + "/closing", closing("REMARKS"))
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"));
    }

    /** MR 4.8; the test service raises these from 4 on. */
    @Test
    void sessions_always_alike_and_many_new_citizens_open_a_review_once_a_month() {
        String counsellor = counsellorNumber();
        clock.set(Days.begin(Days.of(clock.instant()).withDayOfMonth(1).plusMonths(1))
                .plus(Duration.ofHours(9)));
        List<Paid> blocks = IntStream.range(0, 5)
                .mapToObj(each -> paid(citizenNumber(), counsellor))
                .toList();
        for (int each = 0; each < 5; each++) {
            clock.pass(Duration.ofDays(1));
            register(blocks.get(each), each * 24 * 60, 60).then().statusCode(201);
        }
        for (String kind : List.of("IDENTICAL_SESSIONS", "MANY_CITIZENS")) {
            String review = signal(counsellor, kind);
            as(Login.officer())
                    .get(API + "/reviews/" + review)
                    .then()
                    .body("measured", is(4))
                    .body("threshold", is(3))
                    .body("dossiers", hasSize(4));
        }
    }

    /** MR 4.8, D-50; the test service raises it from 3 on. */
    @Test
    void several_employees_of_one_employer_in_a_short_time_open_one_review_that_decides_nothing() {
        clock.set(Days.begin(Days.of(clock.instant()).withDayOfMonth(1).plusMonths(1))
                .plus(Duration.ofHours(9)));
        UUID employer = UUID.randomUUID();
        String counsellor = counsellorNumber();
        session(counsellor, employer); // too long ago
        clock.pass(Duration.ofDays(38));
        Paid first = session(counsellor, employer);
        session(counsellor, UUID.randomUUID());
        session(counsellor); // without an employer
        Paid second = session(counsellor, UUID.randomUUID(), employer);
        Paid third = session(counsellor, employer);
        String review = signal(counsellor, "SAME_EMPLOYER");
        as(Login.officer())
                .get(API + "/reviews/" + review)
                .then()
                .body("measured", is(3))
                .body("threshold", is(2))
                .body(
                        "dossiers.booking",
                        containsInAnyOrder(Stream.of(first, second, third)
                                .map(each -> each.booking().toString())
                                .toArray()))
                .body("officer", nullValue())
                .body("actions", contains("CHECK_DOSSIER", "CLOSE"));
        as(third.citizenToken()).get(API + "/me/sessions").then().body("sessions.status", contains("REGISTERED"));
        session(counsellor, employer);
        UUID colleagues = UUID.randomUUID();
        for (int each = 0; each < 3; each++) {
            session(counsellor, colleagues);
        }
        String about = "/reviews?kind=SAME_EMPLOYER&counsellor=" + Neighbours.counsellor(counsellor);
        await().atMost(Duration.ofSeconds(30)) // one of each employer
                .untilAsserted(() -> as(Login.officer()).get(API + about).then().body("reviews", hasSize(2)));
    }

    /** A session of somebody who works for these. */
    private Paid session(String counsellor, UUID... employers) {
        String citizen = citizenNumber();
        works(citizen, employers);
        Paid paid = paid(citizen, counsellor);
        clock.pass(Duration.ofHours(1));
        register(paid, 0, 60).then().statusCode(201);
        return paid;
    }

    @Test
    void reviews_are_for_officers_alone() {
        Paid paid = paid();
        String unknown = UUID.randomUUID().toString();
        for (String token : List.of(paid.citizenToken(), paid.counsellorToken(), Login.service("payout"))) {
            as(token).get(API + "/reviews").then().statusCode(403);
            as(token).get(API + "/reviews/" + unknown).then().statusCode(403);
            post(token, "/reviews", Map.of()).then().statusCode(403);
            post(token, "/reviews/" + unknown + "/closing", closing("IN_ORDER"))
                    .then()
                    .statusCode(403);
        }
        as(Login.officer())
                .get(API + "/reviews/" + unknown)
                .then()
                .statusCode(404)
                .body("type", equalTo(PROBLEM + "review-unknown"));
        check(unknown, paid.booking(), check()).then().statusCode(404);
        post(Login.officer(), "/reviews/" + unknown + "/closing", closing("IN_ORDER"))
                .then()
                .statusCode(404);
    }

    @Test
    void what_cannot_be_a_sample_a_check_or_a_judgement_names_what_is_wrong() {
        Paid paid = paid();
        draw(paid.counsellor(), Map.of()).then().statusCode(422).body("type", equalTo(PROBLEM + "nothing-to-draw"));
        draw(paid.counsellor(), Map.of("from", "2027-02-01", "until", "2027-01-01"))
                .then()
                .statusCode(422)
                .body("type", equalTo(PROBLEM + "period-backward"));
        for (Map.Entry<String, Object> wrong : List.<Map.Entry<String, Object>>of(
                Map.entry("counsellor", "somebody"),
                Map.entry("from", "yesterday"),
                Map.entry("from", "+999999999-12-31"),
                Map.entry("until", "1999-12-31"),
                Map.entry("size", 0),
                Map.entry("size", 26),
                Map.entry("seed", "lucky"),
                Map.entry("unknown", "field"))) {
            draw(paid.counsellor(), Map.of(wrong.getKey(), wrong.getValue()))
                    .then()
                    .statusCode(400)
                    .contentType(Problem.MEDIA_TYPE)
                    .body("issues", not(empty()));
        }
        clock.pass(Duration.ofHours(3));
        register(paid, 0, 60).then().statusCode(201);
        String review = draw(paid.counsellor(), Map.of()).path("review");
        for (Map.Entry<String, Object> wrong : List.<Map.Entry<String, Object>>of(
                Map.entry("agreement", Map.of()),
                Map.entry("attendance", Map.of("result", "PERHAPS")),
                Map.entry("plan", "OK"),
                Map.entry("written", "a\u0000b"),
                Map.entry("undue", Map.of()))) {
            Map<String, Object> body = check();
            body.put(wrong.getKey(), wrong.getValue());
            check(review, paid.booking(), body)
                    .then()
                    .statusCode(400)
                    .contentType(Problem.MEDIA_TYPE)
                    .body("issues", not(empty()));
        }
        Map<String, Object> noReason = check();
        noReason.put("plan", Map.of("result", "NOT_OK"));
        check(review, paid.booking(), noReason)
                .then()
                .statusCode(422)
                .body("type", equalTo(PROBLEM + "check-needs-reason"));
        Map<String, Object> elsewhere = check();
        elsewhere.put("undue", undue(UUID.randomUUID().toString(), 1));
        check(review, paid.booking(), elsewhere)
                .then()
                .statusCode(404)
                .body("type", equalTo(PROBLEM + "session-unknown"));
        as(Login.officer())
                .get(API + "/reviews/" + review)
                .then()
                .body("dossiers[0].checkedAt", nullValue()); // the refusal of a part refuses the whole
        for (String body : List.of("", "null", "{", "[]", "{}")) {
            for (String path :
                    List.of("", "/" + review + "/closing", "/" + review + "/dossiers/" + paid.booking() + "/check")) {
                as(Login.officer())
                        .header("Idempotency-Key", key())
                        .body(body)
                        .post(API + "/reviews" + path)
                        .then()
                        .statusCode(400)
                        .contentType(Problem.MEDIA_TYPE);
            }
        }
        for (String wrong : List.of("status=X", "kind=X", "counsellor=X", "after=X", "limit=0")) {
            as(Login.officer()).get(API + "/reviews?" + wrong).then().statusCode(400);
        }
        assertEquals(
                400,
                as(Login.officer()).get(API + "/reviews/" + review + "?asOf=x").statusCode());
    }

    private String signal(String counsellor, String kind) {
        String about = "/reviews?status=OPEN&kind=" + kind + "&counsellor=" + Neighbours.counsellor(counsellor);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as(Login.officer()).get(API + about).then().body("reviews", hasSize(1)));
        return as(Login.officer()).get(API + about).path("reviews[0].review");
    }

    private static Response check(String review, UUID booking, Map<String, Object> body) {
        return post(Login.officer(), "/reviews/" + review + "/dossiers/" + booking + "/check", body);
    }

    private static Map<String, Object> check() {
        return new HashMap<>(Map.of("agreement", OK, "attendance", OK, "plan", OK));
    }

    private static Map<String, Object> closing(String outcome) {
        return Map.of("outcome", outcome, "reasonCode", "OTHER", "reason", "Nagekeken.");
    }
}
