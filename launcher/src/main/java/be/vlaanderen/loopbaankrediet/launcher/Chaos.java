package be.vlaanderen.loopbaankrediet.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The kill test: a platform of its own works while its parts are killed, paused and restarted; afterwards nothing may be lost or done twice. */
@Command(name = "chaos")
final class Chaos implements Callable<Integer> {

    private static final int PORT_OFFSET = 16_000;
    private static final int LONGEST_MINUTES = 60;

    @Option(names = "--minutes", description = "how long parts are killed", paramLabel = "<n>")
    private int minutes = 3;

    @Option(names = "--seed", description = "which faults, and when", paramLabel = "<n>")
    private long seed = 2027;

    @Option(names = "--citizens", description = "how many live at the same time", paramLabel = "<n>")
    private int atOnce = 8;

    private final Screen screen = new Screen(System.out);

    @Override
    public Integer call() throws IOException {
        if (minutes < 1 || minutes > LONGEST_MINUTES || atOnce < 1 || atOnce > 100) {
            System.err.println("--minutes takes 1 to " + LONGEST_MINUTES + ", --citizens 1 to 100.");
            return 2;
        }
        Place project = Place.fromEnvironment();
        Place place = new Place(project.project(), project.project().resolve(".run/chaos"), PORT_OFFSET);
        try (FileLock lock = Platform.lock(place)) {
            Preflight.everythingIsBuilt(place);
            Preflight.portsAreFree(place, Arrays.asList(Part.values()));
            Platform.forget(place);
            Secrets secrets = Secrets.in(place.secrets());
            Platform platform = new Platform(place, screen);
            Thread stopper = new Thread(platform::stop, "stop-platform");
            Runtime.getRuntime().addShutdownHook(stopper);
            try {
                screen.line("Starting a platform of its own, below .run/chaos");
                platform.start(secrets);
                int result = run(place, platform, secrets);
                assert lock.isValid();
                return result;
            } finally {
                screen.line("Stopping …");
                platform.stop();
            }
        }
    }

    private int run(Place place, Platform platform, Secrets secrets) throws IOException {
        try (ChaosLoad load = new ChaosLoad(place, atOnce)) {
            screen.line(String.format(
                    Locale.ROOT,
                    "%d citizens at a time, parts killed, paused and restarted for %d min (seed %d)",
                    atOnce,
                    minutes,
                    seed));
            load.begin();
            ChaosFaults faults = new ChaosFaults(place, platform, secrets, screen, load, seed);
            faults.happenFor(Duration.ofMinutes(minutes));
            screen.line("No more faults; who lives finishes");
            load.end();
            screen.line(load.summary());
            ChaosChecks checks = new ChaosChecks(place, secrets, screen);
            List<String> wrong = checks.run(load.acknowledged());
            screen.line("");
            screen.line(String.format("%-10s %-28s %14s %18s", "at, s", "what", "ready after, s", "answers after, s"));
            faults.all().forEach(fault -> screen.line(fault.toString()));
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("chaos", Map.of("minutes", minutes, "seed", seed, "citizens", atOnce));
            line.put("faults", faults.all().size());
            line.put("slowestReadySeconds", faults.slowest(ChaosFaults.Fault::readySeconds));
            line.put("slowestAnswerSeconds", faults.slowest(ChaosFaults.Fault::answerSeconds));
            line.put("acknowledged", load.acknowledged().size());
            line.put("lives", load.lives());
            line.put("unfinished", load.unfinished());
            line.put("wrong", wrong);
            screen.line(new ObjectMapper().writeValueAsString(line));
            boolean proved = wrong.isEmpty() && load.unfinished() == 0 && load.lives() > 0;
            screen.line(
                    proved
                            ? "Nothing is lost, nothing happened twice."
                            : "Something is wrong: see above; the logs are in .run/chaos/logs/.");
            return proved ? 0 : 1;
        }
    }
}
