package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What streams have after what is known of them, asked for all who want to know at the same moment in one question to the store. */
final class Newer {

    /** Of one stream at a time. */
    static final int EVENTS = 500;

    private static final int STREAMS = 100;

    /** The inner SELECTs hide how many they are: otherwise PostgreSQL makes a plan for each question, which takes it longer than the answer. */
    private static final String QUESTION = "SELECT asked.number, newer.*"
            + " FROM unnest((SELECT ?::varchar[]), (SELECT ?::bigint[])) WITH ORDINALITY AS asked (stream, known, number),"
            + " LATERAL (SELECT " + EventRow.COLUMNS + " FROM event"
            + " WHERE event.stream = asked.stream AND event.sequence > asked.known ORDER BY event.sequence LIMIT "
            + EVENTS + ") AS newer"
            + " ORDER BY asked.number, newer.sequence";

    /** @param known sequence of the last event that is known, -1 for none */
    private record Asked(String stream, long known) {}

    private final Transactions transactions;
    private final Together<Asked, List<EventRow>> together;

    Newer(Transactions transactions) {
        this.transactions = transactions;
        this.together = new Together<>(STREAMS, asked -> transactions.alone(connection -> ask(connection, asked)));
    }

    /**
     * The next events of the stream, oldest first and at most {@link #EVENTS}: on the connection of this thread's transaction, if it has one
     * already; otherwise beside it, so that it still needs none.
     */
    List<EventRow> than(String stream, long known) {
        if (stream.indexOf('\0') >= 0) {
            return List.of(); // no stream is called so, and asking for it would fail for all who ask with us
        }
        Asked asked = new Asked(stream, known);
        return transactions.isConnected()
                ? transactions
                        .connected(connection -> ask(connection, List.of(asked)))
                        .getFirst()
                : together.get(asked);
    }

    private static List<List<EventRow>> ask(Connection connection, List<Asked> asked) throws SQLException {
        List<List<EventRow>> found = new ArrayList<>(asked.size());
        asked.forEach(each -> found.add(new ArrayList<>(0)));
        try (PreparedStatement question = connection.prepareStatement(QUESTION)) {
            question.setArray(
                    1,
                    connection.createArrayOf(
                            "varchar", asked.stream().map(Asked::stream).toArray()));
            question.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", asked.stream().map(Asked::known).toArray()));
            try (ResultSet row = question.executeQuery()) {
                while (row.next()) {
                    found.get(row.getInt(1) - 1).add(EventRow.of(row, 2));
                }
            }
        }
        return found;
    }
}
