package be.vlaanderen.loopbaankrediet.launcher;

import java.io.File;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL on loopback, with passwords, and for each service a database of its own that no other service can enter. It runs as the
 * server's own process, because the library that brings the binaries knows no passwords.
 */
final class PostgresServer {

    private static final String SUPERUSER = "postgres";
    private static final int INITDB_SECONDS = 60;

    private final Place place;
    private final Secrets secrets;

    PostgresServer(Place place, Secrets secrets) {
        this.place = place;
        this.secrets = secrets;
    }

    /** Makes the data folder at the first start, then starts the server; does not wait until it answers. */
    ChildProcess start() {
        try {
            Path home = PostgresBinaries.unpackedIn(place.run().resolve("bin"));
            Path data = place.data(Part.POSTGRES);
            List<String> prefix = Machine.isRoot() ? asNobody() : List.of();
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise(prefix, home, data);
            }
            removeLockOfTheDead(data);
            List<String> command = new ArrayList<>(prefix);
            command.addAll(List.of(home.resolve("bin/postgres").toString(), "-D", data.toString()));
            settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
            return ChildProcess.start(place, Part.POSTGRES, command, Map.of("LC_ALL", "C", "TZ", "UTC"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> settings() {
        return Map.of(
                "listen_addresses", "127.0.0.1",
                "port", String.valueOf(place.port(Part.POSTGRES)),
                "unix_socket_directories", "",
                "fsync", "on",
                "synchronous_commit", "on",
                "shared_buffers", "96MB",
                "max_connections", "160", // five services with two pools of 8 and 16, and room for a person
                "max_wal_size", "512MB",
                "timezone", "UTC");
    }

    boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState())) {
                throw new Trouble(
                        "The data in .run/postgres belong to other passwords than .run/secrets.properties has."
                                + " Start anew with './dev up --fresh'.");
            }
            return false;
        }
    }

    /** One database and one user a service; the user can connect to that database only. Changes nothing the second time. */
    void giveEachServiceItsDatabase() {
        try (Connection connection = connect("postgres");
                Statement sql = connection.createStatement()) {
            for (String common : List.of("postgres", "template1")) {
                sql.execute("REVOKE CONNECT ON DATABASE " + common + " FROM PUBLIC");
            }
            for (Part service : Part.SERVICES) {
                String name = service.database();
                if (!exists(sql, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
                    sql.execute("CREATE ROLE " + name + " LOGIN");
                }
                // letters, digits, - and _ only: see Secrets
                sql.execute("ALTER ROLE " + name + " PASSWORD '" + secrets.database(service) + "'");
                if (!exists(sql, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
                    sql.execute("CREATE DATABASE " + name + " OWNER " + name);
                }
                sql.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            }
        } catch (SQLException e) {
            throw new Trouble("PostgreSQL does not let the databases be made: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secrets.postgres());
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + place.port(Part.POSTGRES) + "/" + database, properties);
    }

    private void initialise(List<String> prefix, Path home, Path data) throws IOException {
        Path password = place.run().resolve("postgres.password");
        Path log = place.run().resolve("logs").resolve("initdb.log");
        Files.createDirectories(log.getParent());
        Files.createDirectories(data);
        Files.deleteIfExists(password);
        Files.createFile(password);
        Secrets.ownerOnly(password);
        Files.writeString(password, secrets.postgres());
        try {
            own(prefix, List.of(data, password));
            List<String> command = new ArrayList<>(prefix);
            command.addAll(List.of(
                    home.resolve("bin/initdb").toString(),
                    "-D",
                    data.toString(),
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C"));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
            Process process = builder.start();
            if (!process.waitFor(INITDB_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Trouble("PostgreSQL took more than " + INITDB_SECONDS + " s to make its data folder.");
            }
            if (process.exitValue() != 0) {
                Machine.delete(data);
                throw new Trouble("PostgreSQL could not make its data folder:\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("stopped while PostgreSQL made its data folder", e);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace root is nobody, and the files stay root's; where the kernel allows no
     * namespaces (most containers), it runs as the user nobody, who then owns the data.
     */
    private List<String> asNobody() {
        if (Machine.run(List.of("unshare", "-U", "true"))) {
            return List.of("unshare", "-U");
        }
        List<String> other = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        List<String> looks = new ArrayList<>(other);
        looks.addAll(List.of("test", "-x", place.run().toString()));
        if (Machine.run(looks)) {
            return other;
        }
        throw new Trouble("PostgreSQL does not run as root, and there is no way here to run it as somebody else"
                + " (neither 'unshare -U' nor 'setpriv' works, or the project lies in a folder that only root may enter)."
                + " Run ./dev as an ordinary user.");
    }

    private static void own(List<String> prefix, List<Path> files) {
        if (prefix.contains("setpriv")) {
            files.forEach(file -> Machine.run(List.of("chown", "-R", "65534:65534", file.toString())));
        }
    }

    /** After a power cut its lock file may name a process id that another process has now; PostgreSQL would not start. */
    private static void removeLockOfTheDead(Path data) throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        String pid = Files.readString(lock, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
        boolean lives = pid.matches("\\d{1,9}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .filter(process -> Machine.commandLine(process).contains(data.toString()))
                        .isPresent();
        if (lives) {
            throw new Trouble("A PostgreSQL of an earlier run still uses .run/postgres (process " + pid
                    + "). Stop it with './dev down', or 'kill -INT " + pid + "'.");
        }
        Files.delete(lock);
    }
}
