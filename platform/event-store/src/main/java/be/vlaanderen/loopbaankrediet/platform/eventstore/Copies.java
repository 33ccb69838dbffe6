package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Empty copies of tables, until the end of the transaction: whatever it says of one of these tables it says of the copy. They have the
 * constraints of the tables; of the other indexes only those by which something is looked for.
 */
final class Copies {

    /** What the database may keep of them in memory, instead of the 8 MB it has for such tables. */
    private static final String MEMORY = "128MB";

    private record Index(
            String table, @Nullable String firstColumn, boolean unique, boolean primary, String definition) {}

    private record Column(String name, boolean ofKey) {}

    private final Connection connection;
    private final Map<String, List<String>> columns = new HashMap<>();
    private final Map<String, List<String>> keys = new HashMap<>();
    private final List<Index> indexes = new ArrayList<>();
    private final Map<String, Optional<ForMany>> known = new HashMap<>();

    /** Tables of which a row that was to be new was there; asked by who folds while another thread writes. */
    private final Set<String> met = ConcurrentHashMap.newKeySet();

    /** @param live schema of the tables */
    Copies(Connection connection, String live, List<String> tables) throws SQLException {
        this.connection = connection;
        execute("SET LOCAL temp_buffers = '" + MEMORY + "'");
        // a plan made for a table that was empty would be kept while it grows
        execute("SET LOCAL plan_cache_mode = force_custom_plan");
        // the copies are in memory: looking a row up by its key costs less than reading all of them
        execute("SET LOCAL random_page_cost = 1");
        execute("SET LOCAL search_path = pg_temp, " + live);
        for (String table : tables) {
            execute("CREATE TEMP TABLE " + table + " (LIKE " + live + "." + table
                    + " INCLUDING ALL EXCLUDING INDEXES) ON COMMIT DROP");
            List<Column> all = columns(connection, live + "." + table);
            columns.put(table, all.stream().map(Column::name).toList());
            List<String> key =
                    all.stream().filter(Column::ofKey).map(Column::name).toList();
            if (key.isEmpty()) {
                throw new IllegalStateException("table " + table + " of a view has no primary key");
            }
            keys.put(table, key);
            List<Index> ofTable = indexes(connection, table, live + "." + table);
            boolean onlyKey = ofTable.stream().filter(Index::unique).allMatch(Index::primary);
            for (Index index : ofTable) {
                if (index.firstColumn() == null || (index.unique() && !onlyKey)) {
                    execute(index.definition());
                } else {
                    indexes.add(index);
                }
            }
        }
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        return Sql.list(
                connection,
                "SELECT attname, attnum = ANY (indkey) FROM pg_attribute LEFT JOIN pg_index ON indrelid = attrelid AND indisprimary"
                        + " WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
                row -> new Column(row.getString(1), row.getBoolean(2)),
                table);
    }

    private static List<Index> indexes(Connection connection, String table, String live) throws SQLException {
        return Sql.list(
                connection,
                "SELECT attname, indisunique, indisprimary, pg_get_indexdef(indexrelid) FROM pg_index"
                        + " LEFT JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0] WHERE indrelid = ?::regclass",
                row -> new Index(
                        table,
                        row.getString(1),
                        row.getBoolean(2),
                        row.getBoolean(3),
                        row.getString(4).replaceFirst(" ON .+ USING ", " ON pg_temp." + table + " USING ")),
                live);
    }

    /** In the order of the table; none for a table that is not copied. */
    List<String> columns(String table) {
        return columns.getOrDefault(table, List.of());
    }

    /** Columns of the primary key in the order of the table; none for a table that is not copied. */
    List<String> key(String table) {
        return keys.getOrDefault(table, List.of());
    }

    /** Whether nobody met a row of this table that was there before. */
    boolean takesNewRows(String table) {
        return !met.contains(table);
    }

    void write(List<FoldedWrites.Write> all) throws SQLException {
        for (FoldedWrites.Write each : all) {
            switch (each) {
                case FoldedWrites.Same same -> write(same);
                case NewRows rows -> {
                    if (!rows.ifSomeAreThere().changes().isEmpty()) {
                        makeKeyOf(rows.table());
                    }
                    if (!takesNewRows(rows.table()) || !rows.copy(connection)) {
                        met.add(rows.table());
                        for (FoldedWrites.Same same : rows.ifSomeAreThere().inOrder(this)) {
                            write(same);
                        }
                    }
                }
            }
        }
    }

    private void write(FoldedWrites.Same same) throws SQLException {
        Optional<ForMany> forMany = known.get(same.sql());
        if (forMany == null) {
            makeIndexesFor(same.sql());
            forMany = ForMany.of(connection, same.sql());
            known.put(same.sql(), forMany);
        }
        if (forMany.isPresent() && same.values().size() > 1) {
            forMany.get().run(connection, same.columns());
        } else {
            Writes.batch(connection, same.sql(), same.values());
        }
    }

    /** When all rows are there, but for a few: nothing is put off any more. */
    void finish() throws SQLException {
        for (String table : columns.keySet()) {
            makeKeyOf(table);
        }
    }

    /** Those that the statement needs, if they are not there yet. */
    private void makeIndexesFor(String sql) throws SQLException {
        for (Index index : List.copyOf(indexes)) {
            if (mentions(sql, index.table() + "\\b")) {
                if (index.unique()) {
                    makeKeyOf(index.table());
                } else if (mentions(sql, index.firstColumn() + " = ")) {
                    make(index);
                }
            }
        }
    }

    /** Until now rows were only inserted where none was of their key, and none was looked for: of a key the first row counts. */
    private void makeKeyOf(String table) throws SQLException {
        for (Index index : List.copyOf(indexes)) {
            if (index.table().equals(table) && index.unique() && !Sql.unlessThere(connection, () -> make(index))) {
                execute("DELETE FROM " + table
                        + " WHERE ctid = ANY (ARRAY(SELECT ctid FROM (SELECT ctid, row_number() OVER"
                        + " (PARTITION BY " + String.join(", ", key(table)) + " ORDER BY ctid) AS nth FROM " + table
                        + ") AS numbered WHERE nth > 1))");
                make(index);
            }
        }
    }

    private void make(Index index) throws SQLException {
        execute(index.definition());
        indexes.remove(index);
    }

    private static boolean mentions(String sql, String pattern) {
        return Pattern.compile("\\b" + pattern).matcher(sql).find();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
