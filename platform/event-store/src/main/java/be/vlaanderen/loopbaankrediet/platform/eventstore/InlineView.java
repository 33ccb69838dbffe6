package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables that follow from the events and nothing else, written in the transaction that appends them. A view writes and never
 * reads; writes are upserts, so that a replay gives the same rows.
 */
public interface InlineView {

    /**
     * The tables this view owns; emptied before a rebuild. No generated keys, no times but those of the events. Who owns none only notes
     * something with the event, and no rebuild asks for it again.
     */
    List<String> tables();

    void on(Writes writes, StoredEvent event);

    /**
     * What shares rows: whatever has the same key is written in order, and together with what has others. Null for an event that touches
     * rows of many keys.
     */
    default @Nullable String inOrder(StoredEvent event) {
        return event.stream();
    }
}
