package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far streams are, asked for all who want to know at the same moment in one question to the store. */
final class Newest {

    private static final int MOST_AT_ONCE = 100;

    /** The inner SELECT hides how many they are: otherwise PostgreSQL makes a plan for each question, which takes it longer than the answer. */
    private static final String QUESTION =
            "SELECT asked.stream, (SELECT max(sequence) FROM event WHERE event.stream = asked.stream)"
                    + " FROM unnest((SELECT ?::varchar[])) AS asked (stream)";

    private final Together<String, Long> asked;

    Newest(Transactions transactions) {
        this.asked = new Together<>(MOST_AT_ONCE, streams -> {
            Map<String, Long> found = transactions.alone(connection -> ask(connection, streams));
            return streams.stream()
                    .map(stream -> found.getOrDefault(stream, -1L))
                    .toList();
        });
    }

    /** Sequence of the last event of the stream, -1 before the first. */
    long versionOf(String stream) {
        return asked.get(stream);
    }

    private static Map<String, Long> ask(Connection connection, List<String> wanted) throws SQLException {
        Map<String, Long> found = new HashMap<>();
        Array streams =
                connection.createArrayOf("varchar", wanted.stream().distinct().toArray());
        try (PreparedStatement statement = connection.prepareStatement(QUESTION)) {
            statement.setArray(1, streams);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    long version = rows.getLong(2);
                    found.put(rows.getString(1), rows.wasNull() ? -1 : version);
                }
            }
        }
        return found;
    }
}
