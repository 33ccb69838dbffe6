package be.vlaanderen.loopbaankrediet.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table for people, one line of JSON for machines, and the same line kept beside earlier ones. */
final class Report {

    private final String name;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();

    private record Target(String words, boolean reached) {}

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

    Report text(String what, String value) {
        figures.put(what, value);
        return this;
    }

    /** The middle of some rounds, and how far they lie apart. */
    Report rounds(String what, Rounds rounds) {
        return figure(what, rounds.median()).figure(what + ", spread", rounds.spread());
    }

    Report atLeast(String what, double value, double target) {
        targets.put(what, new Target(String.format(Locale.ROOT, "at least %.4g", target), value >= target));
        return figure(what, value);
    }

    Report atMost(String what, double value, double target) {
        targets.put(what, new Target(String.format(Locale.ROOT, "at most %.4g", target), value <= target));
        return figure(what, value);
    }

    /** What must be so whatever the machine: when it is not, the benchmark fails. */
    Report must(String what, long value, long expected) {
        targets.put(what, new Target("exactly " + expected, value == expected));
        if (value != expected) {
            broken.add(what + " is " + value + " instead of " + expected);
        }
        return count(what, value);
    }

    /** What must be so and is not. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    /** A line a figure, with what is to be reached and whether it is. */
    List<String> table() {
        return figures.entrySet().stream()
                .map(each -> {
                    Target target = targets.get(each.getKey());
                    return String.format(
                                    Locale.ROOT,
                                    "  %-52s %14s  %s",
                                    each.getKey(),
                                    shown(each.getValue()),
                                    target == null ? "" : (target.reached() ? "yes: " : "NO: ") + target.words())
                            .stripTrailing();
                })
                .toList();
    }

    private static String shown(Object value) {
        return switch (value) {
            case Double figure -> String.format(Locale.ROOT, "%,.3f", figure);
            case Long count -> String.format(Locale.ROOT, "%,d", count);
            default -> value.toString();
        };
    }

    /** All of it on one line. */
    String json(Instant at) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("benchmark", name);
        line.put("at", at.toString());
        line.put("machine", machine());
        line.putAll(figures);
        Map<String, Boolean> reached = new LinkedHashMap<>();
        targets.forEach((what, target) -> reached.put(what, target.reached()));
        line.put("reached", reached);
        try {
            return new ObjectMapper().writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param results folder that keeps them */
    void print(Path results) {
        System.out.println();
        System.out.println(name);
        table().forEach(System.out::println);
        String json = json(Instant.now());
        System.out.println(json);
        try {
            Files.createDirectories(results);
            Files.write(
                    results.resolve(name + ".jsonl"),
                    List.of(json),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.availableProcessors() + " cores, " + memory() + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", Java " + Runtime.version().feature() + ", " + processor();
    }

    private static String memory() {
        String kilobytes = firstOf("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return kilobytes.isEmpty() ? "" : Long.parseLong(kilobytes) / (1024 * 1024) + " GiB, ";
    }

    private static String processor() {
        String found = firstOf("/proc/cpuinfo", "model name");
        return found.isEmpty() ? "unknown processor" : found;
    }

    private static String firstOf(String file, String key) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
