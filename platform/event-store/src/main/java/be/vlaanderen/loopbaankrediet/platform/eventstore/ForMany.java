package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A statement with values, made into one that does the same for many: the values come as arrays, one for each question mark, and the database
 * takes the statement in once instead of once for each.
 *
 * @param sql {@code UPDATE booking SET pay_before = v.p1 FROM unnest(?::timestamptz[], ?::uuid[]) AS v(p1, p2) WHERE booking = v.p2}
 */
record ForMany(String sql) {

    private static final String ROWS = "\0";

    /** Empty when it cannot be said for many. */
    static Optional<ForMany> of(Connection connection, String sql) throws SQLException {
        String ofRows = ofRows(sql);
        return ofRows == null ? Optional.empty() : of(ofRows, types(connection, sql));
    }

    private static Optional<ForMany> of(String ofRows, List<String> types) {
        // an array of arrays has no columns, so those come as text
        List<String> columns =
                types.stream().map(type -> isArray(type) ? "text" : type).toList();
        String arrays = columns.stream().map(type -> "?::" + type + "[]").collect(Collectors.joining(", "));
        String names =
                IntStream.rangeClosed(1, types.size()).mapToObj(n -> "p" + n).collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (int i = 0; i < ofRows.length(); i++) {
            if (ofRows.charAt(i) == '?') {
                text.append("v.p").append(number + 1);
                if (number < types.size() && isArray(types.get(number))) {
                    text.append("::").append(types.get(number));
                }
                number++;
            } else {
                text.append(ofRows.charAt(i));
            }
        }
        String many = text.toString().replace(ROWS, "unnest(%s) AS v(%s)".formatted(arrays, names));
        return number > 0 && number == types.size() ? Optional.of(new ForMany(many)) : Optional.empty();
    }

    private static boolean isArray(String type) {
        return type.startsWith("_");
    }

    /** What the database takes the values for. */
    private static List<String> types(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ParameterMetaData values = statement.getParameterMetaData();
            List<String> types = new ArrayList<>();
            for (int i = 1; i <= values.getParameterCount(); i++) {
                types.add(values.getParameterTypeName(i));
            }
            return types;
        }
    }

    /** The statement with {@link #ROWS} where its many rows belong; null for one of another shape. */
    static @Nullable String ofRows(String sql) {
        String outside = outsideOfBrackets(sql);
        int where = outside.indexOf(" WHERE ");
        if (sql.startsWith("UPDATE ")) {
            return where < 0 ? null : joined(sql, outside.indexOf(" FROM "), where, " FROM ");
        }
        if (sql.startsWith("DELETE FROM ")) {
            return where < 0 ? null : joined(sql, outside.indexOf(" USING "), where, " USING ");
        }
        int conflict = outside.indexOf(" ON CONFLICT ");
        int end = conflict < 0 ? sql.length() : conflict;
        if (!sql.startsWith("INSERT INTO ") || sql.indexOf('?', end) >= 0) {
            return null;
        }
        int values = outside.indexOf(" VALUES (");
        if (values >= 0) {
            int first = values + " VALUES (".length();
            return outside.indexOf(')', first) != end - 1
                    ? null
                    : sql.substring(0, values) + " SELECT " + sql.substring(first, end - 1) + " FROM " + ROWS
                            + sql.substring(end);
        }
        return outside.contains(" SELECT ")
                ? joined(sql, outside.indexOf(" FROM "), where < 0 ? end : where, " FROM ")
                : null;
    }

    /** @param tables where the word stands behind which its tables are listed; negative when it has none, then it comes at the end */
    private static String joined(String sql, int tables, int end, String word) {
        return tables < 0
                ? sql.substring(0, end) + word + ROWS + sql.substring(end)
                : sql.substring(0, tables) + word + ROWS + ", " + sql.substring(tables + word.length());
    }

    /** As long as the text, with spaces for what stands in brackets or quotes. */
    private static String outsideOfBrackets(String sql) {
        StringBuilder outside = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < sql.length(); i++) {
            char each = sql.charAt(i);
            if (each == '\'') {
                quoted = !quoted;
            }
            if (!quoted && each == ')') {
                depth--;
            }
            outside.append(quoted || depth > 0 ? ' ' : each);
            if (!quoted && each == '(') {
                depth++;
            }
        }
        return outside.toString();
    }

    /**
     * What {@link #run} takes: an array for each value, as the database reads it.
     *
     * @param rows the values of each
     */
    static List<String> columns(List<List<@Nullable Object>> rows) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < rows.getFirst().size(); i++) {
            StringBuilder column = new StringBuilder("{");
            for (List<@Nullable Object> row : rows) {
                append(column, row.get(i));
            }
            columns.add(column.append('}').toString());
        }
        return columns;
    }

    private static void append(StringBuilder array, @Nullable Object value) {
        if (array.length() > 1) {
            array.append(',');
        }
        if (value == null) {
            array.append("NULL");
            return;
        }
        String text = text(value);
        array.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"' || each == '\\') {
                array.append(text, from, i).append('\\');
                from = i;
            }
        }
        array.append(text, from, text.length()).append('"');
    }

    /** As the database reads it. */
    static String text(Object value) {
        return switch (value) {
            case Object[] inner ->
                columns(Arrays.stream(inner).map(Collections::singletonList).toList())
                        .getFirst();
            // the driver rounds half a microsecond up, the database would round it to an even one
            case Instant time ->
                time.plusNanos(500).truncatedTo(ChronoUnit.MICROS).toString();
            default -> value.toString();
        };
    }

    void run(Connection connection, List<String> columns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                statement.setObject(i + 1, columns.get(i), Types.OTHER);
            }
            statement.execute();
        }
    }
}
