package be.vlaanderen.loopbaankrediet.providerregistry;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.providerregistry.notifications.Mailbox;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MessagesTest extends RunningRegistry {

    @Test
    void a_new_address_is_told_to_the_old_one_and_for_a_month_so_is_all_that_matters() {
        Someone someone = Someone.next();
        Map<String, Object> form = form(someone, PIONEER);
        form.put("email", "oud@example.org");
        String id = post(form).extract().path("counsellor");
        for (int twice = 0; twice < 2; twice++) {
            as(someone.token())
                    .body(Map.of("email", "nieuw@example.org"))
                    .put(API + "/me/contact")
                    .then()
                    .statusCode(200);
        }
        await().until(() -> Mailbox.to("oud@example.org").size() == 1);
        assertEquals(0, Mailbox.to("nieuw@example.org").size());
        assertTrue(Mailbox.to("oud@example.org").getFirst().contains("Subject: Uw e-mailadres is gewijzigd"));

        clock.pass(Duration.ofDays(29));
        askAccount(someone);
        await().until(() -> Mailbox.to("nieuw@example.org").size() == 1);
        assertEquals(2, Mailbox.to("oud@example.org").size());
        assertFalse(Mailbox.to("nieuw@example.org").getFirst().contains("0417"), "mail is not a safe place");

        clock.pass(Duration.ofDays(2));
        askAccount(someone);
        await().until(() -> Mailbox.to("nieuw@example.org").size() == 2);
        assertEquals(2, Mailbox.to("oud@example.org").size());

        await().untilAsserted(() -> as(someone.token())
                .get(API + "/me/messages")
                .then()
                .statusCode(200)
                .body("messages.kind", contains("CONTACT_CHANGED", "ACCOUNT_CHANGE_ASKED", "ACCOUNT_CHANGE_ASKED"))
                .body("messages[0].subject", equalTo("Uw e-mailadres is gewijzigd"))
                .body("messages.sentAt", everyItem(notNullValue())));
        String next = as(someone.token()).get(API + "/me/messages?limit=1").path("next");
        as(someone.token())
                .get(API + "/me/messages?limit=1&after=" + next)
                .then()
                .body("messages.kind", contains("ACCOUNT_CHANGE_ASKED"));
        as(someone.token()).get(API + "/me/messages?limit=0").then().statusCode(400);
        as(Someone.next().token()).get(API + "/me/messages").then().statusCode(404);
        officer().get(API + "/me/messages").then().statusCode(403);
        transactions.run(connection -> {
            try (var select = connection.prepareStatement(
                    "SELECT count(*) FROM outgoing_message WHERE counsellor = ? AND addresses <> '{}'")) {
                select.setObject(1, UUID.fromString(id));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    assertEquals(0, row.getInt(1), "addresses are forgotten once a message is sent");
                }
            }
        });
    }

    private static void askAccount(Someone someone) {
        as(someone.token())
                .header("Idempotency-Key", key())
                .body(Map.of("iban", "NL91 ABNA 0417 1643 00"))
                .post(API + "/me/account-changes")
                .then()
                .statusCode(201);
    }
}
