package be.vlaanderen.loopbaankrediet.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Where the processor time of a service goes: that of its threads as the operating system counts it, and of the Java code among it by samples
 * of the JDK's flight recorder, each of which stands for the same amount of processor time.
 */
final class Profile implements AutoCloseable {

    private static final int SHOWN = 25;
    private static final int DEEP = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final long pid;
    private final Path recording;
    private final Path text;
    private final Map<String, Long> before;

    private Profile(long pid, Path recording, Path text) {
        this.pid = pid;
        this.recording = recording;
        this.text = text;
        this.before = ticks(pid);
    }

    /** Records from now until it is closed, when asked for; then writes {@code <name>-profile.txt}. */
    static @Nullable Profile of(Options options, Rig rig, ProcessHandle service, String name) {
        if (!options.profile) {
            return null;
        }
        Profile profile = new Profile(service.pid(), recording(rig, name), text(options, name));
        profile.jcmd("JFR.configure", "stackdepth=" + DEEP);
        profile.jcmd("JFR.start", "name=bench", "settings=" + settings(rig));
        return profile;
    }

    /** Options for a JVM that is recorded from its start to its end, when asked for. */
    static List<String> fromTheStart(Options options, Rig rig, String name) {
        return options.profile
                ? List.of(
                        "-XX:FlightRecorderOptions:stackdepth=" + DEEP,
                        "-XX:StartFlightRecording:filename=" + recording(rig, name) + ",settings=" + settings(rig))
                : List.of();
    }

    /** What {@link #fromTheStart} recorded of a JVM that has ended. */
    static void write(Options options, Rig rig, String name) {
        if (options.profile) {
            write(text(options, name), List.of(), recording(rig, name));
        }
    }

    @Override
    public void close() {
        List<String> threads = threads();
        jcmd("JFR.stop", "name=bench", "filename=" + recording);
        write(text, threads, recording);
    }

    private static Path settings(Rig rig) {
        Path file = rig.place().run().resolve("profile.jfc");
        try (InputStream settings = Objects.requireNonNull(Profile.class.getResourceAsStream("/profile.jfc"))) {
            Files.copy(settings, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static Path recording(Rig rig, String name) {
        return rig.place().run().resolve(name + ".jfr");
    }

    private static Path text(Options options, String name) {
        return options.results().resolve(name + "-profile.txt");
    }

    private static void write(Path text, List<String> threads, Path recording) {
        try {
            List<String> lines = new ArrayList<>(threads);
            lines.addAll(lines(recording));
            Files.createDirectories(text.getParent());
            Files.write(text, lines);
            lines.forEach(System.out::println);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processor time of the kinds of threads since the beginning. */
    private List<String> threads() {
        Map<String, Integer> used = new HashMap<>();
        int all = 0;
        for (Map.Entry<String, Long> thread : ticks(pid).entrySet()) {
            int since = (int) (thread.getValue() - before.getOrDefault(thread.getKey(), 0L));
            used.merge(kind(thread.getKey().replaceFirst("^[0-9]+ ", "")), since, Integer::sum);
            all += since;
        }
        List<String> lines = new ArrayList<>();
        lines.add("Share of the process' processor time, by threads that were there at the end:");
        most(used, all, lines);
        lines.add("");
        return lines;
    }

    private static String kind(String thread) {
        if (thread.startsWith("C1 Comp") || thread.startsWith("C2 Comp")) {
            return "the JVM's compilers";
        }
        if (thread.startsWith("VM ") || thread.startsWith("GC ")) {
            return "the JVM itself, its collector above all";
        }
        return "Java code";
    }

    /** Of each thread, by number and name; 100 a second. */
    private static Map<String, Long> ticks(long pid) {
        Map<String, Long> ticks = new TreeMap<>();
        try (Stream<Path> tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
            for (Path task : tasks.toList()) {
                try {
                    String stat = Files.readString(task.resolve("stat"));
                    String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
                    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                    ticks.put(task.getFileName() + " " + name, Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
                } catch (IOException e) {
                    // it has ended meanwhile
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ticks;
    }

    private void jcmd(String... command) {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        all.add(String.valueOf(pid));
        all.addAll(List.of(command));
        try {
            Process process = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("jcmd " + command[0] + " does not work");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static List<String> lines(Path recording) throws IOException {
        Map<String, Integer> top = new HashMap<>();
        Map<String, Integer> below = new HashMap<>();
        Map<String, Integer> own = new HashMap<>();
        Map<String, Integer> threads = new HashMap<>();
        int samples = 0;
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (!event.getEventType().getName().equals("jdk.CPUTimeSample") || event.getStackTrace() == null) {
                    continue;
                }
                List<RecordedFrame> frames = event.getStackTrace().getFrames();
                if (frames.isEmpty()) {
                    continue;
                }
                samples++;
                top.merge(method(frames.getFirst()), 1, Integer::sum);
                Set<String> groups = new HashSet<>();
                frames.forEach(frame -> groups.add(group(frame)));
                groups.forEach(group -> below.merge(group, 1, Integer::sum));
                own.merge(nearestOwn(frames), 1, Integer::sum);
                var thread = event.getThread("eventThread");
                String name = thread == null || thread.getJavaName() == null ? "" : thread.getJavaName();
                threads.merge(name.isEmpty() ? "virtual thread" : name.replaceAll("[0-9]+", "n"), 1, Integer::sum);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("Samples of running Java code: " + samples);
        lines.add("");
        lines.add("Share by the class of this project nearest to what ran, with the libraries that it calls:");
        most(own, samples, lines);
        lines.add("");
        lines.add("Share of the samples with a frame of this package somewhere on the stack (they overlap):");
        most(below, samples, lines);
        lines.add("");
        lines.add("Share by the method that ran:");
        most(top, samples, lines);
        lines.add("");
        lines.add("Share by thread:");
        most(threads, samples, lines);
        return lines;
    }

    private static String nearestOwn(List<RecordedFrame> frames) {
        return frames.stream()
                .map(Profile::group)
                .filter(group -> group.startsWith("be.vlaanderen."))
                .findFirst()
                .orElse("none");
    }

    private static void most(Map<String, Integer> counts, int samples, List<String> lines) {
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(SHOWN)
                .forEach(each -> lines.add(String.format(
                        Locale.ROOT, "  %5.1f %%  %s", 100.0 * each.getValue() / Math.max(1, samples), each.getKey())));
    }

    private static String method(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    /** Own code by class, that of others by the first parts of its package. */
    private static String group(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        if (type.startsWith("be.vlaanderen.")) {
            return type.replaceAll("[$_].*", "");
        }
        String[] parts = type.split("\\.", -1);
        return String.join(".", List.of(parts).subList(0, Math.min(3, Math.max(1, parts.length - 1))));
    }
}
