package be.vlaanderen.loopbaankrediet.platform.eventstore;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;

/** Stored events as JSON under their pinned names; everything else (tokens, metadata) as Axon names it. */
public final class EventJson extends JacksonSerializer {

    private final EventNames names;

    private EventJson(Builder builder, EventNames names) {
        super(builder);
        this.names = names;
    }

    public static EventJson of(EventNames names) {
        return new EventJson(
                JacksonSerializer.builder()
                        .objectMapper(mapper())
                        .classLoader(EventJson.class.getClassLoader())
                        .lenientDeserialization(),
                names);
    }

    /** The one shape of stored and published JSON: ISO times, no defaults lost, unknown fields ignored. */
    public static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new ParameterNamesModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        EventNames.Pinned pinned = type == null ? null : names.byClass(type);
        return pinned == null
                ? super.typeForClass(type)
                : new SimpleSerializedType(pinned.name(), String.valueOf(pinned.version()));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        EventNames.Pinned pinned = names.byName(type.getName());
        return pinned == null ? super.classForType(type) : pinned.event();
    }
}
