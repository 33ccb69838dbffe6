package be.vlaanderen.loopbaankrediet.platform.messaging;

import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;

/**
 * When this was stored, then do that: the next command, or a call to the outside. Delivered at least once, in the order of the event
 * store, outside a transaction. What it sends must be repeatable.
 */
public interface Policy {

    /** Pinned; names the processor of its dead letters. */
    default String name() {
        String simple = getClass().getSimpleName();
        int proxy = simple.indexOf('_');
        return proxy < 0 ? simple : simple.substring(0, proxy);
    }

    void on(StoredEvent event) throws Exception;
}
