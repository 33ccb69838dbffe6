package be.vlaanderen.loopbaankrediet.benchmarks;

import be.vlaanderen.loopbaankrediet.launcher.Part;
import be.vlaanderen.loopbaankrediet.launcher.Screen;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The state of each service from a million events: once into memory, once into its tables. */
final class Replay implements Benchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration A_MOMENT = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String about() {
        return "The state of each service from 1,000,000 events: once into memory (read, parsed, folded by the service's own classes),"
                + " once into its tables (POST /admin/rebuild); beside a streaming SELECT of the same rows over JDBC.";
    }

    @Override
    public String takes() {
        return "20 minutes, 4 for one of --services";
    }

    @Override
    public void run(Options options, Screen screen, Report report) {
        try (Rig rig = new Rig(options, screen, List.of(), Book.ENOUGH_BUDGET)) {
            for (Part service : options.parts()) {
                one(options, rig, service, screen, report);
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void one(Options options, Rig rig, Part service, Screen screen, Report report)
            throws IOException, SQLException, InterruptedException {
        String api = service.api();
        rig.start(service); // makes its tables
        awaitFollowers(rig, service);
        List<String> jvmOptions = Jvm.optionsOf(rig.process(service));
        rig.stop(service);
        screen.line(api + ": writing " + options.events + " events");
        long begin = System.nanoTime();
        try (Connection connection = rig.connect(service)) {
            long unused = History.of(service).write(connection, 0, options.events);
            History.passFollowersBy(connection);
        }
        screen.line(String.format(Locale.ROOT, "  %.0f s", (System.nanoTime() - begin) / 1e9));

        screen.line(api + ": into memory");
        JsonNode folded = fold(options, rig, service, jvmOptions);
        double select = folded.path("select").asDouble();
        double memory = folded.path("fold").asDouble();
        report.count(api + ": events", folded.path("events").asLong())
                .figure(api + ": SELECT, thousand events per second", select / 1000)
                .figure(api + ": SELECT, spread", folded.path("selectSpread").asDouble())
                .figure(api + ": into memory, thousand events per second", memory / 1000)
                .figure(api + ": into memory, spread", folded.path("foldSpread").asDouble())
                .count(api + ": streams in memory", folded.path("streams").asLong())
                .atLeast(
                        api + ": into memory, share of the limit",
                        folded.path("share").asDouble(),
                        0.4);

        screen.line(String.format(
                Locale.ROOT, "  %.0f thousand events per second, a SELECT %.0f", memory / 1000, select / 1000));

        screen.line(api + ": into tables");
        rig.start(service);
        JsonNode first = rebuild(rig, service);
        if (service == Part.PAYOUT) { // a ledger that is a million entries behind is no usual one
            Rig.until(
                    "the lines of the ledger to be chained",
                    PATIENCE,
                    () -> rig.count(service, "SELECT count(*) FROM (SELECT 1 FROM ledger_unsealed LIMIT 1) one") == 0);
        }
        JsonNode second;
        double whole;
        try (Profile _ = Profile.of(options, rig, rig.process(service), "replay-" + api + "-tables")) {
            long begun = System.nanoTime();
            second = rebuild(rig, service);
            whole = (System.nanoTime() - begun) / 1e9;
        }
        rig.stop(service);
        long differences = 0;
        long rows = 0;
        for (JsonNode view : second.path("views")) {
            differences += view.path("differences").asLong();
            rows += view.path("rows").asLong();
        }
        double perSecond = Math.max(
                first.path("eventsPerSecond").asDouble(),
                second.path("eventsPerSecond").asDouble());
        screen.line(String.format(Locale.ROOT, "  %.1f thousand events per second", perSecond / 1000));
        report.atLeast(api + ": into tables, thousand events per second", perSecond / 1000, 100)
                .figure(api + ": into tables, share of the limit", perSecond / select)
                .figure(api + ": the whole rebuild with its comparison, s", whole)
                .count(api + ": rows of views", rows)
                .count(
                        api + ": writers waited, ms",
                        second.path("writersWaitedMs").asLong())
                .must(api + ": differences at the second rebuild", differences, 0);
    }

    /** Relay and policies have noted where they stand; a service without policies has the relay alone. */
    static void awaitFollowers(Rig rig, Part service) {
        Rig.until(
                "the relay of " + service.folder(),
                () -> rig.count(service, "SELECT count(*) FROM token WHERE processor = 'relay'") >= 1);
        Load.awaitNanoTime(System.nanoTime() + A_MOMENT.toNanos());
    }

    /** In a JVM of its own with the classes of the service. */
    private static JsonNode fold(Options options, Rig rig, Part service, List<String> jvmOptions) throws IOException {
        Path app = rig.application(service);
        String own = Path.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)[0])
                .toString();
        List<String> withRoom = new ArrayList<>(jvmOptions);
        withRoom.removeIf(option -> option.startsWith("-Xmx"));
        withRoom.addAll(List.of("-Xms3g", "-Xmx3g")); // all states at once, which a service never has
        String name = "replay-" + service.api() + "-memory";
        withRoom.addAll(Profile.fromTheStart(options, rig, name));
        try (Jvm jvm = Jvm.start(
                rig.place().run(),
                "fold-" + service.api(),
                withRoom,
                List.of(
                        "-cp",
                        String.join(File.pathSeparator, own, app + "/app/*", app + "/lib/boot/*", app + "/lib/main/*"),
                        Fold.class.getName(),
                        service.api(),
                        String.valueOf(options.rounds)),
                Map.of(
                        "DB_URL",
                        rig.url(service),
                        "DB_USER",
                        service.database(),
                        "DB_PASSWORD",
                        rig.password(service)))) {
            String printed = jvm.output(PATIENCE).strip();
            Profile.write(options, rig, name);
            return new ObjectMapper().readTree(printed.substring(printed.lastIndexOf('\n') + 1));
        }
    }

    private static JsonNode rebuild(Rig rig, Part service) throws IOException, InterruptedException {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + rig.port(service) + "/" + service.api()
                                    + "/v1/admin/rebuild"))
                            .header("Authorization", "Bearer " + rig.world().officerToken())
                            .timeout(PATIENCE)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the rebuild answers " + answer.statusCode() + ": " + answer.body());
            }
            return new ObjectMapper().readTree(answer.body());
        }
    }
}
