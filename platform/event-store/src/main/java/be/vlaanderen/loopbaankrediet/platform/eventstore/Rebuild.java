package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Replays the event store into empty copies of the views, compares them with what is live, and mends what differs: the proof that the state
 * is the replay of the events. One transaction; nobody reads a half-built view. Writers go on while the store is replayed and wait only for
 * the last events and the comparison.
 */
public final class Rebuild {

    private static final int ROUNDS = 5;
    private static final int FEW = 500;

    /** @param differences rows that stand on one side only; 0 when the rebuild equals what was live */
    public record View(String view, long rows, long differences) {}

    /** @param writersWaitedMs how long nobody could store an event */
    public record Report(
            long events, long milliseconds, long eventsPerSecond, long writersWaitedMs, List<View> views) {}

    private final EventStore store;

    public Rebuild(EventStore store) {
        this.store = store;
    }

    public Report run() {
        List<InlineView> views =
                store.views().stream().filter(view -> !view.tables().isEmpty()).toList();
        List<String> tables =
                views.stream().flatMap(view -> view.tables().stream()).toList();
        return store.transactions().in(connection -> {
            String live = text(connection, "SELECT current_schema()");
            // a view's table names mean the copies from here to the end of the transaction
            execute(connection, "SET LOCAL search_path = pg_temp, " + live);
            for (String table : tables) {
                execute(
                        connection,
                        "CREATE TEMP TABLE " + table + " (LIKE " + live + "." + table
                                + " INCLUDING ALL) ON COMMIT DROP");
            }
            long begun = System.nanoTime();
            Replay replay = new Replay(connection, views);
            for (int round = 0; round < ROUNDS && replay.goOn(false) > FEW; round++) {
                // what was stored meanwhile is less each time
            }
            long waiting = System.nanoTime();
            execute(connection, "LOCK TABLE event IN SHARE MODE");
            replay.goOn(true);
            long nanos = Math.max(1, System.nanoTime() - begun);
            List<View> compared = new ArrayList<>();
            for (String table : tables) {
                compared.add(compare(connection, live + "." + table, "pg_temp." + table, table));
            }
            long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - waiting);
            return new Report(
                    replay.events, nanos / 1_000_000, replay.events * 1_000_000_000L / nanos, waited, compared);
        });
    }

    /** The rows that only one side has, counted; then the live table has exactly the rows of the copy. */
    private static View compare(Connection connection, String live, String copy, String name) throws SQLException {
        String onlyLive = "(TABLE " + live + " EXCEPT ALL TABLE " + copy + ")";
        String onlyCopy = "(TABLE " + copy + " EXCEPT ALL TABLE " + live + ")";
        long differences =
                number(connection, "SELECT count(*) FROM (" + onlyLive + " UNION ALL " + onlyCopy + ") difference");
        if (differences > 0) {
            execute(connection, "DELETE FROM " + live);
            execute(connection, "INSERT INTO " + live + " TABLE " + copy);
        }
        return new View(name, number(connection, "SELECT count(*) FROM " + copy), differences);
    }

    /** One walk through the store, also past events that were stored while it walked. */
    private final class Replay {
        private final Connection connection;
        private final List<InlineView> views;
        private final Writes writes = new Writes();
        private long last;
        private long events;

        Replay(Connection connection, List<InlineView> views) {
            this.connection = connection;
            this.views = views;
        }

        /** How many events were there since the last time. They are read ahead on a connection of its own while others are written. */
        long goOn(boolean nobodyAppends) throws SQLException {
            long before = events;
            try (AllEvents all = store.allAfter(last, nobodyAppends)) {
                for (List<AllEvents.Numbered> some = all.next(); some != null; some = all.next()) {
                    for (AllEvents.Numbered each : some) {
                        EventStore.project(views, writes, each.event());
                        last = each.number();
                        events++;
                    }
                    writes.flush(connection);
                }
            }
            return events - before;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(text(connection, sql));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
