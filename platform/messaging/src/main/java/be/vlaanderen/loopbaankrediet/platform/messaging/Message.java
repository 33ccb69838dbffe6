package be.vlaanderen.loopbaankrediet.platform.messaging;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;

/**
 * A contract message as another service sent it.
 *
 * @param id {@code ce_id}: the same for every repeat
 * @param type last part of {@code ce_type}: {@code BlockBooked.v1}
 * @param key stream id at the sender; messages of one key arrive in order
 * @param data JSON
 */
public record Message(String id, String topic, String type, String key, Instant time, String data) {

    private static final ObjectMapper JSON = EventStore.json();

    /** Reads only the fields that the given record names. */
    public <T> T as(Class<T> form) {
        try {
            return JSON.readValue(data, form);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("message " + id + " of type " + type + " cannot be read", e);
        }
    }
}
