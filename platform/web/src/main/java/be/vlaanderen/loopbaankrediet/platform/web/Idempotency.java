package be.vlaanderen.loopbaankrediet.platform.web;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes every POST repeatable, but for those that are so by themselves ({@link RepeatableByItself}): the answer to an {@code Idempotency-Key} is kept for {@value #KEPT_DAYS} days and given again to the same
 * caller. The same key with another request is a 422, a repeat while the first is still in the works a 409. An answer of 5xx, 409 or 429 is not kept:
 * trying again is right then, and harmless, because ids are derived from the key ({@link #id}). For the same reason nobody waits until a kept
 * answer is on the disk: a server that crashes may forget the last ones.
 */
@Provider
@Priority(Priorities.USER)
@Singleton
public class Idempotency implements ContainerRequestFilter, ContainerResponseFilter {

    static final int KEPT_DAYS = 7;

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Duration GIVE_UP_CLAIM = Duration.ofSeconds(60);
    private static final String CLAIM = Idempotency.class.getName();
    private static final ObjectMapper JSON = EventStore.json();
    private static final String DO_NOT_WAIT_FOR_THE_DISK =
            "WITH hurry AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true)) ";

    private record Claim(String caller, String key) {}

    private record Kept(
            String request,
            @Nullable Integer status,
            @Nullable String headers,
            @Nullable String body) {}

    private final Transactions transactions;
    private final InstantSource machine = InstantSource.system();

    @Context
    ResourceInfo resource;

    @Inject
    @SuppressWarnings("NullAway.Init")
    public Idempotency(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The same id for the same caller, purpose and key: a repeat that slips through changes nothing. */
    public static UUID id(String purpose, String caller, String key) {
        return UUID.nameUUIDFromBytes((purpose + "\n" + caller + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!request.getMethod().equals("POST")
                || resource.getResourceMethod() == null
                || !resource.getResourceMethod().isAnnotationPresent(POST.class)) {
            return;
        }
        String key = request.getHeaderString(HEADER);
        if (key == null && resource.getResourceMethod().isAnnotationPresent(RepeatableByItself.class)) {
            return;
        }
        if (key == null || !KEY.matcher(key).matches()) {
            request.abortWith(Problem.badRequest(
                            List.of(
                                    Issue.of(
                                            key == null ? "missing-value" : "invalid-value",
                                            "header",
                                            HEADER,
                                            "Stuur een Idempotency-Key mee: een eigen, unieke sleutel (1 tot 128 tekens) voor deze opdracht.")))
                    .response());
            return;
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        Claim claim = new Claim(caller(request), key);
        String fingerprint = fingerprint(request.getUriInfo().getPath(), body);
        Optional<Kept> kept = transactions.alone(connection -> claimOrFind(connection, claim, fingerprint));
        if (kept.isEmpty()) {
            request.setProperty(CLAIM, claim);
        } else {
            request.abortWith(answer(kept.get(), fingerprint));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(CLAIM) instanceof Claim claim) {
            request.removeProperty(CLAIM);
            boolean unused = transactions.alone(connection -> {
                if (isForNow(response.getStatus())) {
                    release(connection, claim);
                } else {
                    keep(connection, claim, response);
                }
                return true;
            });
        }
    }

    /** What may be answered otherwise when the same is asked later. */
    private static boolean isForNow(int status) {
        return status >= 500 || status == 409 || status == 429;
    }

    @Scheduled(every = "1h", delayed = "10m")
    void forget() {
        transactions.run(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM idempotency_key WHERE claimed_at < ?")) {
                delete.setTimestamp(1, Timestamp.from(machine.instant().minus(Duration.ofDays(KEPT_DAYS))));
                delete.executeUpdate();
            }
        });
    }

    /** Empty when the claim is ours. */
    private Optional<Kept> claimOrFind(Connection connection, Claim claim, String fingerprint) throws SQLException {
        // a claim whose request died with its process is taken over after a minute
        try (PreparedStatement insert = connection.prepareStatement(DO_NOT_WAIT_FOR_THE_DISK
                + "INSERT INTO idempotency_key AS k (caller, key, request, claimed_at) SELECT ?, ?, ?, ? FROM hurry"
                + " ON CONFLICT (caller, key) DO UPDATE SET claimed_at = excluded.claimed_at"
                + " WHERE k.status IS NULL AND k.request = excluded.request AND k.claimed_at < ?")) {
            insert.setString(1, claim.caller());
            insert.setString(2, claim.key());
            insert.setString(3, fingerprint);
            insert.setTimestamp(4, Timestamp.from(machine.instant()));
            insert.setTimestamp(5, Timestamp.from(machine.instant().minus(GIVE_UP_CLAIM)));
            if (insert.executeUpdate() == 1) {
                return Optional.empty();
            }
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT request, status, headers, body FROM idempotency_key WHERE caller = ? AND key = ?")) {
            select.setString(1, claim.caller());
            select.setString(2, claim.key());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.of(
                            new Kept(fingerprint, null, null, null)); // released this instant: the client tries again
                }
                int status = row.getInt("status");
                Integer known = row.wasNull() ? null : status;
                return Optional.of(
                        new Kept(row.getString("request"), known, row.getString("headers"), row.getString("body")));
            }
        }
    }

    private static Response answer(Kept kept, String fingerprint) throws IOException {
        if (!kept.request().equals(fingerprint)) {
            return Problem.of(
                            "idempotency-key-reused",
                            422,
                            "Deze Idempotency-Key werd al gebruikt voor een andere opdracht. Neem een nieuwe sleutel.")
                    .response();
        }
        Integer status = kept.status();
        if (status == null) {
            return Problem.of(
                            "still-in-the-works",
                            409,
                            "Dezelfde opdracht loopt nog. Probeer het over een seconde opnieuw.")
                    .response(Map.of(HttpHeaders.RETRY_AFTER, "1"));
        }
        Response.ResponseBuilder answer = Response.status(status);
        if (kept.headers() != null) {
            JSON.readValue(kept.headers(), new TypeReference<Map<String, String>>() {})
                    .forEach(answer::header);
        }
        if (kept.body() != null) {
            answer.entity(kept.body());
        }
        return answer.build();
    }

    private static void keep(Connection connection, Claim claim, ContainerResponseContext response)
            throws SQLException, JsonProcessingException {
        Map<String, String> headers = new TreeMap<>();
        for (String name : List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG)) {
            if (response.getHeaderString(name) != null) {
                headers.put(name, response.getHeaderString(name));
            }
        }
        Object entity = response.getEntity();
        String body = null;
        if (entity != null) {
            body = entity instanceof String text ? text : JSON.writeValueAsString(entity);
            String type = entity instanceof Problem ? Problem.MEDIA_TYPE : MediaType.APPLICATION_JSON;
            headers.put(HttpHeaders.CONTENT_TYPE, type);
        }
        try (PreparedStatement update = connection.prepareStatement(
                DO_NOT_WAIT_FOR_THE_DISK
                        + "UPDATE idempotency_key SET status = ?, headers = ?, body = ? FROM hurry WHERE caller = ? AND key = ?")) {
            update.setInt(1, response.getStatus());
            update.setString(2, JSON.writeValueAsString(headers));
            update.setString(3, body);
            update.setString(4, claim.caller());
            update.setString(5, claim.key());
            update.executeUpdate();
        }
    }

    private static void release(Connection connection, Claim claim) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM idempotency_key WHERE caller = ? AND key = ? AND status IS NULL")) {
            delete.setString(1, claim.caller());
            delete.setString(2, claim.key());
            delete.executeUpdate();
        }
    }

    /** A digest: the subject of a token could be a personal number. */
    private static String caller(ContainerRequestContext request) {
        var principal = request.getSecurityContext().getUserPrincipal();
        return sha256((principal == null ? "" : principal.getName()).getBytes(StandardCharsets.UTF_8));
    }

    private static String fingerprint(String path, byte[] body) {
        return path + " " + sha256(body);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
