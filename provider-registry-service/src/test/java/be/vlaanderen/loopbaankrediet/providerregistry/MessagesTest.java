package be.vlaanderen.loopbaankrediet.providerregistry;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
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
import java.util.List;
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

    @Test
    void who_is_refused_or_asked_for_more_or_approved_is_told() {
        Someone someone = Someone.next();
        String refused = apply(someone);
        officer()
                .body(Map.of("reasonCode", "CONDITIONS_NOT_MET", "reason", "Uw ervaring is te kort."))
                .post(API + "/applications/{id}/refusal", refused)
                .then()
                .statusCode(200);
        String again = apply(someone);
        officer()
                .header("Idempotency-Key", key())
                .body(Map.of(
                        "proofs",
                        List.of("EQUIVALENCE"),
                        "reasonCode",
                        "PROOF_NOT_ACCEPTED",
                        "reason",
                        "Dit is onleesbaar."))
                .post(API + "/applications/{id}/requests", again)
                .then()
                .statusCode(201);
        for (String proof : List.of("EQUIVALENCE", "FINANCIAL_HEALTH", "FINANCIAL_MANAGEMENT")) {
            document(someone, proof, "application/pdf", PDF).statusCode(201);
        }
        for (int twice = 0; twice < 2; twice++) {
            officer().post(API + "/applications/{id}/approval", again).then().statusCode(200);
        }
        as(someone.token())
                .get(API + "/me/messages")
                .then()
                .body("messages.kind", containsInAnyOrder("APPLICATION_REFUSED", "MORE_ASKED", "APPLICATION_APPROVED"));
    }

    @Test
    void who_may_answer_a_sanction_is_told_and_so_is_what_became_of_it() {
        Someone someone = Someone.next();
        String id = register(someone, PIONEER).extract().path("counsellor");
        String sanction = sanction(id, "SUSPENSION").statusCode(201).extract().path("sanction");
        answer(someone, sanction, "Ik gaf die uren wel.").statusCode(201);
        clock.pass(Duration.ofDays(16));
        decision(id, sanction, "DROPPED", "NOT_PROVEN").statusCode(200);
        as(someone.token())
                .get(API + "/me/messages")
                .then()
                .body("messages.kind", contains("SANCTION_ANNOUNCED", "SANCTION_DECIDED"));
    }

    @Test
    void a_clawback_and_a_payment_that_fails_are_told_to_the_counsellor() {
        Someone someone = Someone.next();
        String id = register(someone, PIONEER).extract().path("counsellor");
        List<String> told =
                List.of("ClawbackAnnounced.v1", "ClawbackDecided.v1", "PayoutRefused.v1", "PayoutRejected.v1");
        for (String type : told) {
            payoutSays(type, key(), Map.of("counsellor", id));
        }
        await().untilAsserted(() -> as(someone.token())
                .get(API + "/me/messages")
                .then()
                .body(
                        "messages.kind",
                        containsInAnyOrder(
                                "CLAWBACK_ANNOUNCED", "CLAWBACK_DECIDED", "PAYOUT_REFUSED", "PAYOUT_REJECTED")));
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
