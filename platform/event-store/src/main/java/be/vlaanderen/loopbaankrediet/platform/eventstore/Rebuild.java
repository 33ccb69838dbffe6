package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Drops every view, replays the event store into the empty tables, and compares with what stood there: the proof that the state is the
 * replay of the events. One transaction; writers wait, readers see the old rows until the end.
 */
public final class Rebuild {

    /** @param differences rows that stand on one side only; 0 when the rebuild equals what was live */
    public record View(String view, long rows, long differences) {}

    public record Report(long events, long milliseconds, long eventsPerSecond, List<View> views) {}

    private final EventStore store;

    public Rebuild(EventStore store) {
        this.store = store;
    }

    public Report run() {
        List<String> tables =
                store.views().stream().flatMap(view -> view.tables().stream()).toList();
        return store.transactions().in(connection -> {
            execute(connection, "LOCK TABLE event IN SHARE MODE");
            for (String table : tables) {
                execute(connection, "CREATE TEMP TABLE before_" + table + " ON COMMIT DROP AS TABLE " + table);
                execute(connection, "DELETE FROM " + table);
            }
            long begun = System.nanoTime();
            long events = 0;
            try (Stream<StoredEvent> all = store.readAll()) {
                for (StoredEvent event : (Iterable<StoredEvent>) all::iterator) {
                    store.project(event);
                    events++;
                }
            }
            long nanos = Math.max(1, System.nanoTime() - begun);
            List<View> compared = new ArrayList<>();
            for (String table : tables) {
                String before = "before_" + table;
                compared.add(new View(
                        table,
                        count(connection, "SELECT count(*) FROM " + table),
                        count(
                                connection,
                                "SELECT count(*) FROM ((TABLE " + table + " EXCEPT ALL TABLE " + before
                                        + ") UNION ALL (TABLE " + before + " EXCEPT ALL TABLE " + table + ")) d")));
            }
            return new Report(events, nanos / 1_000_000, events * 1_000_000_000L / nanos, compared);
        });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
