package be.vlaanderen.loopbaankrediet.payout.desk;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people write lies in a vault; events hold its id alone. */
public final class Texts {

    /** What an own text may hold, as a pattern. */
    public static final String TEXT = "[^\\u0000]*";

    public static final String TEXT_WRONG = "Deze tekst heeft tekens die niet kunnen.";

    private record Text(UUID id, String content) {}

    private Texts() {}

    /** The id of the text, null when there is none. A repeat gives the same id and changes nothing. */
    public static @Nullable UUID write(
            Connection connection, UUID thing, String about, @Nullable String text, Instant at) throws SQLException {
        if (text == null || text.isBlank()) {
            return null;
        }
        UUID id = UUID.nameUUIDFromBytes((thing + "/" + about).getBytes(StandardCharsets.UTF_8));
        keep(connection, id, thing, text, at);
        return id;
    }

    /**
     * The first text stays.
     *
     * @param thing that it is about
     */
    public static void keep(Connection connection, UUID id, UUID thing, String text, Instant at) throws SQLException {
        Sql.run(
                connection,
                "INSERT INTO text_vault (id, content, written_at, about) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                id,
                text.strip(),
                at,
                thing);
    }

    /** The texts of these ids; nulls are passed over. */
    public static Map<UUID, String> of(Connection connection, Stream<@Nullable UUID> ids) throws SQLException {
        UUID[] wanted = ids.filter(Objects::nonNull).toArray(UUID[]::new);
        Map<UUID, String> texts = new HashMap<>();
        Sql.list(
                        connection,
                        "SELECT id, content FROM text_vault WHERE id = ANY (?)",
                        row -> new Text(row.getObject("id", UUID.class), row.getString("content")),
                        connection.createArrayOf("uuid", wanted))
                .forEach(text -> texts.put(text.id(), text.content()));
        return texts;
    }
}
