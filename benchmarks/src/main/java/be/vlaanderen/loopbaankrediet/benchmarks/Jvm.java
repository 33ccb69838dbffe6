package be.vlaanderen.loopbaankrediet.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A Java process that a benchmark starts beside those of the platform, with the same options for its JVM. */
final class Jvm implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final Process process;
    private final Thread onInterrupt;
    private final Path log;

    private Jvm(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.onInterrupt = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    /**
     * Starts it.
     *
     * @param options before the class or jar
     * @param what {@code -jar x.jar}, or class path and class with its arguments
     */
    static Jvm start(
            Path folder, String name, List<String> options, List<String> what, Map<String, String> environment) {
        try {
            Path log = folder.resolve("logs").resolve(name + ".log");
            Files.createDirectories(log.getParent());
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.addAll(what);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return new Jvm(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The options of a running service's JVM, so that what is compared has the same. */
    static List<String> optionsOf(ProcessHandle service) {
        List<String> options = new ArrayList<>();
        for (String argument : service.info().arguments().orElseThrow()) {
            if (argument.equals("-jar") || argument.equals("-cp")) {
                break;
            }
            if (argument.startsWith("-X")
                    || argument.startsWith("--")
                    || argument.startsWith("-Dfile")
                    || argument.startsWith("-Dstdout")
                    || argument.startsWith("-Duser")) {
                options.add(argument);
            }
        }
        return options;
    }

    /** Milliseconds from the call until the address answers 200. */
    long awaitReady(String address) {
        long begin = System.nanoTime();
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            while (System.nanoTime() - begin < READY_WITHIN.toNanos()) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("it ended while it started; see " + log.getFileName());
                }
                if (answers(http, request)) {
                    return (System.nanoTime() - begin) / 1_000_000;
                }
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        }
        throw new IllegalStateException("not ready after " + READY_WITHIN.toSeconds() + " s; see " + log.getFileName());
    }

    private static boolean answers(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** What it printed, when it ended by itself; a trouble when it failed or took longer. */
    String output(Duration patience) {
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("not finished after " + patience.toSeconds() + " s");
            }
            String printed = Files.readString(log);
            if (process.exitValue() != 0) {
                throw new IllegalStateException("it failed:\n" + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Resident memory in MiB; 0 where /proc does not tell. */
    static long memoryMiB(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroy();
        Rig.awaitEnd(process.toHandle());
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            // the machine is stopping already, and the hook does the same
        }
    }
}
