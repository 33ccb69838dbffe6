package be.vlaanderen.loopbaankrediet.launcher;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the platform, tells the story, and keeps it running until Ctrl-C. */
@Command(name = "up")
final class Up implements Callable<Integer> {

    private static final int MOST_PEOPLE = 100_000;

    /** From here on code that is compiled well is worth its start. */
    private static final int MANY = 2_000;

    @Option(names = "--once", description = "stop everything when the story is told")
    private boolean once;

    @Option(names = "--detach", description = "return when the story is told; the platform keeps running")
    private boolean detach;

    @Option(names = "--fresh", description = "forget all data of earlier runs first")
    private boolean fresh;

    @Option(names = "--no-story", description = "only start")
    private boolean noStory;

    @Option(names = "--people", description = "then let so many citizens live through some months", paramLabel = "<n>")
    private int people;

    @Option(names = "--seed", description = "which people; the same seed draws the same ones", paramLabel = "<n>")
    private long seed = 2027;

    @Option(names = "--force", description = "also with little memory")
    private boolean force;

    private final Screen screen = new Screen(System.out);

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (once && detach) {
            System.err.println("--once stops the platform and --detach keeps it running: choose one.");
            return 2;
        }
        if (people < 0 || people > MOST_PEOPLE) {
            System.err.println("--people takes a number from 0 to " + MOST_PEOPLE + ".");
            return 2;
        }
        long begin = System.nanoTime();
        Place place = Place.fromEnvironment();
        try (FileLock lock = Platform.lock(place)) {
            if (!Platform.alive(place).isEmpty()) {
                throw Platform.alreadyRunning();
            }
            Preflight.everythingIsBuilt(place);
            Preflight.portsAreFree(place, Arrays.asList(Part.values()));
            Preflight.memoryIsEnough(Machine.availableMiB(), force);
            if (fresh) {
                Platform.forget(place);
            }
            Files.writeString(
                    Platform.launcherRecord(place), ProcessHandle.current().pid() + "\n");
            Applications.Jvm jvm = people < MANY ? Applications.Jvm.QUICK : Applications.Jvm.FULL;
            Platform platform = new Platform(place, screen, jvm, (part, settings) -> settings);
            Thread stopper = new Thread(platform::stop, "stop-platform");
            Runtime.getRuntime().addShutdownHook(stopper);
            int result = run(place, platform, begin);
            if (result == 0 && detach) {
                Runtime.getRuntime().removeShutdownHook(stopper);
                screen.line("The platform keeps running. './dev status' shows it, './dev down' stops it.");
            } else {
                screen.line("Stopping …");
                platform.stop();
            }
            Files.deleteIfExists(Platform.launcherRecord(place));
            assert lock.isValid();
            return result;
        }
    }

    private int run(Place place, Platform platform, long begin) throws InterruptedException {
        try {
            screen.line("Starting the platform");
            platform.start(Secrets.in(place.secrets()));
            screen.line(String.format(
                    Locale.ROOT, "  everything is ready after %.1f s", (System.nanoTime() - begin) / 1e9));
            if (!noStory) {
                try (Story story = new Story(place, screen)) {
                    story.tell();
                }
            }
            if (people > 0) {
                try (Inhabitants inhabitants = new Inhabitants(place, screen)) {
                    inhabitants.settle(people, seed);
                }
            }
            if (!once) {
                addresses(place);
            }
            if (once || detach) {
                return 0;
            }
            screen.line("Running. Ctrl-C stops everything; the data stay for the next './dev up'.");
            Part ended = platform.awaitEndOfOne();
            if (platform.isStopped()) {
                Thread.currentThread().join(); // Ctrl-C or './dev down': the other thread is stopping all
            }
            throw new Trouble(ended.folder() + " ended. Its last lines:\n" + platform.lastLines(ended));
        } catch (Trouble trouble) {
            if (platform.isStopped()) {
                return 1;
            }
            System.err.println();
            System.err.println(trouble.getMessage());
            Optional<Part> dead =
                    platform.dead().filter(part -> !trouble.getMessage().startsWith(part.folder()));
            dead.ifPresent(
                    part -> System.err.println(part.folder() + " ended. Its last lines:\n" + platform.lastLines(part)));
            System.err.println("The logs are in " + place.project().relativize(place.run()) + "/logs/.");
            return 1;
        }
    }

    private void addresses(Place place) {
        screen.line("");
        screen.line("Addresses");
        for (Part part : Part.values()) {
            screen.line(String.format("  %-26s %s", part.folder(), place.address(part)));
        }
        screen.line("  (documentation of a service: its address + /q/openapi; health: + /q/health)");
        screen.line("Front ends");
        String fronts = place.address(Part.FRONT_ENDS);
        for (String front : List.of(
                "citizen       " + fronts + "/mijn-loopbaankrediet/   log in as an, bilal or carla",
                "counsellor    " + fronts + "/begeleider/             log in as dirk or els",
                "back office   " + fronts + "/beheer/                 log in as femke")) {
            screen.line("  " + front);
        }
        screen.line("A token to try things with:   ./dev token an");
        for (String example : List.of(
                "  curl -H \"Authorization: Bearer $(./dev token an)\" " + place.address(Part.WALLET) + "/wallet/v1/me",
                "  personas: an, bilal and carla (citizens), dirk and els (counsellors), femke (officer); or any citizen number")) {
            screen.line(example);
        }
    }
}
