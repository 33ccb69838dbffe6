package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Rows of which probably none is in the table: then COPY writes them in less than half of the time that INSERT … ON CONFLICT takes.
 *
 * @param ready by their columns, as COPY reads them
 * @param ifSomeAreThere what does the same whichever are there
 */
record NewRows(String table, List<Ready> ready, FoldedWrites.Changes ifSomeAreThere) implements FoldedWrites.Write {

    record Ready(List<String> columns, String rows) {}

    static NewRows of(String table, FoldedWrites.Changes changes) {
        List<Ready> ready = new ArrayList<>();
        for (Map.Entry<Folded.Kind, List<List<@Nullable Object>>> each :
                changes.inserts().entrySet()) {
            ready.add(new Ready(((Folded.Insert) each.getKey()).columns(), text(each.getValue())));
        }
        return new NewRows(table, ready, changes);
    }

    /** @return false when one was there; then none is written */
    boolean copy(Connection connection) throws SQLException {
        return Sql.unlessThere(connection, () -> {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (Ready each : ready) {
                String sql = "COPY " + table + " (" + String.join(", ", each.columns()) + ") FROM STDIN";
                try {
                    long _ = copies.copyIn(sql, new StringReader(each.rows()));
                } catch (IOException e) {
                    throw new SQLException(e);
                }
            }
        });
    }

    private static String text(List<List<@Nullable Object>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<@Nullable Object> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                text.append(i == 0 ? "" : "\t");
                append(text, row.get(i));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case Long number -> text.append(number.longValue());
            case Integer number -> text.append(number.intValue());
            case UUID id -> text.append(id);
            default -> escape(text, ForMany.text(value));
        }
    }

    private static void escape(StringBuilder text, String each) {
        int from = 0;
        for (int i = 0; i < each.length(); i++) {
            char escaped = escaped(each.charAt(i));
            if (escaped != 0) {
                text.append(each, from, i).append('\\').append(escaped);
                from = i + 1;
            }
        }
        text.append(each, from, each.length());
    }

    private static char escaped(char each) {
        return switch (each) {
            case '\\' -> '\\';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            default -> 0;
        };
    }
}
