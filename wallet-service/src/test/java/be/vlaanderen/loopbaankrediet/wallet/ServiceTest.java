package be.vlaanderen.loopbaankrediet.wallet;

import static be.vlaanderen.loopbaankrediet.wallet.Outside.citizen;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.testkit.RealServers;
import be.vlaanderen.loopbaankrediet.wallet.forget.Forgetting;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The running service through HTTP and Kafka, on real servers, started once for all who extend this. Every test has citizens of its own. */
@WithTestResource(value = RealServers.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Outside.class, scope = TestResourceScope.GLOBAL)
abstract class ServiceTest {

    static final AtomicInteger NEXT = new AtomicInteger(10_000);
    static final UUID COUNSELLOR = UUID.fromString("c7d1a6de-52f4-4a0e-bb1b-7a3e0a4f7d10");
    static final String PROBLEM = "urn:problem-type:loopbaankrediet:";

    @Inject
    Forgetting forgetting;

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

    Topics topics;
    final String number = "8001" + NEXT.incrementAndGet() + "12";
    final UUID wallet = citizen(number);

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

    // ---- words

    RequestSpecification me() {
        return as(Login.citizen(number));
    }

    static RequestSpecification officer() {
        return as(Login.officer());
    }

    static RequestSpecification as(String token) {
        return given().basePath("/wallet/v1")
                .header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON);
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    void grant(int hours) {
        grantTo(Login.citizen(number), wallet, hours);
        await().until(() -> events("counsellor-" + COUNSELLOR).contains("CounsellorBecameBookable"));
    }

    void grantTo(String token, UUID citizen, int hours) {
        topics.say(
                "eligibility", "EntitlementEstablished.v1", citizen, established(citizen, UUID.randomUUID(), hours), 1);
        await().untilAsserted(() -> as(token).get("/me").then().statusCode(200).body("granted", is(hours)));
    }

    void establish(int hours, UUID request, int times) {
        topics.say("eligibility", "EntitlementEstablished.v1", wallet, established(wallet, request, hours), times);
    }

    static String established(UUID citizen, UUID request, int hours) {
        return """
                {"citizen":"%s","request":"%s","hours":%d,"coPaymentPerHourCents":2500,"ruleVersion":"loopbaankrediet-2027",
                 "requestedOn":"2027-03-01","establishedAt":"2027-03-01T09:00:00Z"}""".formatted(citizen, request, hours);
    }

    ValidatableResponse book() {
        return book(key(), "{\"counsellorId\":\"%s\"}".formatted(COUNSELLOR));
    }

    ValidatableResponse book(String key, String body) {
        return me().header("Idempotency-Key", key)
                .body(body)
                .post("/me/bookings")
                .then();
    }

    /** A block that is booked and paid. */
    String paid() {
        String booking = book().statusCode(201).extract().path("booking");
        commitBudget(booking);
        awaitPaymentPage(booking);
        notify(booking, "PAID", 5_000).statusCode(204);
        awaitStatus(booking, "BOOKED");
        return booking;
    }

    ValidatableResponse cancel(String booking) {
        return me().header("Idempotency-Key", key())
                .body("{}")
                .post("/me/bookings/" + booking + "/cancellation")
                .then();
    }

    /** A paid block of which session-claims-service knows no session. */
    void cancelPaid(String booking) {
        cancel(booking).statusCode(200).body("status", is("BOOKED")).body("givingUp", is(true));
        answer(booking, 4, 1);
        awaitStatus(booking, "CANCELLED");
    }

    /** What session-claims-service answers to each question for what is not delivered, once it was asked so many times. */
    void answer(String booking, int halfHours, int asked) {
        await().until(() -> asked(booking).size() == asked);
        for (String givenUpAt : asked(booking)) {
            topics.say(
                    "session-claims",
                    "UnusedTimeReleased.v1",
                    UUID.fromString(booking),
                    "{\"booking\":\"%s\",\"wallet\":\"%s\",\"halfHours\":%d,\"givenUpAt\":\"%s\"}"
                            .formatted(booking, wallet, halfHours, givenUpAt),
                    1);
        }
    }

    /** The questions so far, by when the block was given up. */
    List<String> asked(String booking) {
        return topics.heardAbout(wallet).stream()
                .filter(message -> Topics.type(message).equals("BlockGivenUp.v1"))
                .map(message -> JsonPath.from(message.value()))
                .filter(message -> booking.equals(message.getString("booking")))
                .map(message -> message.getString("givenUpAt"))
                .toList();
    }

    JsonPath get(String booking) {
        return me().get("/me/bookings/" + booking)
                .then()
                .statusCode(200)
                .body("booking", equalTo(booking))
                .extract()
                .jsonPath();
    }

    void awaitStatus(String booking, String status) {
        await().untilAsserted(() -> assertEquals(status, get(booking).getString("status")));
    }

    String awaitPaymentPage(String booking) {
        await().untilAsserted(() -> assertTrue(get(booking).getString("checkoutUrl") != null));
        assertEquals("AWAITING_PAYMENT", get(booking).getString("status"));
        return get(booking).getString("checkoutUrl");
    }

