package be.vlaanderen.loopbaankrediet.wallet;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What leaves the service for a citizen: messages, the status in DOSIS, attestations. */
@QuarkusTest
class MessagesServiceTest extends ServiceTest {

    @ConfigProperty(name = "mail.folder")
    String folder;

    @Test
    void a_citizen_is_told_of_room_in_the_queue_of_paying_and_of_the_code() throws IOException {
        grant(6);
        String booking = book().statusCode(201).extract().path("booking");
        queue(booking, 3, "\"queueNumber\":1}");
        awaitStatus(booking, "QUEUED");
        commitBudget(booking);
        awaitPaymentPage(booking);
        awaitMessages("ROOM_REACHED");
        await().untilAsserted(() -> assertEquals(1, mails().size()));
        clock.pass(Duration.ofDays(11).plusMinutes(1));
        awaitMessages("PAYMENT_DUE", "ROOM_REACHED");
        await().untilAsserted(() -> assertTrue(said().contains("PaymentReminded.v1"), said().toString()));
        await().untilAsserted(() -> assertEquals(2, mails().size()));
        assertTrue(mails().stream().allMatch(mail -> mail.startsWith("To: " + wallet + "@example.be\n")));
        clock.pass(Duration.ofDays(3));
        awaitStatus(booking, "LAPSED");
        awaitMessages("RESERVATION_LAPSED", "PAYMENT_DUE", "ROOM_REACHED");
        JsonPath first = me().get("/me/messages?limit=1").jsonPath();
        me().get("/me/messages?limit=1&after=" + first.getString("next"))
                .then()
                .body("messages.kind", is(List.of("PAYMENT_DUE")))
                .body("messages[0].subject", containsString("drie dagen"));
    }

    @Test
    void who_has_paid_is_not_reminded_and_hears_of_a_refund() {
        grant(6);
        String booking = paid();
        cancelPaid(booking);
        awaitRefund(booking, 5_000);
        awaitMessages("REFUND_DONE", "CODE_READY");
        clock.pass(Duration.ofDays(12));
        awaitMessages("REFUND_DONE", "CODE_READY");
    }

    @Test
    void who_wants_no_mail_reads_it_in_the_wallet_and_a_failing_service_is_asked_again() throws IOException {
        grant(6);
        given().baseUri(outside).port(RestAssured.UNDEFINED_PORT).put("/silent/" + wallet);
        trouble("contact");
        paid();
        awaitMessages("CODE_READY");
        trouble("");
        clock.pass(Duration.ofMinutes(2));
        await().untilAsserted(() -> assertEquals("NOT_WANTED", outcome()));
        assertEquals(List.of(), mails());
        me().get("/me/messages").then().body("messages[0].mailedAt", nullValue());
    }

    /** CN 2.5.3. */
    @Test
    void what_a_citizen_was_told_goes_after_five_years() {
        grant(6);
        paid();
        awaitMessages("CODE_READY");
        await().until(() -> outcome() != null);
        Instant end = Days.begin(Days.of(clock.instant()).plusYears(5));
        forgetting.deleteWhatIsOld(end);
        awaitMessages("CODE_READY");
        forgetting.deleteWhatIsOld(end.plus(Duration.ofDays(1)));
        awaitMessages();
    }

    @Test
    void messages_are_for_their_citizen_alone() {
        as(Login.citizen("99010112345"))
                .get("/me/messages")
                .then()
                .statusCode(200)
                .body("messages", is(List.of()));
        as(Login.officer()).get("/me/messages").then().statusCode(403);
        for (String question : List.of("limit=0", "limit=x", "after=%00", "after=" + "x".repeat(81))) {
            me().get("/me/messages?" + question).then().statusCode(400).contentType("application/problem+json");
        }
    }

    @Test
    void dosis_hears_the_last_status_of_a_booking_also_after_it_was_out_of_reach() {
        grant(6);
        trouble("dosis");
        String booking = paid();
        cancelPaid(booking);
        trouble("");
        clock.pass(Duration.ofMinutes(30));
        await().untilAsserted(() -> assertEquals(
                Optional.of("STOPGEZET"), dossiers(booking).reversed().stream().findFirst()));
        book().statusCode(201);
        clock.pass(Duration.ofHours(20));
        await().during(Duration.ofSeconds(3))
                .untilAsserted(() -> assertEquals(
                        Optional.of("STOPGEZET"),
                        dossiers(booking).reversed().stream().findFirst()));
        assertEquals(1, dossiers(booking).stream().filter("STOPGEZET"::equals).count());
    }

    @Test
    void attestations_are_pages_of_hal_and_an_empty_one_for_who_has_none() {
        grant(6);
        hal("/certificates")
                .body("_embedded.certificates", is(List.of()))
                .body("page.totalElements", is(0))
                .body("_links.self.href", is("/wallet/v1/certificates?limit=10&page=0"))
                .body("_links.next", nullValue());
        List<String> used = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String booking = paid();
            confirmSession(booking, UUID.randomUUID(), 4);
            awaitStatus(booking, "USED");
            used.addFirst(booking);
        }
        hal("/certificates?limit=1")
                .body("_embedded.certificates.id", is(used.subList(0, 1)))
                .body("page.totalPages", is(2))
                .body("_links.next.href", is("/wallet/v1/certificates?limit=1&page=1"));
        hal("/certificates?limit=1&page=1")
                .body("_embedded.certificates.id", is(used.subList(1, 2)))
                .body("_links.prev.href", is("/wallet/v1/certificates?limit=1&page=0"))
                .body("_links.next", nullValue());
        hal("/certificates/" + used.getFirst() + "?language=fr")
                .body("title", containsString("Attestation"))
                .body("hours", is(2));
        as(Login.citizen("71010112345"))
                .get("/certificates/" + used.getFirst())
                .then()
                .statusCode(404);
        for (String bad : List.of("?limit=0", "?page=-1", "?limit=x", "/" + used.getFirst() + "?language=xx")) {
            me().get("/certificates" + bad).then().statusCode(400).contentType("application/problem+json");
        }
        as(Login.officer()).get("/certificates").then().statusCode(403);
    }

    private ValidatableResponse hal(String path) {
        return me().get(path).then().statusCode(200).contentType("application/hal+json");
    }

    private void awaitMessages(String... kinds) {
        await().untilAsserted(() ->
                me().get("/me/messages").then().statusCode(200).body("messages.kind", is(List.of(kinds))));
    }

    /** What was mailed to this citizen. */
    private List<String> mails() throws IOException {
        Path mailbox = Path.of(folder);
        if (!Files.exists(mailbox)) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        try (var files = Files.list(mailbox)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".txt")).toList()) {
                String mail = Files.readString(file);
                if (mail.contains(wallet.toString())) {
                    found.add(mail);
                }
            }
        }
        return found;
    }

    private String outcome() {
        return transactions.in(connection -> {
            try (var select = connection.prepareStatement(
                    "SELECT outcome FROM citizen_message WHERE wallet = ? AND kind = 'CODE_READY'")) {
                select.setObject(1, wallet);
                var row = select.executeQuery();
                return row.next() ? row.getString(1) : null;
            }
        });
    }

    private List<String> dossiers(String booking) {
        return given()
                .baseUri(outside)
                .port(RestAssured.UNDEFINED_PORT)
                .get("/books")
                .jsonPath()
                .<Map<String, String>>getList("dossiers")
                .stream()
                .filter(dossier -> booking.equals(dossier.get("id")))
                .map(dossier -> dossier.get("status"))
                .toList();
    }
}
