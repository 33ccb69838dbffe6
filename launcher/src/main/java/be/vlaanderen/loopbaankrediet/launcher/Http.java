package be.vlaanderen.loopbaankrediet.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Talks to the parts as any client would. */
final class Http implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration TO_COME = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 800;
    private static final int BUSY_TIMES = 10;
    private static final int BUSY_PAUSE_SECONDS = 2;
    private static final String JSON_TYPE = "application/json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Place place;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private volatile String lastAnswer = "none";

    Http(Place place) {
        this.place = place;
    }

    /**
     * An answer, whatever its status.
     *
     * @param what the request, for messages
     */
    record Answer(String what, int status, String body) {

        JsonNode json() {
            try {
                return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new Trouble(what + " did not answer JSON: " + shortBody(), e);
            }
        }

        JsonNode expect(int expected) {
            if (status != expected) {
                throw new Trouble(what + " answered " + status + " instead of " + expected + ": " + shortBody());
            }
            return json();
        }

        private String shortBody() {
            return body.length() > 1000 ? body.substring(0, 1000) + " …" : body;
        }
    }

    Answer get(Part part, String path, @Nullable String token) {
        return send("GET", place.address(part) + path, token, null, JSON_TYPE, PATIENCE);
    }

    Answer post(Part part, String path, String token, String body) {
        return post(part, path, token, body, PATIENCE);
    }

    Answer post(Part part, String path, String token, String body, Duration patience) {
        return send("POST", place.address(part) + path, token, body, JSON_TYPE, patience);
    }

    /** @param key the same for the same command, so that it can be sent again when there was no answer */
    Answer post(Part part, String path, String token, String body, String key) {
        return send("POST", place.address(part) + path, token, body, JSON_TYPE, PATIENCE, key);
    }

    Answer put(Part part, String path, String body) {
        return put(part, path, null, body);
    }

    Answer put(Part part, String path, @Nullable String token, String body) {
        return send("PUT", place.address(part) + path, token, body, JSON_TYPE, PATIENCE);
    }

    Answer form(String url, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", url, null, body, "application/x-www-form-urlencoded", PATIENCE);
    }

    /** A token as {@link #token} gives, asked once: for who comes back again and again. */
    String keptToken(String who, String role) {
        return tokens.computeIfAbsent(role + " " + who, ignored -> token(who, role));
    }

    /** A token of the development login. */
    String token(String who, @Nullable String role) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("grant_type", "persona", "persona", who));
        if (role != null) {
            fields.put("as", role);
        }
        Answer answer = form(place.address(Part.OUTSIDE_WORLD) + "/login/token", fields);
        if (answer.status() != 200) {
            JsonNode error = answer.json();
            throw new Trouble("The login gives no token (" + answer.status() + "): "
                    + error.path("error_description")
                            .asText(error.path("detail").asText(answer.body())));
        }
        return answer.json().path("access_token").asText();
    }

    /** What the attempt gives, tried again until it gives something. */
    <T> T until(String what, Supplier<Optional<T>> attempt) {
        long end = System.nanoTime() + TO_COME.toNanos();
        Optional<T> result = attempt.get();
        for (long pause = PAUSE_MILLIS; result.isEmpty(); pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2)) {
            if (System.nanoTime() > end) {
                throw new Trouble("Waited " + TO_COME.toSeconds() + " s in vain for " + what
                        + ". The last answer of all: " + lastAnswer);
            }
            if (Thread.interrupted()) {
                throw new Trouble("stopped while waiting for " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
            result = attempt.get();
        }
        return result.get();
    }

    /** The time of the simulated world. */
    Instant now() {
        return Instant.parse(text(get(Part.OUTSIDE_WORLD, "/clock", null).expect(200), "now"));
    }

    /** Only forward: a clock that is past that time stays. */
    void moveClockTo(Instant time) {
        if (now().isBefore(time)) {
            put(Part.OUTSIDE_WORLD, "/clock", json(Map.of("now", time.toString())))
                    .expect(200);
        }
    }

    static String text(JsonNode node, String field) {
        String text = node.path(field).asText("");
        if (text.isEmpty()) {
            throw new Trouble("The answer has no '" + field + "': " + node);
        }
        return text;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Answer send(
            String method, String url, @Nullable String token, @Nullable String body, String type, Duration patience) {
        return send(method, url, token, body, type, patience, UUID.randomUUID().toString());
    }

    private Answer send(
            String method,
            String url,
            @Nullable String token,
            @Nullable String body,
            String type,
            Duration patience,
            String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(patience)
                .header("Accept", "application/json, application/problem+json, text/plain;q=0.5, text/html;q=0.5")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", type);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (method.equals("POST")) {
            request.header("Idempotency-Key", key);
        }
        String what = method + " " + url;
        HttpRequest same = request.build();
        try {
            HttpResponse<String> response = client.send(same, HttpResponse.BodyHandlers.ofString());
            for (int times = 1; times < BUSY_TIMES && toTryAgain(response); times++) {
                TimeUnit.SECONDS.sleep(BUSY_PAUSE_SECONDS);
                response = client.send(same, HttpResponse.BodyHandlers.ofString());
            }
            Answer answer = new Answer(what, response.statusCode(), response.body());
            if (type.equals(JSON_TYPE)) { // not the login's: it holds a token
                lastAnswer = answer.status() + " to " + what + ": " + answer.shortBody();
            }
            return answer;
        } catch (IOException e) {
            throw new Trouble(what + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(what + " was interrupted", e);
        }
    }

    private static boolean toTryAgain(HttpResponse<String> response) {
        return response.statusCode() == 503
                && response.headers().firstValue("Retry-After").isPresent();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
