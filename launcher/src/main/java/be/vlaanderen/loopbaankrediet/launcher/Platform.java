package be.vlaanderen.loopbaankrediet.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/** All parts together: started in the order in which they need each other, watched, and stopped in the opposite order. */
public final class Platform {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 150;
    private static final int LAST_LINES = 20;
    private static final List<List<Part>> STAGES =
            List.of(List.of(Part.POSTGRES, Part.KAFKA, Part.OUTSIDE_WORLD), Part.SERVICES, List.of(Part.FRONT_ENDS));

    private final Place place;
    private final Screen screen;
    private final Applications.Jvm jvm;
    private final BiFunction<Part, Map<String, String>, Map<String, String>> change;
    private final List<ChildProcess> running = new ArrayList<>();
    private boolean stopped;

    Platform(Place place, Screen screen) {
        this(place, screen, Applications.Jvm.QUICK, (application, settings) -> settings);
    }

    /** @param change what is set otherwise than in the development platform */
    public Platform(
            Place place,
            Screen screen,
            Applications.Jvm jvm,
            BiFunction<Part, Map<String, String>, Map<String, String>> change) {
        this.place = place;
        this.screen = screen;
        this.jvm = jvm;
        this.change = change;
    }

    /** The parts of an earlier start that still live. */
    static List<ChildProcess> alive(Place place) {
        List<ChildProcess> alive = new ArrayList<>();
        for (Part part : Part.values()) {
            ChildProcess.find(place, part).ifPresent(alive::add);
        }
        return alive;
    }

    /** Nobody else may start the platform of this folder until the lock is closed, or this process ends. */
    static FileLock lock(Place place) {
        try {
            Files.createDirectories(place.run());
            FileChannel channel =
                    FileChannel.open(place.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw alreadyRunning();
            }
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Trouble alreadyRunning() {
        return new Trouble("The platform is running already: './dev status' shows it, './dev down' stops it.");
    }

    /** Removes what the platform remembers: databases, topics, the outside world, secrets and logs; not the unpacked programs. */
    public static void forget(Place place) {
        for (String name :
                List.of("postgres", "kafka", "outside-world", "mail", "logs", "pids", "secrets.properties")) {
            Machine.delete(place.run().resolve(name));
        }
    }

    /** Starts everything; returns when every part says that it is ready. */
    void start(Secrets secrets) {
        start(secrets, STAGES);
    }

    /** The same for some parts: those of one stage start together. */
    public void start(Secrets secrets, List<List<Part>> stages) {
        PostgresServer postgres = new PostgresServer(place, secrets);
        Applications applications = new Applications(place, secrets, jvm, change);
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(2))
                        .build();
                Admin admin = KafkaProcess.admin(place.address(Part.KAFKA))) {
            for (List<Part> stage : stages) {
                together(stage, part -> {
                    long begin = System.nanoTime();
                    ChildProcess process = switch (part) {
                        case POSTGRES -> postgres.start();
                        case KAFKA -> applications.startKafka();
                        default -> applications.start(part);
                    };
                    add(process);
                    awaitReady(
                            process,
                            begin,
                            switch (part) {
                                case POSTGRES -> postgres::answers;
                                case KAFKA -> () -> KafkaProcess.isReady(admin);
                                default -> () -> isReady(http, part);
                            });
                    if (part == Part.POSTGRES) {
                        postgres.giveEachServiceItsDatabase();
                    }
                });
            }
        }
    }

    /** A thread a part; the first that fails ends the waiting for the others. */
    private static void together(List<Part> parts, Consumer<Part> action) {
        try (ExecutorService threads = Executors.newFixedThreadPool(parts.size())) {
            CompletionService<Void> ends = new ExecutorCompletionService<>(threads);
            for (Part part : parts) {
                ends.submit(() -> action.accept(part), null);
            }
            try {
                for (int ended = 0; ended < parts.size(); ended++) {
                    ends.take().get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new Trouble("stopped while starting", e);
            }
        }
    }

    private void awaitReady(ChildProcess process, long begin, BooleanSupplier ready) {
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new Trouble(process.part().folder() + " ended while it started. Its last lines:\n"
                        + lastLines(process.part()));
            }
            if (System.nanoTime() - begin > READY_WITHIN.toNanos()) {
                throw new Trouble(process.part().folder() + " was not ready after " + READY_WITHIN.toSeconds()
                        + " s. Its last lines:\n" + lastLines(process.part()));
            }
            if (Thread.interrupted()) {
                throw new Trouble("stopped while " + process.part().folder() + " started");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
        screen.line(String.format(
                Locale.ROOT,
                "  %-26s ready in %4.1f s   %s",
                process.part().folder(),
                (System.nanoTime() - begin) / 1e9,
                place.address(process.part())));
    }

    private boolean isReady(HttpClient http, Part part) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(place.address(part) + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns when a part ends of itself, which none should: the part that ended. */
    Part awaitEndOfOne() {
        List<CompletableFuture<Part>> ends = processes().stream()
                .map(process -> process.handle().onExit().thenApply(handle -> process.part()))
                .toList();
        return (Part)
                CompletableFuture.anyOf(ends.toArray(CompletableFuture[]::new)).join();
    }

    boolean isStopped() {
        synchronized (running) {
            return stopped;
        }
    }

    /** A part that no longer lives, if there is one. */
    Optional<Part> dead() {
        return processes().stream()
                .filter(process -> !process.isAlive())
                .map(ChildProcess::part)
                .findFirst();
    }

    /** Stops what this launcher started; the second call does nothing. */
    public void stop() {
        List<ChildProcess> processes;
        synchronized (running) {
            if (stopped) {
                return;
            }
            stopped = true;
            processes = List.copyOf(running);
        }
        stop(processes, screen);
    }

    /** Services and outside world first, all at once, then Kafka, then PostgreSQL. */
    static void stop(List<ChildProcess> processes, Screen screen) {
        List<Part> applications = processes.stream()
                .map(ChildProcess::part)
                .filter(Part::isApplication)
                .sorted(Comparator.reverseOrder())
                .toList();
        if (!applications.isEmpty()) {
            together(applications, part -> stop(processes, part, screen));
        }
        stop(processes, Part.KAFKA, screen);
        stop(processes, Part.POSTGRES, screen);
    }

    private static void stop(List<ChildProcess> processes, Part part, Screen screen) {
        processes.stream()
                .filter(process -> process.part() == part && process.isAlive())
                .forEach(process -> {
                    process.stop();
                    screen.line("  " + part.folder() + (process.isAlive() ? " does not stop" : " stopped"));
                });
    }

    String lastLines(Part part) {
        try {
            List<String> lines = new String(Files.readAllBytes(place.log(part)), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
                    .indent(4);
        } catch (IOException e) {
            return "    (no log)";
        }
    }

    private void add(ChildProcess process) {
        synchronized (running) {
            running.add(process);
            if (!stopped) {
                return;
            }
        }
        process.stop(); // Ctrl-C came between its start and this line
        throw new Trouble("stopped while starting");
    }

    private List<ChildProcess> processes() {
        synchronized (running) {
            return List.copyOf(running);
        }
    }

    /** Where a foreground launcher notes that it is there. */
    static Path launcherRecord(Place place) {
        return place.run().resolve("platform.pid");
    }
}
