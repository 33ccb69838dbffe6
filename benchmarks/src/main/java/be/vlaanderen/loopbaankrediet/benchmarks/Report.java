package be.vlaanderen.loopbaankrediet.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table for people, one line of JSON for machines, and the same line kept beside earlier ones. */
final class Report {

    private final String name;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    Report(String name) {
        this.name = name;
    }

    Report figure(String what, double value) {
        figures.put(what, Math.round(value * 1000) / 1000.0);
        return this;
    }

    Report count(String what, long value) {
        figures.put(what, value);
        return this;
    }

    /** @param results folder that keeps them */
    void print(Path results) {
        System.out.println();
        System.out.println(name);
        figures.forEach((what, value) -> System.out.println(String.format(
                Locale.ROOT,
                "  %-44s %14s",
                what,
                value instanceof Double figure
                        ? String.format(Locale.ROOT, "%,.3f", figure)
                        : String.format(Locale.ROOT, "%,d", (Long) value))));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("benchmark", name);
        line.put("at", Instant.now().toString());
        line.put("machine", machine());
        line.putAll(figures);
        try {
            String json = new ObjectMapper().writeValueAsString(line);
            System.out.println(json);
            Files.createDirectories(results);
            Files.write(
                    results.resolve(name + ".jsonl"),
                    List.of(json),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.availableProcessors() + " cores, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", Java " + Runtime.version().feature() + ", " + processor();
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }
}
