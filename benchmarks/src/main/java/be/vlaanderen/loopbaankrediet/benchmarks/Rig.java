package be.vlaanderen.loopbaankrediet.benchmarks;

import be.vlaanderen.loopbaankrediet.launcher.Applications;
import be.vlaanderen.loopbaankrediet.launcher.ChildProcess;
import be.vlaanderen.loopbaankrediet.launcher.Part;
import be.vlaanderen.loopbaankrediet.launcher.Place;
import be.vlaanderen.loopbaankrediet.launcher.Platform;
import be.vlaanderen.loopbaankrediet.launcher.Screen;
import be.vlaanderen.loopbaankrediet.launcher.Secrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Servers and services for a benchmark: fresh data, full compilers, ports and a folder of their own. */
final class Rig implements AutoCloseable {

    static final UUID COUNSELLOR = UUID.fromString("3f0c1d52-7a64-4a6e-9d0b-5c1f2b7e8a10");

    /** Of a block of two hours at 25 euro an hour (CN 2.1): what the citizen pays, and what is left for government. */
    static final long CO_PAYMENT_CENTS = 5_000;

    static final long GOVERNMENT_SHARE_CENTS = 16_780;

    private static final int PORT_OFFSET = 15_000;
    private static final String LONG_AGO = "2026-01-04T09:00:00Z";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Place place;
    private final Secrets secrets;
    private final Platform platform;
    private final World world;
    private final Map<String, String> extra;
    private final Map<Part, Map<String, String>> settings = new ConcurrentHashMap<>();
    private final Thread onInterrupt = new Thread(this::stopAll);

