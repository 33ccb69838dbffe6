package be.vlaanderen.loopbaankrediet.acceptance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole platform, started once for all tests by {@code ./dev up --detach} on ports of its own, and stopped at the end; or one that runs
 * already, such as that of docker-compose.yml, when {@code PLATFORM_ENDPOINTS} holds the JSON of {@code ./dev endpoints}.
 */
public final class Platform implements BeforeAllCallback, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final int PORT_OFFSET = 10_000;
    private static final Duration TO_START = Duration.ofMinutes(4);

    private static JsonNode endpoints = JSON.createObjectNode();

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(Platform.class.getName(), key -> {
            String running = System.getenv("PLATFORM_ENDPOINTS");
            if (running != null) {
                endpoints = read(running);
                openTheYear();
                return this;
            }
            try {
                dev("up", "--detach", "--fresh", "--no-story");
                endpoints = read(dev("endpoints"));
                openTheYear();
            } catch (RuntimeException | Error e) {
                close();
                throw e;
            }
            return this;
        });
    }

    @Override
    public void close() {
        if (System.getenv("PLATFORM_ENDPOINTS") == null) {
            dev("down");
        }
    }

    private static void openTheYear() {
        Instant begin = Instant.parse("2027-01-04T08:00:00Z");
        if (now().isBefore(begin)) {
            setClock(begin);
        }
    }

    static String url(String part, String path) {
        return endpoints.path(part).asText() + path;
    }

    static String kafka() {
        return endpoints.path("kafka").asText();
    }

    /** A token of the development login for a known person in one of their roles. */
    static String token(String person, String as) {
        return given().formParam("grant_type", "persona")
                .formParam("persona", person)
                .formParam("as", as)
                .post(url("outside-world", "/login/token"))
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    /** A command with a key of its own. */
    static RequestSpecification command(String token, Object body) {
        return as(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body);
    }

    static void person(String citizenNumber, Map<String, Object> facts) {
        given().contentType("application/json")
                .body(facts)
                .put(url("outside-world", "/people/" + citizenNumber))
                .then()
                .statusCode(lessThan(300));
    }

    static void switches(Map<String, Object> settings) {
        given().contentType("application/json")
                .body(settings)
                .put(url("outside-world", "/switches"))
                .then()
                .statusCode(lessThan(300));
    }

    static Instant now() {
        return Instant.parse(
                given().get(url("outside-world", "/clock")).then().extract().path("now"));
    }

    static void setClock(Instant to) {
        given().contentType("application/json")
                .body(Map.of("now", to.toString()))
                .put(url("outside-world", "/clock"))
                .then()
                .statusCode(200);
    }

    static void passTime(Duration time) {
        setClock(now().plus(time));
    }

    static ConditionFactory eventually() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions();
    }

    private static String dev(String... arguments) {
        try {
            List<String> command =
                    new ArrayList<>(List.of(PROJECT.resolve("dev").toString()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command).directory(PROJECT.toFile());
            builder.environment().put("DEV_RUN_DIR", "acceptance/target/platform");
            builder.environment().put("DEV_PORT_OFFSET", String.valueOf(PORT_OFFSET));
            builder.redirectError(ProcessBuilder.Redirect.INHERIT);
            Path output =
                    Path.of("target").resolve("dev-" + arguments[0] + ".out").toAbsolutePath();
            builder.redirectOutput(
                    output.toFile()); // a pipe would stay open as long as what was started in the background
            Process process = builder.start();
            if (!process.waitFor(TO_START.toSeconds(), TimeUnit.SECONDS)) {
                process.destroy();
                throw new IllegalStateException("./dev " + arguments[0] + " did not end in " + TO_START);
            }
            String printed = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new IllegalStateException("./dev " + arguments[0] + " failed:\n" + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
