package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Empty copies of tables, until the end of the transaction: whatever it says of one of these tables it says of the copy. They have the
 * constraints of the tables; of the other indexes only those by which something is looked for.
 */
final class Copies {

    /** What the database may keep of them in memory, instead of the 8 MB it has for such tables. */
    private static final String MEMORY = "128MB";

    private record Index(String table, @Nullable String firstColumn, boolean unique, String definition) {}

    private record Column(String name, boolean ofKey) {}

    private final Connection connection;
    private final Map<String, List<String>> columns = new HashMap<>();
    private final Map<String, List<String>> keys = new HashMap<>();
    private final List<Index> indexes = new ArrayList<>();
    private final Map<String, Optional<ForMany>> known = new HashMap<>();

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
            keys.put(table, all.stream().filter(Column::ofKey).map(Column::name).toList());
            for (Index index : indexes(connection, table, live + "." + table)) {
                if (index.unique() || index.firstColumn() == null) {
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
                "SELECT attname, indisunique, pg_get_indexdef(indexrelid) FROM pg_index"
                        + " LEFT JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0] WHERE indrelid = ?::regclass",
                row -> new Index(
                        table,
                        row.getString(1),
                        row.getBoolean(2),
                        row.getString(3).replaceFirst(" ON .+ USING ", " ON pg_temp." + table + " USING ")),
                live);
    }

    /** In the order of the table; none for a table that is not copied. */
    List<String> columns(String table) {
        return columns.getOrDefault(table, List.of());
    }

    /** Columns of the primary key in the order of the table; none for a table that has none, or is not copied. */
    List<String> key(String table) {
        return keys.getOrDefault(table, List.of());
    }

    void write(List<FoldedWrites.Same> all) throws SQLException {
        for (FoldedWrites.Same each : all) {
            Optional<ForMany> forMany = known.get(each.sql());
            if (forMany == null) {
                makeIndexesFor(each.sql());
                forMany = ForMany.of(connection, each.sql());
                known.put(each.sql(), forMany);
            }
            if (forMany.isPresent() && each.values().size() > 1) {
                forMany.get().run(connection, each.columns());
            } else {
                Writes.batch(connection, each.sql(), each.values());
            }
        }
    }

    /** Those by which the statement finds rows, if they are not there yet. */
    private void makeIndexesFor(String sql) throws SQLException {
        for (Index index : List.copyOf(indexes)) {
            if (mentions(sql, index.table() + "\\b") && mentions(sql, index.firstColumn() + " = ")) {
                execute(index.definition());
                indexes.remove(index);
            }
        }
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
