package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All events of a store from a number on, for who wants every one of them and soon: read ahead over plain JDBC, in the order of their numbers.
 * It ends with the last that was committed when it began, and none before that is missing: who was committing then is waited for.
 */
public final class AllEvents implements AutoCloseable {

    private static final int AT_ONCE = 1_000;
    private static final int AHEAD = 4;
    private static final String SELECT = "SELECT global_index, stream_type, " + EventRow.COLUMNS + " FROM event"
            + " WHERE global_index > ? AND global_index <= ? ORDER BY global_index";

    /**
     * An event with its place.
     *
     * @param number rises with each event of the store
     * @param type of the aggregate
     */
    public record Numbered(long number, String type, StoredEvent event) {}

    private record Row(long number, String type, EventRow event) {}

    /** Lends a connection for a transaction; it ends when the action does. */
    @FunctionalInterface
    public interface Connections {
        void lend(Transactions.Action action) throws Exception;
    }

    private final EventJson json;
    private final ReadAhead<Supplier<List<Numbered>>> ahead;

    /**
     * Begins to read.
     *
     * @param after number of the last event that is not wanted, 0 for all
     */
    public AllEvents(EventNames names, Connections connections, long after) {
        this(EventJson.of(names), connections, after, false);
    }

    /** @param nobodyAppends until this is closed, by a lock of the caller: who asked for one too would wait behind those who wait for him */
    AllEvents(EventJson json, Connections connections, long after, boolean nobodyAppends) {
        this.json = json;
        this.ahead = new ReadAhead<>(AHEAD, sink -> {
            long[] last = {after};
            connections.lend(connection -> last[0] = lastNumber(connection, nobodyAppends));
            connections.lend(connection -> read(connection, after, last[0], sink));
        });
    }

    /** The next of them in order, about a thousand; null after the last. */
    public @Nullable List<Numbered> next() {
        Supplier<List<Numbered>> some = ahead.next();
        return some == null ? null : some.get();
    }

    private List<Numbered> events(List<Row> rows) {
        List<Numbered> events = new ArrayList<>(rows.size());
        for (Row row : rows) {
            events.add(new Numbered(row.number(), row.type(), row.event().event(json)));
        }
        return events;
    }

    private void put(List<Row> rows, ReadAhead.Sink<Supplier<List<Numbered>>> sink) throws InterruptedException {
        if (sink.isFull()) {
            List<Numbered> events = events(rows);
            sink.put(() -> events);
        } else {
            sink.put(() -> events(rows));
        }
    }

    /** Whoever appends holds the table from before it takes a number until its commit; so nobody has a lower one when this is granted. */
    private static long lastNumber(Connection connection, boolean nobodyAppends) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!nobodyAppends) {
                statement.execute("LOCK TABLE event IN SHARE MODE");
            }
            try (ResultSet last = statement.executeQuery("SELECT coalesce(max(global_index), 0) FROM event")) {
                last.next();
                return last.getLong(1);
            }
        }
    }

    private void read(Connection connection, long after, long last, ReadAhead.Sink<Supplier<List<Numbered>>> sink)
            throws SQLException, InterruptedException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setFetchSize(AT_ONCE);
            select.setLong(1, after);
            select.setLong(2, last);
            List<Row> some = new ArrayList<>(AT_ONCE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    some.add(new Row(row.getLong(1), row.getString(2), EventRow.of(row, 3)));
                    if (some.size() == AT_ONCE) {
                        put(some, sink);
                        some = new ArrayList<>(AT_ONCE);
                    }
                }
            }
            put(some, sink);
        }
    }

    @Override
    public void close() {
        ahead.close();
    }
}
