package be.vlaanderen.loopbaankrediet.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/**
 * The least that an event-sourced command can cost on this server: BEGIN, read the stream, insert one event, COMMIT, over JDBC. A table of
 * its own in the form of the event store.
 */
final class BareTransaction {

    private static final String PAYLOAD = "{\"booking\":\"7c0de8a2-5a0b-4b54-9f9f-0c1a6c1b2d01\",\"counsellor\":"
            + "\"1f0e2d3c-4b5a-4697-8879-6a5b4c3d2e03\",\"halfHours\":4,\"coPaymentCents\":5000,\"at\":\"2027-03-01T09:00:00Z\"}";

    private final String url;
    private final String user;
    private final String password;

    BareTransaction(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Commits per second, and how long one takes. */
    Load.Measured run(int connections, Duration time) {
        try {
            try (Connection connection = connect();
                    Statement sql = connection.createStatement()) {
                sql.execute("DROP TABLE IF EXISTS bare_event");
                sql.execute("CREATE TABLE bare_event (LIKE event INCLUDING ALL)");
                // numbers of its own: those of the store would leave thousands of gaps there, which its followers look
                // for
                sql.execute("CREATE SEQUENCE bare_event_number OWNED BY bare_event.global_index");
                sql.execute("ALTER TABLE bare_event ALTER global_index SET DEFAULT nextval('bare_event_number')");
            }
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            Histogram latency = new Histogram(60_000_000, 3);
            long commits = 0;
            try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
                List<Future<Histogram>> all = new ArrayList<>();
                for (int i = 0; i < connections; i++) {
                    all.add(threads.submit(() -> commit(end)));
                }
                for (Future<Histogram> each : all) {
                    latency.add(each.get());
                }
                commits = latency.getTotalCount();
            }
            return new Load.Measured(commits, 0, "", (System.nanoTime() - begin) / 1e9, latency);
        } catch (SQLException | ExecutionException e) {
            throw new IllegalStateException("the limit could not be taken: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Histogram commit(long end) throws SQLException {
        Histogram latency = new Histogram(60_000_000, 3);
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement read = connection.prepareStatement(
                            "SELECT sequence, name, version, payload, metadata, stored_at FROM bare_event"
                                    + " WHERE stream = ? AND sequence >= 0 ORDER BY sequence");
                    PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO bare_event (event_id, stream, sequence, stream_type, name, version, payload,"
                                    + " metadata, stored_at) VALUES (?, ?, ?, 'Wallet', 'BlockReserved', '1', ?, '{}',"
                                    + " '2027-03-01T09:00:00Z')")) {
                while (System.nanoTime() < end) {
                    String stream = UUID.randomUUID().toString();
                    for (int sequence = 0; sequence < 3; sequence++) {
                        long before = System.nanoTime();
                        read.setString(1, stream);
                        try (ResultSet rows = read.executeQuery()) {
                            while (rows.next()) {
                                String unused = rows.getString(4);
                            }
                        }
                        insert.setString(1, UUID.randomUUID().toString());
                        insert.setString(2, stream);
                        insert.setLong(3, sequence);
                        insert.setString(4, PAYLOAD);
                        insert.executeUpdate();
                        connection.commit();
                        latency.recordValue((System.nanoTime() - before) / 1000);
                    }
                }
            }
        }
        return latency;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
