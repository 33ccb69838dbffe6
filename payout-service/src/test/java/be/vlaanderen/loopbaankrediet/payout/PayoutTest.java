package be.vlaanderen.loopbaankrediet.payout;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.payout.budget.Budget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames;
import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions.ConflictException;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import be.vlaanderen.loopbaankrediet.platform.testkit.RealServers;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The whole service against a real PostgreSQL and Kafka, and stand-ins for bank, login and registry; started once for all tests. */
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(Outside.class)
abstract class PayoutTest {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final String BELGIAN = "BE71096123456769";
    static final String CLOSED = "NL91ABNA0417164300";

    Outside outside;

    @Inject
    AggregateStore<Budget, BudgetEvent> budgets;

    @Inject
    Transactions transactions;

    @Inject
    EventNames names;

    @Inject
    Clock clock;

    @All
    List<InlineView> views;

    @All
    List<MessageHandler> handlers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    Topics topics;

    @BeforeEach
    void connect() {
        topics = Topics.of(bootstrapServers);
    }

    @AfterEach
    void healAll() {
        outside.silent(false);
        outside.registrySilent(false);
    }

    // --- what neighbours do -----------------------------------------------------------------------------------------

    record Booking(String id, String wallet, String counsellor, String reservedAt) {}

    /** @param liable null when the counsellor is not registered yet */
    Booking booking(String reservedAt, @Nullable Boolean liable) {
        Booking booking = new Booking(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                reservedAt);
        if (liable != null) {
            outside.payee(booking.counsellor(), "Ann Zoë", BELGIAN);
            register(booking.counsellor(), liable);
        }
        return booking;
    }

    void register(String counsellor, boolean liable) {
        outside.payee(counsellor, "Ann Zoë", BELGIAN);
        topics.send(
                "provider-registry",
                "CounsellorRegistered",
                counsellor,
                Map.of(
                        "counsellor", counsellor,
                        "route", "R1",
                        "vatLiable", liable,
                        "registeredOn", "2027-01-01",
                        "registeredAt", "2027-01-01T09:00:00Z"));
    }

    void reserve(Booking booking, long coPaymentCents) {
        topics.send(
                "wallet",
                "BlockReserved",
                booking.wallet(),
                Map.of(
                        "wallet", booking.wallet(),
                        "booking", booking.id(),
                        "counsellor", booking.counsellor(),
                        "halfHours", 4,
                        "coPaymentCents", coPaymentCents,
                        "reservedAt", booking.reservedAt()));
    }

    void pay(Booking booking, long cents) {
        topics.send(
                "wallet",
                "CoPaymentReceived",
                booking.wallet(),
                Map.of(
                        "wallet",
                        booking.wallet(),
                        "booking",
                        booking.id(),
                        "amountCents",
                        cents,
                        "receivedAt",
                        "2027-01-04T09:10:00Z"));
    }

    void lower(Booking booking, long coPaymentCents, long refundCents) {
        topics.send(
                "wallet",
                "CoPaymentLowered",
                booking.wallet(),
                Map.of(
                        "wallet",
                        booking.wallet(),
                        "booking",
                        booking.id(),
                        "coPaymentCents",
                        coPaymentCents,
                        "refundCents",
                        refundCents,
                        "loweredAt",
                        "2027-01-05T09:10:00Z"));
    }

    String claim(Booking booking, int halfHours) {
        String claim = UUID.randomUUID().toString();
        topics.send(
                "session-claims",
                "ClaimSubmitted",
                booking.id(),
                claimMessage(booking, claim, UUID.randomUUID().toString(), halfHours));
        return claim;
    }

    static Map<String, ?> claimMessage(Booking booking, String claim, String session, int halfHours) {
        return Map.of(
                "claim",
                claim,
                "booking",
                booking.id(),
                "wallet",
                booking.wallet(),
                "counsellor",
                booking.counsellor(),
                "sessions",
                List.of(Map.of("session", session, "deliveredOn", "2027-02-01", "halfHours", halfHours)),
                "halfHours",
                halfHours,
                "submittedAt",
                "2027-02-20T09:00:00Z");
    }

    JsonNode one(String name, String field, String value) {
        await().alias(name + " with " + field + " " + value)
                .atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> !topics.published(name, field, value).isEmpty());
        List<JsonNode> found = topics.published(name, field, value);
        assertEquals(1, found.size());
        return found.getFirst();
    }

    static ValidatableResponse post(String token, String path, @Nullable String key, Map<String, ?> body) {
        RequestSpecification request = as(token).contentType("application/json").body(body);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post(path)
                .then();
    }

    String payoutOf(String claim) {
        return one("PayoutApproved", "claim", claim).get("payout").asText();
    }

    static JsonPath verification() {
        return as(Login.officer())
                .post("/ledger/verification")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    void execute(String sql) {
        transactions.run(connection -> {
            try (var statement = connection.createStatement()) {
                assertEquals(1, statement.executeUpdate(sql), sql);
            }
        });
    }

    static JsonPath ledger() {
        return as(Login.officer())
                .get("/ledger")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static RequestSpecification as(String token) {
        return given().basePath("/payout/v1").urlEncodingEnabled(false).header("Authorization", "Bearer " + token);
    }

    static void problem(RequestSpecification request, String path, int status) {
        request.get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("detail", notNullValue());
    }

    static void untilNoConflict(Runnable action) {
        for (int attempt = 0; attempt < 50; attempt++) {
            try {
                action.run();
                return;
            } catch (ConflictException e) {
                // the other instance was first, eight times in a row
            }
        }
        throw new AssertionError("never a turn");
    }

    long count(String sql) {
        return transactions.in(connection -> {
            try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    static Map<String, ?> withdrawal(Booking booking, String claim) {
        return Map.of(
                "claim", claim,
                "booking", booking.id(),
                "wallet", booking.wallet(),
                "counsellor", booking.counsellor(),
                "session", UUID.randomUUID().toString(),
                "askedAt", "2027-02-21T09:00:00Z");
    }

    /** Another officer than {@link Login#officer()}. */
    static String colleague() {
        try {
            byte[] key = Base64.getDecoder().decode(System.getProperty("loopbaankrediet.test.login.key"));
            return Jwt.issuer(Login.ISSUER)
                    .audience(Login.AUDIENCE)
                    .subject("person-colleague")
                    .upn("person-colleague")
                    .claim("rrn", "80010200191")
                    .claim("vo_doelgroepcode", "GID")
                    .claim("vo_orgcode", "OVO000001")
                    .claim("loopbaankrediet_rol_3d", List.of("medewerker:OVO000001"))
                    .expiresIn(Duration.ofHours(1))
                    .jws()
                    .keyId("test")
                    .sign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
