package be.vlaanderen.loopbaankrediet.benchmarks;

import be.vlaanderen.loopbaankrediet.launcher.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** How large and how long. The standard sizes are those of docs/performance.md; smaller ones show that a benchmark runs. */
final class Options {

    /** The five services. */
    static final List<Part> SERVICES =
            List.of(Part.ELIGIBILITY, Part.WALLET, Part.PROVIDER_REGISTRY, Part.SESSION_CLAIMS, Part.PAYOUT);

    @Option(names = "--wallets", description = "book, read, growth: how many citizens (20000)")
    int wallets = 20_000;

    @Option(names = "--seconds", description = "how long each measurement takes (10)")
    int seconds = 10;

    @Option(names = "--rounds", description = "how often limit and work take turns (3)")
    int rounds = 3;

    @Option(names = "--connections", description = "how many requests are under way at a time (32)")
    int connections = 32;

    @Option(names = "--rate", description = "flow: claims per second (50)")
    int rate = 50;

    @Option(names = "--citizens", description = "rush: how many (100000)")
    int citizens = 100_000;

    @Option(names = "--within", description = "rush: seconds in which they all come (60)")
    int within = 60;

    @Option(names = "--blocks", description = "rush: for how many blocks there is budget (3782)")
    int blocks = 3_782;

    @Option(names = "--events", description = "replay: events in the store (1000000)")
    long events = 1_000_000;

    @Option(
            names = "--levels",
            split = ",",
            description = "growth: events in the store, rising (10000,1000000,5000000)")
    List<Long> levels = List.of(10_000L, 1_000_000L, 5_000_000L);

    @Option(names = "--services", split = ",", description = "replay, footprint: which (all), as wallet,payout")
    List<String> services = List.of();

    @Option(names = "--profile", description = "also where the service's processor time goes, by JFR")
    boolean profile;

    Path project = Path.of(System.getenv().getOrDefault("DEV_PROJECT", ""))
            .toAbsolutePath()
            .normalize();

    Duration time() {
        return Duration.ofSeconds(seconds);
    }

    Duration half() {
        return time().dividedBy(2);
    }

    Path results() {
        return project.resolve("benchmarks/results");
    }

    /** Those that are asked for. */
    List<Part> parts() {
        return SERVICES.stream()
                .filter(part -> services.isEmpty() || services.contains(part.api()) || services.contains(part.folder()))
                .toList();
    }
}
