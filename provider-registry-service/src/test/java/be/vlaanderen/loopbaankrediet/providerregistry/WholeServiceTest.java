package be.vlaanderen.loopbaankrediet.providerregistry;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertFalse;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WholeServiceTest extends RunningRegistry {

    @Test
    void a_token_that_is_not_good_opens_nothing() {
        Someone someone = Someone.next();
        for (String token : Login.notAccepted(someone.ssin())) {
            as(token).get(API + "/me").then().statusCode(401).contentType(Problem.MEDIA_TYPE);
            as(token)
                    .header("Idempotency-Key", key())
                    .body(form(someone, PIONEER))
                    .post(API + "/counsellors")
                    .then()
                    .statusCode(401);
        }
        given().get(API + "/me").then().statusCode(401);
    }

    @Test
    void who_has_another_role_is_kept_out() {
        Someone someone = Someone.next();
        String id = register(someone, PIONEER).extract().path("counsellor");
        for (String token : List.of(
                Login.withoutRole(someone.ssin()),
                Login.citizen(someone.ssin()),
                Login.service("payout"),
                someone.token())) {
            as(token)
                    .header("Idempotency-Key", key())
                    .body(form(Someone.next(), PIONEER))
                    .post(API + "/counsellors")
                    .then()
                    .statusCode(403);
            as(token)
                    .body(Map.of("proofs", PIONEER))
                    .put(API + "/counsellors/{id}/proofs", id)
                    .then()
                    .statusCode(403);
            as(token).get(API + "/counsellors/{id}", id).then().statusCode(403);
            as(token)
                    .body(Map.of("vatLiable", false, "from", today().toString()))
                    .put(API + "/counsellors/{id}/vat-regime", id)
                    .then()
                    .statusCode(403);
            as(token).post(API + "/admin/rebuild").then().statusCode(403);
        }
        for (String token :
                List.of(Login.officer(), Login.citizen(someone.ssin()), Login.withoutRole(someone.ssin()))) {
            as(token).get(API + "/me").then().statusCode(403);
            as(token)
                    .body(Map.of("vatLiable", false, "from", today().toString()))
                    .put(API + "/me/vat-regime")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void personal_data_lie_in_the_vault_and_nowhere_else() {
        Someone someone = Someone.next();
        String counsellor = register(someone, PIONEER).extract().path("counsellor");
        // the answer is kept a moment after it was given
        await().until(() -> transactions.in(connection -> !Sql.list(
                        connection,
                        "SELECT 1 FROM idempotency_key WHERE position(? in body) > 0",
                        row -> row.getInt(1),
                        counsellor)
                .isEmpty()));
        transactions.run(connection -> {
            for (String table : List.of(
                    "event", "idempotency_key", "dead_letter", "registered_counsellor", "sanction", "application")) {
                try (var statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT row_to_json(t)::text FROM " + table + " t")) {
                    while (rows.next()) {
                        String row = rows.getString(1);
                        for (String personal : List.of(
                                someone.ssin(),
                                someone.enterprise(),
                                "Peeters",
                                "BE68539007547034",
                                "NL91ABNA0417164300",
                                "example.be")) {
                            assertFalse(row.contains(personal), () -> table + " holds " + personal);
                        }
                    }
                }
            }
        });
    }

    @Test
    void the_directory_is_the_replay_of_the_events() {
        register(Someone.next(), PIONEER);
        officer()
                .post(API + "/admin/rebuild")
                .then()
                .statusCode(200)
                .body("events", org.hamcrest.Matchers.greaterThan(1))
                .body(
                        "views.view",
                        containsInAnyOrder(
                                "registered_counsellor",
                                "sanction",
                                "application",
                                "vat_warning",
                                "enterprise_check",
                                "account_change",
                                "renewal"))
                .body("views.differences", everyItem(is(0)));
        officer().get(API + "/admin/dead-letters").then().statusCode(200).body("deadLetters", empty());
    }

    @Test
    void the_http_contract_is_what_the_service_answers_and_what_its_code_says() {
        Contracts.http("provider-registry-service");
    }
}