    /** @param extra settings that differ from those of the development platform, for every service */
    Rig(Options options, Screen screen, List<Part> services, Map<String, String> extra) {
        place = new Place(options.project, options.project.resolve(".run/bench"), PORT_OFFSET);
        this.extra = extra;
        world = new World(place.port(
                Part.OUTSIDE_WORLD)); // the first, so that a second benchmark stops before it changes anything
        Platform.forget(place);
        secrets = Secrets.in(place.secrets());
        platform = new Platform(place, screen, Applications.Jvm.FULL, this::settings);
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            platform.start(
                    secrets,
                    services.isEmpty()
                            ? List.of(List.of(Part.POSTGRES, Part.KAFKA))
                            : List.of(List.of(Part.POSTGRES, Part.KAFKA), services));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Those of the development platform, but with the answers of {@link World} and the machine's clock. */
    private Map<String, String> settings(Part part, Map<String, String> standard) {
        Map<String, String> mine = new HashMap<>(standard);
        mine.remove("CLOCK_URL");
        mine.put("ELIGIBILITY_URL", world.address());
        mine.put("PROVIDER_REGISTRY_URL", world.address());
        mine.put("QUARKUS_LOG_LEVEL", "WARN");
        mine.putAll(extra);
        settings.put(part, Map.copyOf(mine));
        return mine;
    }

    World world() {
        return world;
    }

    int port(Part part) {
        return place.port(part);
    }

    Place place() {
        return place;
    }

    /** The copy of the application that runs, so that a build does not change it meanwhile. */
    Path application(Part service) {
        return place.run().resolve("apps").resolve(service.folder());
    }

    String kafka() {
        return place.address(Part.KAFKA);
    }

    /** With which it was last started. */
    Map<String, String> settingsOf(Part service) {
        return Objects.requireNonNull(settings.get(service), service.folder() + " was not started");
    }

    void start(Part service) {
        platform.start(secrets, List.of(List.of(service)));
    }

    void stop(Part service) {
        ProcessHandle handle = process(service);
        handle.destroy();
        awaitEnd(handle);
    }

    /** A training run writes its cache when it ends, which takes a while. */
    static void awaitEnd(ProcessHandle handle) {
        try {
            handle.onExit().get(120, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            handle.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    ProcessHandle process(Part part) {
        return ChildProcess.find(place, part)
                .map(ChildProcess::handle)
                .orElseThrow(() -> new IllegalStateException(part.folder() + " does not run"));
    }

    Connection connect(Part service) throws SQLException {
        return DriverManager.getConnection(url(service), service.database(), secrets.database(service));
    }

    String url(Part service) {
        return place.address(Part.POSTGRES) + service.database();
    }

    String password(Part service) {
        return secrets.database(service);
    }

    BareTransaction bareTransaction(Part service) {
        return new BareTransaction(url(service), service.database(), secrets.database(service));
    }

    /** Gives so many citizens from a number on their six hours, as eligibility-service would; returns when the wallets have them. */
    void grantCredit(long first, int wallets) {
        long before = lastEvent();
        try (KafkaProducer<String, String> producer = producer(5)) {
            registerCounsellor(producer);
            LongStream.range(first, first + wallets).forEach(number -> {
                UUID citizen = World.citizen(number);
                send(
                        producer,
                        Part.ELIGIBILITY,
                        "EntitlementEstablished.v1",
                        citizen,
                        "{\"citizen\":\"" + citizen + "\",\"request\":\"" + UUID.randomUUID()
                                + "\",\"hours\":6,\"coPaymentPerHourCents\":2500,\"ruleVersion\":\"LOOPBAANKREDIET_2027\","
                                + "\"requestedOn\":\"2026-01-04\",\"establishedAt\":\"" + LONG_AGO + "\"}");
            });
        }
        until(
                "the wallets to be filled",
                PATIENCE.plusMillis(wallets * 10L),
                () -> count(
                                        Part.WALLET,
                                        "SELECT count(*) FROM event WHERE name = 'CreditGranted' AND global_index > "
                                                + before)
                                >= wallets
                        && count(
                                        Part.WALLET,
                                        "SELECT count(*) FROM event WHERE stream = 'counsellor-" + COUNSELLOR + "'")
                                >= 1);
    }

    /** Number of the last event of wallet-service. */
    long lastEvent() {
        return count(Part.WALLET, "SELECT coalesce(max(global_index), 0) FROM event");
    }

    /** @param lingerMillis how long a message may wait for others */
    KafkaProducer<String, String> producer(int lingerMillis) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka(), "acks", "all", "linger.ms", String.valueOf(lingerMillis)),
                new StringSerializer(),
                new StringSerializer());
    }

    static void registerCounsellor(KafkaProducer<String, String> producer) {
        send(
                producer,
                Part.PROVIDER_REGISTRY,
                "CounsellorRegistered.v1",
                COUNSELLOR,
                "{\"counsellor\":\"" + COUNSELLOR
                        + "\",\"route\":\"R1\",\"vatLiable\":true,\"registeredOn\":\"2026-01-04\","
                        + "\"registeredAt\":\"" + LONG_AGO + "\"}");
    }

    /** A message as the service that owns the topic would send it. */
    static void send(KafkaProducer<String, String> producer, Part sender, String type, UUID key, String data) {
        ProducerRecord<String, String> record = new ProducerRecord<>(sender.topic(), key.toString(), data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/" + sender.folder(),
                        "ce_type",
                        "be.vlaanderen.loopbaankrediet." + sender.api() + "." + type,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_subject",
                        key.toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        var unused = producer.send(record);
    }

    long count(Part service, String sql) {
        return Long.parseLong(text(service, sql));
    }

    String text(Part service, String sql) {
        try (Connection connection = connect(service);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void execute(Part service, String sql) {
        try (Connection connection = connect(service);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Seconds of processor that the process has used since its start. */
    static double cpuSeconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    double cpuSeconds(Part part) {
        return cpuSeconds(process(part));
    }

    /** The same of the database server, with the processes of its connections. */
    double cpuSecondsOfPostgres() {
        ProcessHandle server = process(Part.POSTGRES);
        return cpuSeconds(server)
                + server.descendants().mapToDouble(Rig::cpuSeconds).sum();
    }

    /** Seconds of processor of everything that shares the cores, by name, since each began. */
    Map<String, Double> cpuSecondsOfAll() {
        Map<String, Double> used = new TreeMap<>();
        settings.keySet().forEach(service -> used.put(service.folder(), cpuSeconds(service)));
        used.put("Kafka", cpuSeconds(Part.KAFKA));
        used.put("PostgreSQL", cpuSecondsOfPostgres());
        used.put("the load, and the answers of others", cpuSeconds(ProcessHandle.current()));
        return used;
    }

    /** That what was committed is on the disk: all figures are worth nothing without it. */
    void tellSettings(Report report) {
        report.text("fsync", text(Part.WALLET, "SHOW fsync"))
                .text("synchronous_commit", text(Part.WALLET, "SHOW synchronous_commit"));
    }

    static void until(String what, Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited " + patience.toSeconds() + " s in vain for " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    static void until(String what, BooleanSupplier condition) {
        until(what, PATIENCE, condition);
    }

    private void stopAll() {
        platform.stop();
    }

    @Override
    public void close() {
        stopAll();
        world.close();
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            // the machine is stopping already, and the hook does the same
        }
    }
}
