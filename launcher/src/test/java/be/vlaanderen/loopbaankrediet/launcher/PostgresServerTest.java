package be.vlaanderen.loopbaankrediet.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    static Path folder;

    private static Place place;
    private static Secrets secrets;
    private static @Nullable ChildProcess process;

    @BeforeAll
    static void start() throws IOException {
        Logging.silent();
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        place = new Place(folder, folder, port - Part.POSTGRES.standardPort());
        secrets = Secrets.in(place.secrets());
        startServer();
    }

    private static void startServer() {
        PostgresServer server = new PostgresServer(place, secrets);
        process = server.start();
        Awaitility.await().until(server::answers);
        server.giveEachServiceItsDatabase();
    }

    @AfterAll
    static void stop() {
        if (process != null) {
            process.stop();
        }
    }

    @Test
    void a_service_reaches_its_own_database_and_no_other() throws SQLException {
        for (Part service : Part.SERVICES) {
            query(service, service.database(), secrets.database(service), "SELECT 1");
            for (Part other : Part.SERVICES) {
                if (other != service) {
                    refused("42501", service, other.database(), secrets.database(service));
                }
            }
            refused("42501", service, "postgres", secrets.database(service));
        }
    }

    @Test
    void without_the_right_password_nobody_comes_in() {
        refused("28P01", Part.WALLET, "wallet", secrets.database(Part.PAYOUT));
        refused("28P01", Part.WALLET, "wallet", "");
    }

    @Test
    void it_is_postgresql_18_that_writes_to_disk_and_keeps_its_data_over_a_restart() throws SQLException {
        assertTrue(query(Part.WALLET, "SHOW server_version").startsWith("18."));
        assertEquals("on", query(Part.WALLET, "SHOW fsync"));
        query(Part.WALLET, "CREATE TABLE kept AS SELECT 42 AS answer; SELECT answer FROM kept");
        stop();
        assertEquals(Optional.empty(), ChildProcess.find(place, Part.POSTGRES));

        startServer();

        assertEquals("42", query(Part.WALLET, "SELECT answer FROM kept"));
    }

    @Test
    void a_later_launcher_finds_the_process_that_this_one_started() {
        assertEquals(
                Optional.of(process.handle().pid()),
                ChildProcess.find(place, Part.POSTGRES)
                        .map(found -> found.handle().pid()));
        assertEquals(Optional.empty(), ChildProcess.find(place, Part.KAFKA));
    }

    private void refused(String state, Part user, String database, String password) {
        SQLException refusal =
                assertThrows(SQLException.class, () -> query(user, database, password, "SELECT 1"), database);
        if (!password.isEmpty()) {
            assertEquals(state, refusal.getSQLState(), refusal.getMessage());
        }
    }

    private String query(Part user, String sql) throws SQLException {
        return query(user, user.database(), secrets.database(user), sql);
    }

    private String query(Part user, String database, String password, String sql) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + place.port(Part.POSTGRES) + "/" + database;
        try (Connection connection = DriverManager.getConnection(url, user.database(), password);
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
