package be.vlaanderen.loopbaankrediet.providerregistry;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.providerregistry.namecheck.FakeNameCheck;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountTest extends RunningRegistry {

    @Test
    void another_account_is_paid_only_a_day_after_the_second_confirmation() {
        Someone someone = Someone.next();
        String id = register(someone, PIONEER).extract().path("counsellor");
        for (String wrong : List.of("BE68539007547035", "", "NL91")) {
            as(someone.token())
                    .header("Idempotency-Key", key())
                    .body(Map.of("iban", wrong))
                    .post(API + "/me/account-changes")
                    .then()
                    .statusCode(400)
                    .body("issues[0].name", equalTo("iban"));
        }
        String change = as(someone.token())
                .header("Idempotency-Key", key())
                .body(Map.of("iban", "NL91 ABNA 0417 1643 00"))
                .post(API + "/me/account-changes")
                .then()
                .statusCode(201)
                .body("holdsFrom", nullValue())
                .extract()
                .path("change");
        Someone other = Someone.next();
        register(other, PIONEER);
        as(other.token())
                .post(API + "/me/account-changes/{change}/confirmation", change)
                .then()
                .statusCode(404);
        clock.pass(Duration.ofDays(2));
        paidOn(id, "BE68539007547034");
        String holdsFrom = clock.instant().plus(Duration.ofDays(1)).toString();
        for (int twice = 0; twice < 2; twice++) {
            as(someone.token())
                    .post(API + "/me/account-changes/{change}/confirmation", change)
                    .then()
                    .statusCode(200)
                    .body("holdsFrom", equalTo(holdsFrom));
        }
        clock.pass(Duration.ofHours(23));
        paidOn(id, "BE68539007547034");
        clock.pass(Duration.ofHours(1));
        paidOn(id, "NL91ABNA0417164300");
        as(someone.token())
                .get(API + "/me/account-changes")
                .then()
                .statusCode(200)
                .body("changes.iban", contains("…4300"))
                .body("changes[0].holdsFrom", equalTo(holdsFrom));
        transactions.run(connection -> {
            try (var select = connection.prepareStatement(
                    "SELECT string_agg(kind, ' ' ORDER BY kind) FROM outgoing_message WHERE counsellor = ?")) {
                select.setObject(1, UUID.fromString(id));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    assertEquals("ACCOUNT_CHANGE_ASKED ACCOUNT_CHANGE_CONFIRMED", row.getString(1));
                }
            }
        });
    }

    @Test
    void a_late_repeat_of_an_application_does_not_change_the_account() {
        Someone someone = Someone.next();
        String key = key();
        Map<String, Object> form = application(List.of());
        String id = null;
        for (String iban : List.of("BE68539007547034", "NL91ABNA0417164300")) {
            form.put("iban", iban);
            id = as(someone.token())
                    .header("Idempotency-Key", key)
                    .body(form)
                    .post(API + "/me/application")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("counsellor");
            // kept a moment after it was given
            await().until(() -> transactions.in(
                    connection -> Sql.run(connection, "DELETE FROM idempotency_key WHERE key = ?", key) == 1));
        }
        paidOn(id, "BE68539007547034");
    }

    /** Else the name behind the one account would be checked and the other be paid on. */
    @Test
    void a_late_repeat_of_a_change_does_not_bring_another_account_under_its_name() {
        Someone someone = Someone.next();
        String id = register(someone, PIONEER).extract().path("counsellor");
        FakeNameCheck.answer("NL91ABNA0417164300", "MATCH");
        FakeNameCheck.answer("BE71096123456769", "NO_MATCH");
        String key = key();
        String change = ask(someone, key, "BE71 0961 2345 6769").extract().path("change");
        ask(someone, "NL91 ABNA 0417 1643 00").body("nameCheck", equalTo("MATCH"));
        await().until(() -> transactions.in(
                connection -> Sql.run(connection, "DELETE FROM idempotency_key WHERE key = ?", key) == 1));
        ask(someone, key, "NL91 ABNA 0417 1643 00")
                .body("change", equalTo(change))
                .body("nameCheck", equalTo("NO_MATCH"));
        as(someone.token())
                .post(API + "/me/account-changes/{change}/confirmation", change)
                .then()
                .statusCode(404);
        clock.pass(Duration.ofDays(2));
        paidOn(id, "BE68539007547034");
    }

    @Test
    void an_account_in_another_name_waits_for_an_officer() {
        Someone someone = Someone.next();
        register(someone, PIONEER);
        FakeNameCheck.answer("NL91ABNA0417164300", "MATCH");
        FakeNameCheck.answer("BE71096123456769", "NO_MATCH");
        String change = ask(someone, "BE71 0961 2345 6769")
                .body("nameCheck", equalTo("NO_MATCH"))
                .body("blocked", equalTo(true))
                .extract()
                .path("change");
        as(someone.token())
                .post(API + "/me/account-changes/{change}/confirmation", change)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:name-does-not-match"));
        officer()
                .get(API + "/account-changes?blocked=true&limit=100")
                .then()
                .statusCode(200)
                .body("changes.change", hasItem(change));
        officer()
                .get(API + "/account-changes/{change}", change)
                .then()
                .statusCode(200)
                .body("name", equalTo("Nele Peeters"))
                .body("iban", equalTo("BE71096123456769"));
        officer()
                .body(Map.of("reasonCode", "POOR_QUALITY", "reason", "x"))
                .post(API + "/account-changes/{change}/acceptance", change)
                .then()
                .statusCode(422);
        for (int twice = 0; twice < 2; twice++) {
            officer()
                    .body(Map.of("reasonCode", "OTHER", "reason", "Rekening van de vennootschap."))
                    .post(API + "/account-changes/{change}/acceptance", change)
                    .then()
                    .statusCode(200)
                    .body("change.blocked", equalTo(false))
                    .body("change.accepted.officer.length()", is(32))
                    .body("reason", equalTo("Rekening van de vennootschap."));
        }
        officer()
                .get(API + "/account-changes?blocked=true&limit=100")
                .then()
                .body("changes.change", not(hasItem(change)));
        as(someone.token())
                .post(API + "/me/account-changes/{change}/confirmation", change)
                .then()
                .statusCode(200);
        as(someone.token())
                .get(API + "/account-changes/{change}", change)
                .then()
                .statusCode(403);
        officer()
                .get(API + "/account-changes/{change}", UUID.randomUUID())
                .then()
                .statusCode(404);
        officer().get(API + "/account-changes?nameCheck=MAYBE").then().statusCode(400);
    }

    @Test
    void a_bank_that_says_nothing_leaves_a_note_for_the_officer() {
        Someone someone = Someone.next();
        register(someone, PIONEER);
        FakeNameCheck.answer("BE43068999999501", "WHO_KNOWS");
        String change = ask(someone, "BE43068999999501")
                .body("nameCheck", equalTo("NOT_AVAILABLE"))
                .body("blocked", equalTo(false))
                .extract()
                .path("change");
        officer()
                .get(API + "/account-changes?nameCheck=NOT_AVAILABLE&limit=100")
                .then()
                .body("changes.change", hasItem(change));
        as(someone.token())
                .post(API + "/me/account-changes/{change}/confirmation", change)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse ask(Someone someone, String iban) {
        return ask(someone, key(), iban);
    }

    private static ValidatableResponse ask(Someone someone, String key, String iban) {
        return as(someone.token())
                .header("Idempotency-Key", key)
                .body(Map.of("iban", iban))
                .post(API + "/me/account-changes")
                .then()
                .statusCode(201);
    }
}
