package be.vlaanderen.loopbaankrediet.benchmarks;

import be.vlaanderen.loopbaankrediet.launcher.Part;
import be.vlaanderen.loopbaankrediet.launcher.Screen;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How fast each service is ready and how much memory it holds in a container of {@code k8s/base}, as it is built and with the JDK's AOT cache.
 * The cache knows only classes of the class path, so with it the same jars stand on the class path instead of behind Quarkus' class loader.
 */
final class Footprint implements Benchmark {

    private static final String MAIN = "io.quarkus.runner.GeneratedMain";
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration TRAINING = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "footprint";
    }

    @Override
    public String about() {
        return "Start to ready (/q/health/ready) and resident memory of each service, idle and after load; with and without an AOT"
                + " cache of the JDK that a training run made.";
    }

    @Override
    public String takes() {
        return "8 minutes, 2 for one of --services";
    }

    @Override
    public void run(Options options, Screen screen, Report report) {
        try (Rig rig = new Rig(options, screen, options.parts(), Book.ENOUGH_BUDGET)) {
            options.parts().forEach(rig::stop); // their tables are made
            for (Part service : options.parts()) {
                one(options, rig, service, screen, report);
            }
        }
    }

    private static void one(Options options, Rig rig, Part service, Screen screen, Report report) {
        List<String> jvmOptions = Container.of(options.project, service).jvmOptions();
        Path app = rig.application(service);
        Path cache = rig.place().run().resolve(service.api() + ".aot");
        List<String> jar = List.of("-jar", app.resolve("quarkus-run.jar").toString());
        List<String> flat = List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "-cp", classPath(app), MAIN);

        screen.line(service.api() + ": as it is built");
        measure(options, rig, service, jvmOptions, jar, service.api(), screen, report, false);
        screen.line(service.api() + ": training run");
        try (Jvm jvm = Jvm.start(
                rig.place().run(),
                "footprint-training-" + service.api(),
                plus(jvmOptions, "-XX:AOTCacheOutput=" + cache),
                flat,
                settings(options, rig, service))) {
            long unused = jvm.awaitReady(ready(rig, service));
            load(options, rig, service, TRAINING);
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("the training run of " + service.api() + " left no cache");
        }
        screen.line(service.api() + ": with AOT cache");
        measure(
                options,
                rig,
                service,
                plus(jvmOptions, "-XX:AOTCache=" + cache),
                flat,
                service.api() + " with AOT cache",
                screen,
                report,
                true);
        if (options.profile) {
            screen.line(service.api() + ": profile of a start with a cache that knows the recorder");
            profile(options, rig, service, jvmOptions, flat);
        }
        report.count(service.api() + ": size of the cache, MiB", size(cache));
    }

    /** The recorder changes classes; with a cache that was made under it too, the rest is still loaded from there. */
    private static void profile(Options options, Rig rig, Part service, List<String> jvmOptions, List<String> what) {
        String name = "footprint-" + service.api();
        Path cache = rig.place().run().resolve(name + "-recorded.aot");
        List<String> recorded = new ArrayList<>(jvmOptions);
        recorded.addAll(Profile.fromTheStart(options, rig, name));
        for (String option : List.of("-XX:AOTCacheOutput=" + cache, "-XX:AOTCache=" + cache)) {
            try (Jvm jvm = Jvm.start(
                    rig.place().run(),
                    name + "-profile",
                    plus(recorded, option),
                    what,
                    settings(options, rig, service))) {
                long unused = jvm.awaitReady(ready(rig, service));
            }
        }
        Profile.write(options, rig, name);
    }

    private static void measure(
            Options options,
            Rig rig,
            Part service,
            List<String> jvmOptions,
            List<String> what,
            String title,
            Screen screen,
            Report report,
            boolean cached) {
        Rounds starts = new Rounds();
        long idle = 0;
        long loaded = 0;
        double perSecond = 0;
        long failures = 0;
        for (int round = 1; round <= options.rounds; round++) {
            try (Jvm jvm = Jvm.start(
                    rig.place().run(),
                    "footprint-" + service.api(),
                    jvmOptions,
                    what,
                    settings(options, rig, service))) {
                starts.add(jvm.awaitReady(ready(rig, service)) / 1000.0);
                if (round == options.rounds) {
                    Load.awaitNanoTime(System.nanoTime() + IDLE.toNanos());
                    idle = Jvm.memoryMiB(jvm.handle());
                    Load.Measured measured = load(options, rig, service, options.time());
                    perSecond = measured.perSecond();
                    failures = measured.failures();
                    Book.tell(screen, measured);
                    loaded = Jvm.memoryMiB(jvm.handle());
                }
            }
        }
        if (cached) {
            report.atMost(title + ": start to ready, s", starts.median(), 1.0);
        } else {
            report.figure(title + ": start to ready, s", starts.median());
        }
        report.figure(title + ": start, spread", starts.spread())
                .atMost(title + ": memory idle, MiB", (double) idle, 300)
                .count(title + ": memory after load, MiB", loaded)
                .figure(title + ": answers per second of that load", perSecond)
                .must(title + ": failures of that load", failures, 0);
    }

    private static Map<String, String> settings(Options options, Rig rig, Part service) {
        Map<String, String> settings = new HashMap<>(rig.settingsOf(service));
        settings.put("MALLOC_ARENA_MAX", Container.of(options.project, service).arenas());
        return settings;
    }

    private static Load.Measured load(Options options, Rig rig, Part service, Duration time) {
        String officer = "Authorization: Bearer " + rig.world().officerToken() + "\r\n";
        String citizen = "Authorization: Bearer " + rig.world().citizenToken(1) + "\r\n";
        byte[] request = switch (service) {
            case WALLET -> HttpConnection.request("GET", "/wallet/v1/me", citizen, "");
            case ELIGIBILITY -> HttpConnection.request("GET", "/eligibility/v1/parameters", officer, "");
            case PROVIDER_REGISTRY -> HttpConnection.request("GET", "/provider-registry/v1/directory", "", "");
            case SESSION_CLAIMS -> HttpConnection.request("GET", "/session-claims/v1/survey-results", officer, "");
            case PAYOUT ->
                HttpConnection.request(
                        "GET",
                        "/payout/v1/budgets/" + LocalDate.now(ZoneOffset.UTC).getYear(),
                        officer,
                        "");
            default -> throw new IllegalArgumentException(service.folder());
        };
        return new Load("localhost", rig.port(service), options.connections).asFastAsPossible(time, number -> request);
    }

    private static String ready(Rig rig, Part service) {
        return "http://localhost:" + rig.port(service) + "/q/health/ready";
    }

    private static List<String> plus(List<String> options, String option) {
        List<String> more = new ArrayList<>(options);
        more.add(option);
        return more;
    }

    /** What Quarkus changed first, so that it hides the original; always in the same order, or the cache is of no use. */
    private static String classPath(Path app) {
        List<String> jars = new ArrayList<>();
        for (String folder : List.of("quarkus", "app", "lib/boot", "lib/main")) {
            try (Stream<Path> files = Files.list(app.resolve(folder))) {
                files.map(Path::toString)
                        .filter(file -> file.endsWith(".jar"))
                        .sorted()
                        .forEach(jars::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return String.join(File.pathSeparator, jars);
    }

    private static long size(Path file) {
        try {
            return Files.size(file) / (1024 * 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
