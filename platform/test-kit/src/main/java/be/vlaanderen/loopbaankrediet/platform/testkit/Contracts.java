package be.vlaanderen.loopbaankrediet.platform.testkit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.platform.messaging.Publisher;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The promises between services, as schema and sample in {@code contracts/events/<api>/<Name>.v1.*.json}, checked on both sides; and those to callers. */
public final class Contracts {

    private static final Path EVENTS = Path.of("../contracts/events");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Contracts() {}

    /** What a service publishes keeps its promise. */
    public static void publishes(Publisher publisher, Publisher.Contract contract) {
        try {
            assertConforms(publisher.api(), contract.type(), EventStore.json().writeValueAsString(contract.data()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A sample keeps the promise of its schema. */
    public static void assertConforms(String api, String type, String json) {
        var schema = SCHEMAS.getSchema(read(EVENTS.resolve(api).resolve(type + ".schema.json")));
        assertEquals(
                List.of(),
                List.copyOf(schema.validate(json, InputFormat.JSON)),
                () -> api + "/" + type + " breaks its contract");
    }

    /** The sample as a message that a consumer would get. */
    public static Message sample(String api, String type) {
        String json = read(EVENTS.resolve(api).resolve(type + ".sample.json"));
        assertConforms(api, type, json);
        return new Message(
                "sample-" + type,
                "loopbaankrediet." + api,
                type,
                "sample",
                Instant.parse("2027-01-04T09:00:00Z"),
                json);
    }

    /** The promise that a consumer builds on exists. */
    public static Message sampleFor(MessageHandler handler) {
        assertTrue(handler.topic().startsWith("loopbaankrediet."), handler.topic());
        return sample(handler.topic().substring("loopbaankrediet.".length()), handler.type());
    }

    /** The HTTP contract is what the running service answers, and what its code says. */
    public static void http(String service) {
        Path committed = Path.of("../contracts/http/" + service + ".openapi.yaml");
        assertEquals(
                read(committed),
                given().get("/q/openapi-of-the-code")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString(),
                () -> "the API changed: if that is meant, copy target/openapi/openapi.yaml to " + committed);
        assertEquals(
                read(committed),
                given().get("/q/openapi").then().statusCode(200).extract().asString());
        given().head("/q/openapi").then().statusCode(200);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("no contract " + file, e);
        }
    }
}
