package be.vlaanderen.loopbaankrediet.platform.eventstore;

import com.ethlo.time.ITU;
import java.sql.ResultSet;
import java.sql.SQLException;

/** An event as the database sends it. Its JSON takes longer to read than the row, so that is left to who has time for it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EventRow(String id, String stream, long sequence, String name, byte[] payload, String storedAt) {

    /** In the order in which {@link #of} wants them. */
    static final String COLUMNS = "event_id, stream, sequence, name, payload, stored_at";

    /** @param column number of the first */
    static EventRow of(ResultSet row, int column) throws SQLException {
        return new EventRow(
                row.getString(column),
                row.getString(column + 1),
                row.getLong(column + 2),
                row.getString(column + 3),
                row.getBytes(column + 4),
                row.getString(column + 5));
    }

    StoredEvent event(EventJson json) {
        return new StoredEvent(
                id,
                stream,
                sequence,
                json.event(name, payload),
                ITU.parseLenient(storedAt).toInstant());
    }
}
