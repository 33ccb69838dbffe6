package be.vlaanderen.loopbaankrediet.platform.testkit;

import be.vlaanderen.loopbaankrediet.platform.embedded.EmbeddedKafka;
import be.vlaanderen.loopbaankrediet.platform.embedded.EmbeddedPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL 18 and a real Kafka for a {@code @QuarkusTest}: containers where there is an engine, embedded servers where there is
 * none; the same tests. Also a login whose tokens the service trusts.
 */
public class RealServers implements QuarkusTestResourceLifecycleManager {

    private AutoCloseable postgres = () -> {};
    private AutoCloseable kafka = () -> {};

    @Override
    public Map<String, String> start() {
        String url;
        String user;
        String password;
        String bootstrap;
        if (DockerClientFactory.instance().isDockerAvailable()) {
            PostgreSQLContainer database = new PostgreSQLContainer("postgres:18");
            database.start();
            postgres = database;
            url = database.getJdbcUrl();
            user = database.getUsername();
            password = database.getPassword();
            KafkaContainer broker = new KafkaContainer("apache/kafka:4.3.1");
            broker.start();
            kafka = broker;
            bootstrap = broker.getBootstrapServers();
        } else {
            EmbeddedPostgres database = EmbeddedPostgres.start(folder("postgres"), 0, Map.of("fsync", "on"));
            postgres = database;
            user = "postgres";
            password = "postgres";
            createDatabase(database.jdbcUrl("postgres"));
            url = database.jdbcUrl("service");
            EmbeddedKafka broker = EmbeddedKafka.start(folder("kafka"), 0);
            kafka = broker;
            bootstrap = broker.bootstrapServers();
        }
        return Map.ofEntries(
                Map.entry("DB_URL", url),
                Map.entry("DB_USER", user),
                Map.entry("DB_PASSWORD", password),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", bootstrap),
                Map.entry("LOGIN_ISSUER", Login.ISSUER),
                Map.entry("LOGIN_JWKS_URL", Login.jwksUrl()),
                Map.entry("quarkus.http.test-port", "0"));
    }

    @Override
    public void stop() {
        try {
            kafka.close();
            postgres.close();
        } catch (Exception e) {
            throw new IllegalStateException("a server did not stop", e);
        }
    }

    private static void createDatabase(String url) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE service");
        } catch (SQLException e) {
            throw new IllegalStateException("the test database could not be made", e);
        }
    }

    private static Path folder(String name) {
        try {
            Path folder = Files.createTempDirectory("loopbaankrediet-" + name);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // a temporary folder that stays is no failure of a test
        }
    }
}
