package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.time.Instant;

/**
 * A fact as it lies in the event store.
 *
 * @param id unique for ever; the {@code ce_id} of the message that follows from it
 * @param stream aggregate id
 * @param sequence position in the stream, from 0
 * @param payload one of the service's sealed events
 * @param storedAt when it was appended, on the injected clock
 */
public record StoredEvent(String id, String stream, long sequence, Object payload, Instant storedAt) {}
