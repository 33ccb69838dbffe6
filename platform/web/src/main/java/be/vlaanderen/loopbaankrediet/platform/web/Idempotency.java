package be.vlaanderen.loopbaankrediet.platform.web;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Together;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
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
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes every POST repeatable, but for those that are so by themselves ({@link RepeatableByItself}): the answer to an {@code Idempotency-Key} is kept for {@value #KEPT_DAYS} days and given again to the same
 * caller. The same key with another request is a 422, a repeat while the first is still in the works here a 409. An answer of 5xx, 409 or 429 is not kept:
 * trying again is right then, and harmless, because ids are derived from the key ({@link #id}). For the same reason two instances may work on
 * the same at the same time, and nobody waits until an answer is kept: they are written together, a moment after they were given.
 */
@Provider
@Priority(Priorities.USER)
@Singleton
public class Idempotency implements ContainerRequestFilter, ContainerResponseFilter {

    static final int KEPT_DAYS = 7;

    private static final Logger LOG = Logger.getLogger(Idempotency.class);
    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(60);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);
    private static final int MOST_IN_THE_WORKS = 10_000;
    private static final int LOOKED_UP_TOGETHER = 100;
    private static final int WRITTEN_TOGETHER = 500;
    private static final Duration WRITTEN_WITHIN = Duration.ofMillis(50);
    private static final String CLAIM = Idempotency.class.getName();
    private static final ObjectMapper JSON = EventStore.json();

    private record Claim(String caller, String key, String request) {
        String who() {
            return caller + "\n" + key;
        }
    }

    /** @param headers as a JSON object */
    private record Kept(
            String request,
            int status,
            String headers,
            @Nullable String body) {}

    private record Given(Claim claim, Kept answer, Instant at) {}

    private final Transactions transactions;
    private final Together<Claim, @Nullable Kept> lookedUp;
    private final InstantSource machine = InstantSource.system();
    private final Cache<String, Claim> inTheWorks = Caffeine.newBuilder()
            .maximumSize(MOST_IN_THE_WORKS)
            .expireAfterWrite(LONGEST_REQUEST)
            .executor(Runnable::run) // its upkeep is less work than waking a thread for it
            .build();
    private final Map<String, Kept> notYetWritten = new ConcurrentHashMap<>();
    private final BlockingQueue<Given> toWrite = new LinkedBlockingQueue<>(MOST_IN_THE_WORKS);
    private final Thread writer = new Thread(this::writeOn, "idempotency-keys");

    @Context
    ResourceInfo resource;

    @Inject
    @SuppressWarnings("NullAway.Init")
    public Idempotency(Transactions transactions) {
        this.transactions = transactions;
        this.lookedUp = new Together<>(
                LOOKED_UP_TOGETHER, claims -> transactions.alone(connection -> find(connection, claims)));
    }

    void begin(@Observes StartupEvent event) {
        writer.setDaemon(true);
        writer.start();
    }

    @PreDestroy
    void end() {
        writer.interrupt();
        try {
            writer.join(STOPS_WITHIN);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        write(everythingToWrite());
    }

    /**
     * The same id for the same caller, purpose and key: a repeat that slips through changes nothing.
     *
     * @param purpose what is made, and of what when a decision sees that alone: a key that was forgotten may come again about another one
     */
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
        int length = request.getLength(); // not known of a body in chunks
        byte[] body = request.getEntityStream().readNBytes(length < 0 ? Integer.MAX_VALUE : length);
        request.setEntityStream(new ByteArrayInputStream(body));
        Claim claim =
                new Claim(caller(request), key, fingerprint(request.getUriInfo().getPath(), body));
        Claim first = inTheWorks.asMap().putIfAbsent(claim.who(), claim);
        if (first != null) {
            request.abortWith(first.request().equals(claim.request()) ? stillInTheWorks() : keyReused());
            return;
        }
        Kept known = notYetWritten.get(claim.who());
        Kept kept = known != null ? known : lookUp(claim);
        if (kept == null) {
            request.setProperty(CLAIM, claim);
        } else {
            inTheWorks.invalidate(claim.who());
            request.abortWith(kept.request().equals(claim.request()) ? answer(kept) : keyReused());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (request.getProperty(CLAIM) instanceof Claim claim) {
            request.removeProperty(CLAIM);
            if (!isForNow(response.getStatus())) {
                Given given = new Given(claim, kept(claim, response), machine.instant());
                giveWhatIsKept(response, given.answer());
                notYetWritten.put(claim.who(), given.answer());
                if (!toWrite.offer(given)) {
                    write(List.of(given)); // who gives answers faster than they are written, waits
                }
            }
            inTheWorks.invalidate(claim.who());
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

    /** Who finds no database may try again at once. */
    private @Nullable Kept lookUp(Claim claim) {
        try {
            return lookedUp.get(claim);
        } catch (RuntimeException e) {
            inTheWorks.invalidate(claim.who());
            throw e;
        }
    }

    /** What is kept for each, in their order. */
    private static List<@Nullable Kept> find(Connection connection, List<Claim> claims) throws SQLException {
        List<@Nullable Kept> found = new ArrayList<>(Collections.nCopies(claims.size(), null));
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT asked.number, kept.* FROM unnest((SELECT ?::text[]), (SELECT ?::text[])) WITH ORDINALITY AS asked (caller, key, number), LATERAL"
                        // a plan that is kept, as in Newer; LIMIT keeps it from reading all rows for a few of them
                        + " (SELECT request, status, headers, body FROM idempotency_key k WHERE k.caller = asked.caller AND k.key = asked.key LIMIT 1) AS kept")) {
            select.setArray(1, texts(connection, claims, Claim::caller));
            select.setArray(2, texts(connection, claims, Claim::key));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.set(
                            rows.getInt(1) - 1,
                            new Kept(rows.getString(2), rows.getInt(3), rows.getString(4), rows.getString(5)));
                }
            }
        }
        return found;
    }

    private static Array texts(Connection connection, List<Claim> claims, Function<Claim, String> each)
            throws SQLException {
        return connection.createArrayOf("text", claims.stream().map(each).toArray());
    }

    private static Response keyReused() {
        return Problem.of(
                        "idempotency-key-reused",
                        422,
                        "Deze Idempotency-Key werd al gebruikt voor een andere opdracht. Neem een nieuwe sleutel.")
                .response();
    }

    private static Response stillInTheWorks() {
        return Problem.of(
                        "still-in-the-works", 409, "Dezelfde opdracht loopt nog. Probeer het over een seconde opnieuw.")
                .response(Map.of(HttpHeaders.RETRY_AFTER, "1"));
    }

    private static Response answer(Kept kept) throws IOException {
        Response.ResponseBuilder answer = Response.status(kept.status());
        JSON.readValue(kept.headers(), new TypeReference<Map<String, String>>() {})
                .forEach(answer::header);
        if (kept.body() != null) {
            answer.entity(kept.body());
        }
        return answer.build();
    }

    private static Kept kept(Claim claim, ContainerResponseContext response) throws JsonProcessingException {
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
            headers.put(HttpHeaders.CONTENT_TYPE, type(entity).toString());
        }
        return new Kept(claim.request(), response.getStatus(), JSON.writeValueAsString(headers), body);
    }

    private static MediaType type(Object entity) {
        return entity instanceof Problem ? MediaType.valueOf(Problem.MEDIA_TYPE) : MediaType.APPLICATION_JSON_TYPE;
    }

    /** The same letters as each repeat will get; and they are made once. */
    private static void giveWhatIsKept(ContainerResponseContext response, Kept kept) {
        if (kept.body() != null) {
            response.setEntity(kept.body(), response.getEntityAnnotations(), type(response.getEntity()));
        }
    }

    private void writeOn() {
        List<Given> together = new ArrayList<>();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                together.add(toWrite.take());
                Thread.sleep(WRITTEN_WITHIN); // others join
                toWrite.drainTo(together, WRITTEN_TOGETHER - together.size());
                write(together);
                together.clear();
            }
        } catch (InterruptedException stop) {
            write(together); // what came later is written by who stops us
        }
    }

    private List<Given> everythingToWrite() {
        List<Given> left = new ArrayList<>();
        toWrite.drainTo(left);
        return left;
    }

    private void write(List<Given> together) {
        if (together.isEmpty()) {
            return;
        }
        try {
            transactions.run(connection -> insert(connection, together));
        } catch (RuntimeException e) {
            LOG.warnf(e, "%d answers are not kept; who asks the same again is answered anew", together.size());
        }
        together.forEach(given -> notYetWritten.remove(given.claim().who(), given.answer()));
    }

    /** Of two for the same key the first counts, whether it was written here or by another instance. */
    private static void insert(Connection connection, List<Given> together) throws SQLException {
        try (Statement hurry = connection.createStatement()) {
            hurry.execute("SET LOCAL synchronous_commit = off");
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO idempotency_key (caller, key, request, status, headers, body, claimed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            for (Given given : together) {
                insert.setString(1, given.claim().caller());
                insert.setString(2, given.claim().key());
                insert.setString(3, given.claim().request());
                insert.setInt(4, given.answer().status());
                insert.setString(5, given.answer().headers());
                insert.setString(6, given.answer().body());
                insert.setTimestamp(7, Timestamp.from(given.at()));
                insert.addBatch();
            }
            insert.executeBatch();
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
