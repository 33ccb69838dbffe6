package be.vlaanderen.loopbaankrediet.platform.eventstore;

import be.vlaanderen.loopbaankrediet.platform.eventstore.RowStatement.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What statements, one after the other, do to one row: in the end it was deleted, or changed, or inserted, or two of these. */
final class Folded {

    private boolean deleted;

    /** What is changed when the row is there; with what it gets and what comes on top. */
    private Map<String, @Nullable Object> sets = Map.of();

    private Map<String, Long> adds = Map.of();

    /** The row when it is not there, by its columns; null when nobody inserts it. */
    private @Nullable List<@Nullable Object> inserted;

    private List<String> columns = List.of();

    /** @return false when nobody can say what comes of it without the row; then nothing was done */
    boolean insert(RowStatement.Row fresh, List<Cell> whenThere, List<@Nullable Object> values) {
        boolean maybeThere = inserted != null || !deleted;
        if (maybeThere && !change(whenThere, values)) {
            return false;
        }
        if (inserted == null) {
            List<@Nullable Object> row = new ArrayList<>(fresh.cells().size());
            fresh.cells().forEach(cell -> row.add(cell.value(values)));
            inserted = row;
            columns = fresh.columns();
        }
        return true;
    }

    /** @return false when nobody can say what comes of it without the row; then nothing was done */
    boolean change(List<Cell> cells, List<@Nullable Object> values) {
        if (deleted && inserted == null) {
            return true; // there is no row
        }
        if (!cells.stream().allMatch(cell -> !cell.add() || isKnown(cell.column()))) {
            return false;
        }
        if (!cells.isEmpty() && sets.isEmpty() && adds.isEmpty()) { // most rows are never changed
            sets = new LinkedHashMap<>();
            adds = new LinkedHashMap<>();
        }
        for (Cell cell : cells) {
            String column = cell.column();
            Object value = cell.value(values);
            if (!cell.add() || value == null) { // with nothing on top there is nothing any more
                adds.remove(column);
                sets.put(column, value);
                putInserted(column, value);
                continue;
            }
            long more = whole(value);
            if (sets.get(column) instanceof Number before) {
                sets.put(column, whole(before) + more);
            } else {
                adds.merge(column, more, Long::sum);
            }
            if (inserted(column) instanceof Number before) {
                putInserted(column, whole(before) + more);
            }
        }
        return true;
    }

    private @Nullable Object inserted(String column) {
        int number = columns.indexOf(column);
        return inserted == null || number < 0 ? null : inserted.get(number);
    }

    private void putInserted(String column, @Nullable Object value) {
        if (inserted == null) {
            return;
        }
        int number = columns.indexOf(column);
        if (number >= 0) {
            inserted.set(number, value);
        } else {
            inserted.add(value);
            columns = Stream.concat(columns.stream(), Stream.of(column)).toList();
        }
    }

    boolean inserts() {
        return inserted != null;
    }

    void delete() {
        deleted = true;
        inserted = null;
        sets = Map.of();
        adds = Map.of();
    }

    /** Whether something can be added: to what is there, to what was set, and to what is inserted. */
    private boolean isKnown(String column) {
        return (!sets.containsKey(column) || sets.get(column) instanceof Number)
                && (inserted == null || inserted(column) instanceof Number);
    }

    private static long whole(Object number) {
        return switch (number) {
            case Integer small -> small;
            case Long large -> large;
            default -> throw new IllegalArgumentException("only whole numbers are added: " + number);
        };
    }

    /** A statement that rows of the same change share. */
    sealed interface Kind {
        String table();

        /** @param key columns of the primary key */
        String sql(List<String> key);
    }

    record Delete(String table) implements Kind {
        @Override
        public String sql(List<String> key) {
            return "DELETE FROM " + table + where(key);
        }
    }

    record Update(String table, List<String> sets, List<String> adds) implements Kind {
        @Override
        public String sql(List<String> key) {
            return "UPDATE " + table + " SET "
                    + Stream.concat(
                                    sets.stream().map(column -> column + " = ?"),
                                    adds.stream().map(column -> column + " = " + column + " + ?"))
                            .collect(Collectors.joining(", "))
                    + where(key);
        }
    }

    record Insert(String table, List<String> columns) implements Kind {
        @Override
        public String sql(List<String> key) {
            return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (?"
                    + ", ?".repeat(columns.size() - 1) + ") ON CONFLICT DO NOTHING";
        }
    }

    private static String where(List<String> key) {
        return " WHERE " + key.stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
    }

    /**
     * Tells the statements that do all of it, in order, with their values.
     *
     * @param key what the row has in the columns of its primary key
     */
    void tell(String table, List<@Nullable Object> key, BiConsumer<Kind, List<@Nullable Object>> statements) {
        if (deleted) {
            statements.accept(new Delete(table), key);
        } else if (!sets.isEmpty() || !adds.isEmpty()) {
            List<@Nullable Object> values = new ArrayList<>(sets.size() + adds.size() + key.size());
            values.addAll(sets.values());
            values.addAll(adds.values());
            values.addAll(key);
            statements.accept(new Update(table, List.copyOf(sets.keySet()), List.copyOf(adds.keySet())), values);
        }
        if (inserted != null) {
            statements.accept(new Insert(table, columns), inserted);
        }
    }
}
