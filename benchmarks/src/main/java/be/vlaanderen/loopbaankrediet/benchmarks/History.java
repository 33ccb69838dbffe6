package be.vlaanderen.loopbaankrediet.benchmarks;

import be.vlaanderen.loopbaankrediet.launcher.Part;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes many lives into the event store of a service, each the same story with ids of its own: {@code histories/<api>.jsonl} has the events
 * of one. They are finished stories, so that a policy that sees them has nothing to do.
 */
final class History {

    /** SQL for {@link World#citizen}, of a column {@code number}. */
    static final String CITIZEN_OF_NUMBER =
            "overlay(overlay(md5('citizen ' || number) placing '3' from 13) placing translate(substr(md5('citizen ' ||"
                    + " number), 17, 1), '0123456789abcdef', '89ab89ab89ab89ab') from 17)::uuid";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");
    private static final Set<String> SHARED = Set.of("year", "theCounsellor");
    private static final int CHUNK = 5_000;
    private static final String INSERT =
            "INSERT INTO event (event_id, stream, sequence, stream_type, name, version, payload, metadata, stored_at) SELECT id, stream,"
                    + " sequence, type, name, '1', payload, '{}', ? FROM (SELECT * FROM unnest(?, ?, ?, ?, ?, ?) WITH ORDINALITY AS row"
                    + " (id, stream, sequence, type, name, payload, place)) rows ORDER BY place";

    /** An event in the store. */
    record Row(String id, String stream, long sequence, String type, String name, String payload) {}

    /** @param once written only when its stream is empty */
    private record Line(boolean once, Text stream, String type, String name, Text payload) {

        /** Its stream has events of many lives. */
        boolean isShared() {
            return SHARED.containsAll(stream.names());
        }
    }

    /** Text with names in it for which something is put in. */
    private record Text(List<String> literals, List<String> names) {

        static Text of(String text) {
            List<String> literals = new ArrayList<>();
            List<String> names = new ArrayList<>();
            Matcher matcher = PLACEHOLDER.matcher(text);
            int from = 0;
            while (matcher.find()) {
                literals.add(text.substring(from, matcher.start()));
                names.add(matcher.group(1));
                from = matcher.end();
            }
            literals.add(text.substring(from));
            return new Text(literals, names);
        }

