package be.vlaanderen.loopbaankrediet.providerregistry;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RenewalTest extends RunningRegistry {

    @Test
    void an_officer_asks_proofs_anew_the_counsellor_sends_them_and_stays_registered_all_along() {
        Someone someone = Someone.next();
        String id = register(someone, PIONEER).extract().path("counsellor");
        LocalDate before = today();
        clock.pass(Duration.ofDays(1));
        String renewal = ask(id, today().plusDays(60)).statusCode(201).extract().path("renewal");
        ask(id, today().plusDays(60)).statusCode(409);
        as(someone.token())
                .get(API + "/me")
                .then()
                .body("todo.step", contains("SEND_RENEWAL"))
                .body("todo[0].until", equalTo(today().plusDays(60).toString()));
        officer()
                .post(API + "/counsellors/{id}/renewals/{renewal}/approval", id, renewal)
                .then()
                .statusCode(409)
                .body("missing", contains("FINANCIAL_HEALTH"));
        clock.pass(Duration.ofDays(61));
        officer()
                .get(API + "/renewals?late=true&limit=100")
                .then()
                .statusCode(200)
                .body("renewals.renewal", hasItem(renewal));
        String document = file(
                        someone, "/me/renewals/" + renewal + "/documents", "FINANCIAL_HEALTH", "application/pdf", PDF)
                .statusCode(201)
                .body("status", equalTo("SENT"))
                .extract()
                .path("documents[0].document");
        as(someone.token())
                .get(API + "/me")
                .then()
                .body("status", equalTo("REGISTERED"))
                .body("todo", empty());
        officer().get(API + "/renewals?status=SENT&limit=100").then().body("renewals.renewal", hasItem(renewal));
        assertArrayEquals(
                PDF,
                officer()
                        .get(API + "/counsellors/{id}/renewals/{renewal}/documents/{document}", id, renewal, document)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray());
        for (int twice = 0; twice < 2; twice++) {
            officer()
                    .post(API + "/counsellors/{id}/renewals/{renewal}/approval", id, renewal)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("APPROVED"));
        }
        file(someone, "/me/renewals/" + renewal + "/documents", "FINANCIAL_HEALTH", "application/pdf", PDF)
                .statusCode(409);
        officer()
                .get(API + "/counsellors/{id}/renewals/{renewal}", id, renewal)
                .then()
                .statusCode(200)
                .body("reason", equalTo("Het is drie jaar geleden."));
        officer()
                .get(API + "/counsellors/{id}/renewals/{renewal}?asOf=" + before, id, renewal)
                .then()
                .statusCode(404);
        as(someone.token()).get(API + "/me/messages").then().body("messages.kind", contains("RENEWAL_ASKED"));
    }

    @Test
    void what_cannot_be_right_about_a_renewal_is_refused() {
        Someone someone = Someone.next();
        String id = register(someone, PIONEER).extract().path("counsellor");
        String renewal = UUID.randomUUID().toString();
        as(someone.token()).get(API + "/me/renewals/{renewal}", renewal).then().statusCode(404);
        ask(id, today())
                .statusCode(422)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:renewal-day-out-of-range"));
        ask(UUID.randomUUID().toString(), today().plusDays(1)).statusCode(404);
        officer()
                .header("Idempotency-Key", key())
                .body(Map.of("proofs", List.of(), "by", "ooit"))
                .post(API + "/counsellors/{id}/renewals", id)
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE);
        file(someone, "/me/renewals/" + renewal + "/documents", "FINANCIAL_HEALTH", "application/pdf", PDF)
                .statusCode(404);
        file(someone, "/me/renewals/" + renewal + "/documents", "HAPPINESS", "application/pdf", PDF)
                .statusCode(400);
        for (String query : List.of("status=LOST", "late=no", "limit=0", "after=x")) {
            officer().get(API + "/renewals?" + query).then().statusCode(400);
        }
        as(someone.token()).get(API + "/renewals").then().statusCode(403);
        as(someone.token())
                .get(API + "/counsellors/{id}/renewals/{renewal}", id, renewal)
                .then()
                .statusCode(403);
        officer().get(API + "/me/renewals/{renewal}", renewal).then().statusCode(403);
    }

    private ValidatableResponse ask(String id, LocalDate by) {
        return officer()
                .header("Idempotency-Key", key())
                .body(Map.of(
                        "proofs",
                        List.of("FINANCIAL_HEALTH"),
                        "by",
                        by.toString(),
                        "reasonCode",
                        "PERIODIC",
                        "reason",
                        "Het is drie jaar geleden."))
                .post(API + "/counsellors/{id}/renewals", id)
                .then();
    }
}
