package be.vlaanderen.loopbaankrediet.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventJson;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.axonframework.serialization.SimpleSerializedObject;

/**
 * A sample of every version of every stored event, in {@code src/test/resources/stored-events/<Name>.v<version>.json}: each stays readable
 * for ever, and the current version is written exactly as its sample.
 */
public final class StoredSamples {

    private static final Path FOLDER = Path.of("src/test/resources/stored-events");

    private StoredSamples() {}

    public static void check(EventNames names) throws IOException {
        EventJson json = EventJson.of(names);
        ObjectMapper mapper = EventJson.mapper();
        TreeSet<String> seen = new TreeSet<>();
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                String[] parts = file.getFileName().toString().split("\\.", -1);
                String name = parts[0];
                String version = parts[1].substring(1);
                String stored = Files.readString(file);
                Object event = json.deserialize(new SimpleSerializedObject<>(stored, String.class, name, version));
                EventNames.Pinned pinned = names.byClass(event.getClass());
                assertTrue(
                        pinned != null && pinned.name().equals(name), () -> file + " is read as " + event.getClass());
                if (String.valueOf(pinned.version()).equals(version)) {
                    assertEquals(
                            mapper.readTree(stored),
                            mapper.readTree(json.serialize(event, String.class).getData()),
                            () -> name + " is no longer written as its sample");
                    seen.add(name);
                }
            }
        }
        assertEquals(new TreeSet<>(names.names()), seen, "a stored event without a sample of its current version");
    }
}
