package be.vlaanderen.loopbaankrediet.benchmarks;

import be.vlaanderen.loopbaankrediet.launcher.Applications;
import be.vlaanderen.loopbaankrediet.launcher.ChildProcess;
import be.vlaanderen.loopbaankrediet.launcher.Part;
import be.vlaanderen.loopbaankrediet.launcher.Place;
import be.vlaanderen.loopbaankrediet.launcher.Platform;
import be.vlaanderen.loopbaankrediet.launcher.Screen;
import be.vlaanderen.loopbaankrediet.launcher.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Servers and services for a benchmark: fresh data, full compilers, ports and a folder of their own. */
final class Rig implements AutoCloseable {

    private static final int PORT_OFFSET = 15_000;
    private static final String AT = "2027-01-04T09:00:00Z";
    static final UUID COUNSELLOR = UUID.fromString("3f0c1d52-7a64-4a6e-9d0b-5c1f2b7e8a10");

    private final Place place;
    private final Secrets secrets;
    private final Platform platform;
    private final World world;

    Rig(Path project, Screen screen, List<Part> services) {
        place = new Place(project, project.resolve(".run/bench"), PORT_OFFSET);
        Platform.forget(place);
        secrets = Secrets.in(place.secrets());
        world = new World(place.port(Part.OUTSIDE_WORLD));
        platform = new Platform(place, screen, Applications.Jvm.FULL, this::settings);
        try {
            platform.start(secrets, List.of(List.of(Part.POSTGRES, Part.KAFKA), services));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Those of the development platform, but with the answers of {@link World} and the machine's clock. */
    private Map<String, String> settings(Part part, Map<String, String> settings) {
        settings.remove("CLOCK_URL");
        settings.put("ELIGIBILITY_URL", world.address());
        settings.put("QUARKUS_LOG_LEVEL", "WARN");
        return settings;
    }

    World world() {
        return world;
    }

    int port(Part part) {
        return place.port(part);
    }

    BareTransaction bareTransaction(Part service) {
        return new BareTransaction(
                place.address(Part.POSTGRES) + service.database(), service.database(), secrets.database(service));
    }

    /** Gives so many citizens their six hours, as eligibility-service would, and returns when the wallets have them. */
    void grantCredit(int wallets) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", place.address(Part.KAFKA), "acks", "all", "linger.ms", "5"),
                new StringSerializer(),
                new StringSerializer())) {
            send(
                    producer,
                    Part.PROVIDER_REGISTRY,
                    "CounsellorRegistered.v1",
                    COUNSELLOR,
                    "{\"counsellor\":\"" + COUNSELLOR
                            + "\",\"route\":\"R1\",\"vatLiable\":true,\"registeredOn\":\"2026-01-04\","
                            + "\"registeredAt\":\"" + AT + "\"}");
            LongStream.range(0, wallets).forEach(number -> {
                UUID citizen = World.citizen(number);
                send(
                        producer,
                        Part.ELIGIBILITY,
                        "EntitlementEstablished.v1",
                        citizen,
                        "{\"citizen\":\"" + citizen + "\",\"request\":\"" + UUID.randomUUID()
                                + "\",\"hours\":6,\"coPaymentPerHourCents\":2500,\"ruleVersion\":\"LOOPBAANKREDIET_2027\","
                                + "\"requestedOn\":\"2027-01-04\",\"establishedAt\":\"" + AT + "\"}");
            });
        }
        until(
                "the wallets to be filled",
                () -> count(Part.WALLET, "SELECT count(*) FROM event WHERE name = 'CreditGranted'") >= wallets);
    }

    private static void send(KafkaProducer<String, String> producer, Part sender, String type, UUID key, String data) {
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
        try (Connection connection = DriverManager.getConnection(
                        place.address(Part.POSTGRES) + service.database(),
                        service.database(),
                        secrets.database(service));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Seconds of processor that the part has used since its start. */
    double cpuSeconds(Part part) {
        return ChildProcess.find(place, part)
                        .flatMap(process -> process.handle().info().totalCpuDuration())
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e9;
    }

    /** Resident memory of a part in MiB. */
    long memoryMiB(Part part) {
        return ChildProcess.find(place, part)
                .map(process -> {
                    try (var lines =
                            Files.lines(Path.of("/proc/" + process.handle().pid() + "/status"))) {
                        return lines.filter(line -> line.startsWith("VmRSS:"))
                                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                                        .findFirst()
                                        .orElse(0)
                                / 1024;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElse(0L);
    }

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited three minutes in vain for " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    @Override
    public void close() {
        platform.stop();
        world.close();
    }
}
