package be.vlaanderen.loopbaankrediet.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** Where the processor time of a service goes, by a recording of the JDK's flight recorder while it is under load. */
final class Profile implements AutoCloseable {

    private static final int SHOWN = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final long pid;
    private final Path recording;
    private final Path text;

    private Profile(long pid, Path recording, Path text) {
        this.pid = pid;
        this.recording = recording;
        this.text = text;
    }

    /** Records from now until it is closed, when asked for; then writes {@code <name>-profile.txt}. */
    static @Nullable Profile of(Options options, Rig rig, ProcessHandle service, String name) {
        if (!options.profile) {
            return null;
        }
        Profile profile = new Profile(
                service.pid(),
                rig.place().run().resolve(name + ".jfr"),
                options.results().resolve(name + "-profile.txt"));
        profile.jcmd("JFR.start", "name=bench", "settings=profile");
        return profile;
    }

    @Override
    public void close() {
        jcmd("JFR.stop", "name=bench", "filename=" + recording);
        try {
            List<String> lines = lines(recording);
            Files.createDirectories(text.getParent());
            Files.write(text, lines);
            lines.forEach(System.out::println);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        Map<String, Integer> threads = new HashMap<>();
        int samples = 0;
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                String type = event.getEventType().getName();
                if ((!type.equals("jdk.ExecutionSample") && !type.equals("jdk.NativeMethodSample"))
                        || event.getStackTrace() == null) {
                    continue;
                }
                List<RecordedFrame> frames = event.getStackTrace().getFrames();
                if (frames.isEmpty() || (type.equals("jdk.NativeMethodSample") && waits(method(frames.getFirst())))) {
                    continue;
                }
                samples++;
                top.merge(method(frames.getFirst()), 1, Integer::sum);
                Set<String> groups = new HashSet<>();
                frames.forEach(frame -> groups.add(group(frame)));
                groups.forEach(group -> below.merge(group, 1, Integer::sum));
                var thread = event.getThread("sampledThread");
                String name = thread == null || thread.getJavaName() == null ? "" : thread.getJavaName();
                threads.merge(name.isEmpty() ? "virtual thread" : name.replaceAll("[0-9]+", "n"), 1, Integer::sum);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("Samples of running Java code: " + samples);
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

    /** Native methods that are sampled while they wait. */
    private static boolean waits(String method) {
        String lower = method.toLowerCase(Locale.ROOT);
        return lower.contains("epoll")
                || lower.contains("park")
                || lower.contains("accept")
                || lower.contains("poll")
                || lower.contains("read");
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