        String with(Map<String, String> values) {
            StringBuilder text = new StringBuilder(literals.getFirst());
            for (int i = 0; i < names.size(); i++) {
                text.append(Objects.requireNonNull(values.get(names.get(i)), names.get(i)))
                        .append(literals.get(i + 1));
            }
            return text.toString();
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final List<String> names;

    private History(List<Line> lines) {
        this.lines.addAll(lines);
        this.names = lines.stream()
                .flatMap(line -> Stream.concat(line.stream().names().stream(), line.payload().names().stream()))
                .distinct()
                .toList();
    }

    static History of(Part service) {
        String file = "/histories/" + service.api() + ".jsonl";
        try (InputStream in = Objects.requireNonNull(History.class.getResourceAsStream(file), file)) {
            ObjectMapper json = new ObjectMapper();
            List<Line> lines = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                JsonNode node = json.readTree(line);
                lines.add(new Line(
                        node.path("once").asBoolean(),
                        Text.of(node.path("stream").asText()),
                        node.path("type").asText(),
                        node.path("name").asText(),
                        // a number is written as a name in quotes in the file, because a name alone is not JSON
                        Text.of(node.path("payload").toString().replace("\"${year}\"", "${year}"))));
            }
            return new History(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without all other events. */
    History only(String event) {
        return new History(
                lines.stream().filter(line -> line.name().equals(event)).toList());
    }

    /** Events of one life. */
    int length() {
        return (int) lines.stream().filter(line -> !line.once()).count();
    }

    /**
     * Whole lives until there are so many events more.
     *
     * @param first number of the first life; nobody else may have it
     * @return number after the last life
     */
    long write(Connection connection, long first, long events) throws SQLException {
        long lives = (events + length() - 1) / length();
        write(connection, first, lives, number -> true);
        return first + lives;
    }

    /** So many lives with these numbers, without those that are left out. */
    void write(Connection connection, long first, long lives, LongPredicate included) throws SQLException {
        Map<String, Long> next = shared(connection);
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (long number = first; number < first + lives; number++) {
                if (included.test(number)) {
                    rows.addAll(life(number, next));
                }
                if (rows.size() >= CHUNK) {
                    insert(insert, rows);
                    rows.clear();
                }
            }
            insert(insert, rows);
        }
    }

    private static void insert(PreparedStatement insert, List<Row> rows) throws SQLException {
        Connection connection = insert.getConnection();
        insert.setArray(2, connection.createArrayOf("text", array(rows, Row::id)));
        insert.setArray(3, connection.createArrayOf("text", array(rows, Row::stream)));
        insert.setArray(4, connection.createArrayOf("bigint", array(rows, Row::sequence)));
        insert.setArray(5, connection.createArrayOf("text", array(rows, Row::type)));
        insert.setArray(6, connection.createArrayOf("text", array(rows, Row::name)));
        insert.setArray(7, connection.createArrayOf("text", array(rows, Row::payload)));
        insert.setString(1, year() + "-03-01T09:00:00.000Z");
        insert.executeUpdate();
    }

    private static Object[] array(List<Row> rows, Function<Row, Object> column) {
        return rows.stream().map(column).toArray();
    }

    /** How far the streams are that lives share: the service may have begun one itself. */
    private Map<String, Long> shared(Connection connection) throws SQLException {
        Map<String, Long> next = new HashMap<>();
        Map<String, String> values = values(0);
        try (PreparedStatement select =
                connection.prepareStatement("SELECT coalesce(max(sequence), -1) + 1 FROM event WHERE stream = ?")) {
            for (Line line : lines) {
                if (line.isShared()) {
                    String stream = line.stream().with(values);
                    select.setString(1, stream);
                    try (ResultSet rows = select.executeQuery()) {
                        rows.next();
                        next.put(stream, rows.getLong(1));
                    }
                }
            }
        }
        return next;
    }

    /** Rows of one life. @param next sequence of the streams that lives share */
    List<Row> life(long number, Map<String, Long> next) {
        Map<String, String> values = values(number);
        Map<String, Long> own = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Line line : lines) {
            String stream = line.stream().with(values);
            Map<String, Long> sequences = line.isShared() ? next : own;
            long sequence = sequences.getOrDefault(stream, 0L);
            if (line.once() && sequence > 0) {
                continue;
            }
            sequences.put(stream, sequence + 1);
            rows.add(new Row(
                    id(line.name() + sequence, number),
                    stream,
                    sequence,
                    line.type(),
                    line.name(),
                    line.payload().with(values)));
        }
        return rows;
    }

    private Map<String, String> values(long number) {
        Map<String, String> values = new HashMap<>();
        for (String name : names) {
            values.put(
                    name,
                    switch (name) {
                        case "citizen" -> World.citizen(number).toString();
                        case "theCounsellor" -> Rig.COUNSELLOR.toString();
                        case "number" -> String.valueOf(number);
                        default -> id(name, number);
                    });
        }
        values.put("year", year());
        return values;
    }

    private static String id(String name, long number) {
        return UUID.nameUUIDFromBytes((name + " " + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String year() {
        return String.valueOf(LocalDate.now(ZoneOffset.UTC).getYear());
    }

    /** Followers stand at the end of the store: what was written is not sent, and no policy looks at it. */
    static void passFollowersBy(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(
                    "UPDATE token SET token_type = 'org.axonframework.eventhandling.GapAwareTrackingToken', token ="
                            + " '{\"index\":' || (SELECT max(global_index) FROM event) || ',\"gaps\":[]}' WHERE processor NOT LIKE '\\_\\_%'");
            sql.execute("VACUUM ANALYZE event");
        }
    }
}
