package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Tables that follow from the events and nothing else, written in the transaction that appends them. Writes are upserts, so that a
 * replay gives the same rows.
 */
public interface InlineView {

    /** The tables this view owns; emptied before a rebuild. No generated keys, no times but those of the events. */
    List<String> tables();

    void on(Connection connection, StoredEvent event) throws SQLException;
}
