package be.vlaanderen.loopbaankrediet.outsideworld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map that survives a restart: each change is one line of JSON at the end of a file, so that a change costs the same however much is
 * kept. At start, and when mostly overwritten lines have gathered, the file is replaced in one step by what still holds.
 */
public final class KeptMap<V> implements AutoCloseable {

    private static final int SLACK = 10_000;

    private final Path file;
    private final ObjectMapper json;
    private final Map<String, V> values = new LinkedHashMap<>();
    private FileChannel end;
    private int lines;

    private KeptMap(Path file, Class<V> type, ObjectMapper json) throws IOException {
        this.file = file;
        this.json = json;
        read(type);
        this.end = compact();
    }

    public static <V> KeptMap<V> open(Path file, Class<V> type, ObjectMapper json) {
        try {
            return new KeptMap<>(file, type, json);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep state in " + file, e);
        }
    }

    public synchronized @Nullable V get(String key) {
        return values.get(key);
    }

    /** In the order in which the keys were first put. */
    public synchronized List<V> all() {
        return List.copyOf(values.values());
    }

    public synchronized int size() {
        return values.size();
    }

    public synchronized void put(String key, V value) {
        append(line(key, value));
        values.put(key, value);
        compactWhenDue();
    }

    public synchronized void remove(String key) {
        if (values.containsKey(key)) {
            append(line(key, null));
            values.remove(key);
            compactWhenDue();
        }
    }

    @Override
    public synchronized void close() {
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Class<V> type) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            while (line != null) {
                String next = reader.readLine();
                try {
                    JsonNode entry = json.readTree(line);
                    String key = entry.required("key").textValue();
                    if (entry.required("value").isNull()) {
                        values.remove(key);
                    } else {
                        values.put(key, json.treeToValue(entry.get("value"), type));
                    }
                } catch (JsonProcessingException | IllegalArgumentException e) {
                    if (next != null) { // only the last line can be half written, by a process that was killed
                        throw new IOException("a line of " + file + " cannot be read", e);
                    }
                }
                line = next;
            }
        }
    }

    private FileChannel compact() throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (BufferedWriter writer = Files.newBufferedWriter(fresh)) {
            for (Map.Entry<String, V> entry : values.entrySet()) {
                writer.write(line(entry.getKey(), entry.getValue()));
            }
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        lines = values.size();
        return FileChannel.open(file, StandardOpenOption.APPEND);
    }

    private void compactWhenDue() {
        if (lines <= 2 * values.size() + SLACK) {
            return;
        }
        try {
            FileChannel old = end;
            end = compact();
            old.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                end.write(bytes);
            }
            lines++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line(String key, @Nullable V value) {
        try {
            ObjectNode entry = json.createObjectNode().put("key", key);
            entry.set("value", json.valueToTree(value));
            return json.writeValueAsString(entry) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value cannot be written", e);
        }
    }
}