    void wallet(double granted, double reserved, double used, double available) {
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
    List<String> events(String stream) {
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

    List<String> said() {
        return topics.heardAbout(wallet).stream().map(Topics::type).toList();
    }

    void commitBudget(String booking) {
        topics.say("payout", "BudgetCommitted.v1", UUID.fromString(booking), """
                {"booking":"%s","year":2027,"amountCents":16780,"committedAt":"2027-03-01T09:00:00Z"}""".formatted(booking), 2);
    }

    void queue(String booking, int place, String more) {
        topics.say(
                "payout",
                "BookingQueued.v1",
                UUID.fromString(booking),
                "{\"booking\":\"%s\",\"year\":2199,\"place\":%d,%s".formatted(booking, place, more),
                1);
    }

    void registerSession(String booking) {
        topics.say(
                "session-claims",
                "SessionRegistered.v1",
                UUID.fromString(booking),
                "{\"session\":\"%s\",\"booking\":\"%s\",\"wallet\":\"%s\",\"halfHours\":4}"
                        .formatted(UUID.randomUUID(), booking, wallet),
                2);
    }

    void confirmSession(String booking, UUID session, int halfHours) {
        topics.say(
                "session-claims",
                "SessionConfirmed.v1",
                UUID.fromString(booking),
                "{\"session\":\"%s\",\"booking\":\"%s\",\"wallet\":\"%s\",\"halfHours\":%d,\"silent\":true}"
                        .formatted(session, booking, wallet, halfHours),
                2);
    }

    void aboutCounsellor(UUID counsellor, String type, String data) {
        topics.say("provider-registry", type, counsellor, data, 1);
    }

    void releaseUnused(String booking, int halfHours) {
        topics.say(
                "session-claims",
                "UnusedTimeReleased.v1",
                UUID.fromString(booking),
                "{\"booking\":\"%s\",\"wallet\":\"%s\",\"halfHours\":%d}".formatted(booking, wallet, halfHours),
                1);
    }

    String sponsor(String terms) {
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

    static String sponsored(String code) {
        return "{\"counsellorId\":\"%s\",\"sponsorCode\":\"%s\"}".formatted(COUNSELLOR, code);
    }

    void clawBack(String booking, int halfHours, String more) {
        topics.say(
                "payout",
                "ClawbackDecided.v1",
                UUID.fromString(booking),
                "{\"clawback\":\"%s\",\"booking\":\"%s\",\"halfHours\":%d,\"coPaymentCents\":%d%s}"
                        .formatted(UUID.randomUUID(), booking, halfHours, halfHours * 1_250, more),
                2);
    }

    void revise(int hours, long price) {
        topics.say(
                "eligibility",
                "EntitlementRevised.v1",
                wallet,
                """
                {"citizen":"%s","request":"%s","hours":%d,"coPaymentPerHourCents":%d,"ruleVersion":"loopbaankrediet-2027",
                 "reasonCode":"EDUCATION_SHOWN","revisedAt":"2027-03-01T09:00:00Z"}""".formatted(wallet, UUID.randomUUID(), hours, price),
                2);
    }

    void settle(String reference, String status) {
        given().baseUri(outside)
                .port(RestAssured.UNDEFINED_PORT)
                .body(status)
                .put("/settled/" + reference)
                .then()
                .statusCode(200);
    }

    void trouble(String where) {
        given().baseUri(outside)
                .port(RestAssured.UNDEFINED_PORT)
                .body(where)
                .put("/trouble")
                .then()
                .statusCode(200);
    }

    /** What the payment provider has under {@code payments} or {@code refunds} for one reference. */
    List<Map<String, Object>> books(String book, String reference) {
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

    Map<String, Object> payment(String reference) {
        return books("payments", reference).getFirst();
    }

    void awaitRefund(String reference, int amountCents) {
        String refund = "refund-" + payment(reference).get("id");
        await().untilAsserted(() -> {
            assertEquals(1, books("refunds", refund).size());
            assertTrue(events(wallet.toString()).contains("CoPaymentRefunded"));
        });
        assertEquals(amountCents, books("refunds", refund).getFirst().get("amountCents"));
        assertEquals(1, books("refunds", refund).getFirst().get("calls"), "asked once");
    }

    ValidatableResponse notify(String reference, String status, long amountCents) {
        return signed(notification(reference, status, amountCents));
    }

    String notification(String reference, String status, long amountCents) {
        return "{\"id\":\"%s\",\"reference\":\"%s\",\"status\":\"%s\",\"amountCents\":%d,\"at\":\"2027-03-01T09:00:00Z\"}"
                .formatted(payment(reference).get("id"), reference, status, amountCents);
    }

    static ValidatableResponse signed(String body) {
        return send(body, sign(body));
    }

    static ValidatableResponse send(String body, String signature) {
        return given().basePath("/wallet/v1")
                .contentType(ContentType.JSON)
                .header("Signature", signature)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/payment-notifications")
                .then();
    }

    static String sign(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Outside.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
