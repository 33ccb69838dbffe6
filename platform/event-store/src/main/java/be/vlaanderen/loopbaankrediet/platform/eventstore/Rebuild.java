package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Replays the event store into empty copies of the views, compares them with what is live, and mends what differs: the proof that the state
 * is the replay of the events. One transaction; nobody reads a half-built view. Writers go on while the store is replayed and wait only for
 * the last events and the comparison.
 */
public final class Rebuild {

    private static final int ROUNDS = 5;
    private static final int FEW = 500;

    /** So many rows are folded in memory before they are written. */
    private static final int MANY = 5_000;

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
            Copies copies = new Copies(connection, live, tables);
            long begun = System.nanoTime();
            Replay replay = new Replay(views, copies);
            for (int round = 0; round < ROUNDS && replay.goOn(false) > FEW; round++) {
                // what was stored meanwhile is less each time
            }
            copies.finish();
            long waiting = System.nanoTime();
            execute(connection, "LOCK TABLE event IN SHARE MODE");
            replay.goOn(true);
            long nanos = Math.max(1, System.nanoTime() - begun);
            List<View> compared = new ArrayList<>();
            for (String table : tables) {
                compared.add(compare(connection, live + "." + table, "pg_temp." + table, table, copies.key(table)));
            }
            long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - waiting);
            return new Report(
                    replay.events, nanos / 1_000_000, replay.events * 1_000_000_000L / nanos, waited, compared);
        });
    }

    /** The rows that only one side has, counted; then the live table has exactly the rows of the copy. */
    private static View compare(Connection connection, String live, String copy, String name, List<String> key)
            throws SQLException {
        String sameKey =
                key.stream().map(column -> "l." + column + " = c." + column).collect(Collectors.joining(" AND "));
        String onOneSide = "l." + key.getFirst() + " IS NULL OR c." + key.getFirst() + " IS NULL";
        View view = Sql.list(
                        connection,
                        "SELECT count(c." + key.getFirst() + "), 2 * count(*) FILTER (WHERE l IS DISTINCT FROM c)"
                                + " - count(*) FILTER (WHERE " + onOneSide + ") FROM " + live + " l FULL JOIN " + copy
                                + " c ON " + sameKey,
                        row -> new View(name, row.getLong(1), row.getLong(2)))
                .getFirst();
        if (view.differences() > 0) {
            execute(
                    connection,
                    "DELETE FROM " + live + " l WHERE NOT EXISTS (SELECT 1 FROM " + copy + " c WHERE " + sameKey
                            + " AND c IS NOT DISTINCT FROM l)");
            execute(
                    connection,
                    "INSERT INTO " + live + " SELECT * FROM " + copy + " c WHERE NOT EXISTS (SELECT 1 FROM " + live
                            + " l WHERE " + sameKey + ")");
        }
        return view;
    }

    /** What views make of so many events, up to the last of them. */
    private record Window(List<FoldedWrites.Write> writes, long events, long last) {
        static Window of(Writes writes, FoldedWrites rows, long events, long last) {
            List<FoldedWrites.Write> all = new ArrayList<>(writes.takeSums());
            all.addAll(rows.takeAll());
            return new Window(all, events, last);
        }
    }

    /** One walk through the store, also past events that were stored while it walked. */
    private final class Replay {
        private final List<InlineView> views;
        private final Copies copies;
        private long last;
        private long events;

        Replay(List<InlineView> views, Copies copies) {
            this.views = views;
            this.copies = copies;
        }

        /** How many events were there since the last time. They are read, and folded to rows, ahead of who writes. */
        long goOn(boolean nobodyAppends) throws SQLException {
            long before = events;
            long after = last;
            try (ReadAhead<Window> windows = new ReadAhead<>(1, sink -> fold(after, nobodyAppends, sink))) {
                for (Window each = windows.next(); each != null; each = windows.next()) {
                    copies.write(each.writes());
                    events += each.events();
                    last = each.last();
                }
            }
            return events - before;
        }

        private void fold(long after, boolean nobodyAppends, ReadAhead.Sink<Window> sink) throws InterruptedException {
            try (AllEvents all = store.allAfter(after, nobodyAppends)) {
                Writes writes = new Writes();
                FoldedWrites rows = new FoldedWrites(copies);
                long count = 0;
                long number = after;
                for (List<AllEvents.Numbered> some = all.next(); some != null; some = all.next()) {
                    for (AllEvents.Numbered each : some) {
                        EventStore.project(views, writes, each.event());
                        number = each.number();
                        count++;
                    }
                    writes.foldInto(rows);
                    if (rows.size() >= MANY) {
                        sink.put(Window.of(writes, rows, count, number));
                        count = 0;
                    }
                }
                sink.put(Window.of(writes, rows, count, number));
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
