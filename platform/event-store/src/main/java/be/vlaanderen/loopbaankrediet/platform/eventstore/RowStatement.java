package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a view that is about rows by their primary key and reads nothing else, so what it does can be worked out without a database.
 *
 * @param rows the columns it inserts, for each row; none for UPDATE and DELETE
 * @param sets what it does to a row that is there
 * @param key where the row is found by its key; none for INSERT
 */
record RowStatement(Kind kind, String table, List<Row> rows, List<Cell> sets, List<Cell> key) {

    enum Kind {
        /** Of rows that are not there; of others only what it sets. */
        INSERT,
        UPDATE,
        DELETE
    }

    /** @param columns those of the cells */
    record Row(List<Cell> cells, List<String> columns) {
        Row(List<Cell> cells) {
            this(cells, cells.stream().map(Cell::column).toList());
        }
    }

    /**
     * @param parameter number of the value, from 0 on; negative for one that stands in the text
     * @param constant what stands in the text
     * @param add whether it comes on top of what is there
     */
    record Cell(String column, int parameter, @Nullable Object constant, boolean add) {

        @Nullable Object value(List<@Nullable Object> values) {
            return parameter < 0 ? constant : values.get(parameter);
        }
    }

    private static final Pattern INSERT = Pattern.compile(
            "INSERT INTO (\\w+)(?: AS (\\w+))?(?: \\(([^()]+)\\))? VALUES ("
                    + "\\([^()]+\\)(?:, \\([^()]+\\))*) ON CONFLICT(?: \\(([^()]+)\\))? DO (?:NOTHING|UPDATE SET (.+))");
    private static final Pattern UPDATE = Pattern.compile("UPDATE (\\w+) SET (.+) WHERE (.+)");
    private static final Pattern DELETE = Pattern.compile("DELETE FROM (\\w+) WHERE (.+)");
    private static final Pattern SET = Pattern.compile("(\\w+) = (.+)");
    private static final Pattern CONSTANT = Pattern.compile("NULL|true|false|-?\\d+|'[^']*'");
    private static final Pattern VALUE = Pattern.compile("\\?(?:::\\w+)?");
    private static final Pattern AND = Pattern.compile(" AND ");
    private static final Pattern COMMA = Pattern.compile(", ");

    /** Null for a statement that says or asks anything else. */
    static @Nullable RowStatement of(String sql, Copies tables) {
        Matcher insert = INSERT.matcher(sql);
        if (insert.matches()) {
            return insert(insert, tables);
        }
        Parameters parameters = new Parameters();
        Matcher update = UPDATE.matcher(sql);
        if (update.matches()) {
            List<Cell> sets = sets(update.group(2), parameters);
            List<Cell> key = key(update.group(3), parameters);
            return ofKey(Kind.UPDATE, update.group(1), sets, key, tables);
        }
        Matcher delete = DELETE.matcher(sql);
        return delete.matches()
                ? ofKey(Kind.DELETE, delete.group(1), List.of(), key(delete.group(2), parameters), tables)
                : null;
    }

    private static @Nullable RowStatement ofKey(
            Kind kind, String table, @Nullable List<Cell> sets, @Nullable List<Cell> key, Copies tables) {
        if (sets == null || key == null) {
            return null;
        }
        List<String> columns = tables.key(table);
        return !columns.isEmpty()
                        && key.size() == columns.size()
                        && key.stream().allMatch(cell -> columns.contains(cell.column()))
                        && sets.stream().noneMatch(cell -> columns.contains(cell.column()))
                ? new RowStatement(kind, table, List.of(), sets, key)
                : null;
    }

    private static @Nullable RowStatement insert(Matcher insert, Copies tables) {
        String table = insert.group(1);
        List<String> columns = insert.group(3) == null ? tables.columns(table) : List.of(COMMA.split(insert.group(3)));
        List<Row> rows = new ArrayList<>();
        Parameters parameters = new Parameters();
        for (String row : insert.group(4).split("\\), \\(")) {
            String[] values = COMMA.split(row.replace("(", "").replace(")", ""));
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < values.length && i < columns.size(); i++) {
                Cell cell = parameters.cell(columns.get(i), values[i], false);
                if (cell != null) {
                    cells.add(cell);
                }
            }
            if (cells.size() != values.length || values.length > columns.size()) {
                return null;
            }
            rows.add(new Row(cells));
        }
        List<String> key = tables.key(table);
        String target = insert.group(5);
        String upsert = insert.group(6);
        List<Cell> sets = upsert == null
                ? List.of()
                : rows.size() == 1
                        ? excluded(upsert, insert.group(2), rows.getFirst().cells())
                        : null;
        return sets == null
                        || key.isEmpty()
                        || (target != null && !Set.copyOf(key).equals(Set.of(COMMA.split(target))))
                        || !rows.stream().allMatch(row -> row.columns().containsAll(key))
                ? null
                : new RowStatement(Kind.INSERT, table, rows, sets, List.of());
    }

    /** What an upsert does to a row that is there, said by what it would have inserted. */
    private static @Nullable List<Cell> excluded(String sets, @Nullable String alias, List<Cell> row) {
        List<Cell> cells = new ArrayList<>();
        for (String each : COMMA.split(sets)) {
            Cell inserted = row.stream()
                    .filter(cell -> each.startsWith(cell.column() + " = "))
                    .findFirst()
                    .orElse(null);
            if (inserted == null) {
                return null;
            }
            String column = inserted.column();
            String to = each.substring(column.length() + " = ".length());
            if (to.equals("excluded." + column)) {
                cells.add(inserted);
            } else if (to.equals(alias + "." + column + " + excluded." + column)) {
                cells.add(new Cell(column, inserted.parameter(), inserted.constant(), true));
            } else {
                return null;
            }
        }
        return cells;
    }

    private static @Nullable List<Cell> sets(String text, Parameters parameters) {
        List<Cell> cells = new ArrayList<>();
        for (String each : COMMA.split(text)) {
            Matcher set = SET.matcher(each);
            if (!set.matches()) {
                return null;
            }
            String column = set.group(1);
            String to = set.group(2);
            boolean add = to.startsWith(column + " + ");
            Cell cell = parameters.cell(column, add ? to.substring(column.length() + " + ".length()) : to, add);
            if (cell == null) {
                return null;
            }
            cells.add(cell);
        }
        return cells;
    }

    private static @Nullable List<Cell> key(String text, Parameters parameters) {
        List<Cell> cells = new ArrayList<>();
        for (String each : AND.split(text)) {
            Matcher set = SET.matcher(each);
            Cell cell = set.matches() && VALUE.matcher(set.group(2)).matches()
                    ? parameters.cell(set.group(1), set.group(2), false)
                    : null;
            if (cell == null) {
                return null;
            }
            cells.add(cell);
        }
        return cells;
    }

    /** Question marks, counted in the order in which they stand. */
    private static final class Parameters {
        private int next;

        @Nullable Cell cell(String column, String value, boolean add) {
            if (VALUE.matcher(value).matches()) {
                return new Cell(column, next++, null, add);
            }
            if (!CONSTANT.matcher(value).matches()) {
                return null;
            }
            return new Cell(column, -1, constant(value), add);
        }

        private static @Nullable Object constant(String value) {
            return switch (value.charAt(0)) {
                case 'N' -> null;
                case 't', 'f' -> Boolean.valueOf(value);
                case '\'' -> value.substring(1, value.length() - 1);
                default -> Long.valueOf(value);
            };
        }
    }
}
