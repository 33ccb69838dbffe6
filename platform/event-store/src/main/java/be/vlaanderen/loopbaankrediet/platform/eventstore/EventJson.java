package be.vlaanderen.loopbaankrediet.platform.eventstore;

import com.ethlo.time.ITU;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;

/** Stored events as JSON under their pinned names; everything else (tokens, metadata) as Axon names it. */
public final class EventJson extends JacksonSerializer {

    private final EventNames names;
    private final Map<String, ObjectReader> readers = new ConcurrentHashMap<>();

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

    /**
     * A stored event.
     *
     * @throws IllegalStateException when it has no pinned name, or is none of that name
     */
    Object event(String name, byte[] payload) {
        try {
            return readers.computeIfAbsent(name, this::reader).readValue(payload);
        } catch (IOException e) {
            throw new IllegalStateException("a stored " + name + " cannot be read", e);
        }
    }

    private ObjectReader reader(String name) {
        EventNames.Pinned pinned = names.byName(name);
        if (pinned == null) {
            throw new IllegalStateException("stored events are called " + name + ", and no event has that name");
        }
        return getObjectMapper().readerFor(pinned.event());
    }

    /** The one shape of stored and published JSON: ISO times, no defaults lost, unknown fields ignored. */
    public static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule()
                        .addDeserializer(Instant.class, new Instants())
                        .addDeserializer(LocalDate.class, new Days()))
                .addModule(new ParameterNamesModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** Half of the time of reading an event went into its times; what is not the one common form is read as Jackson does. */
    private static final class Instants extends StdDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        Instants() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING) && parser.getText().endsWith("Z")) {
                try {
                    return ITU.parseLenient(parser.getText()).toInstant();
                } catch (DateTimeException otherwise) {
                    // said by Jackson
                }
            }
            return InstantDeserializer.INSTANT.deserialize(parser, context);
        }
    }

    /** The same for days: those of the one common form, read without a formatter. */
    private static final class Days extends StdDeserializer<LocalDate> {

        private static final long serialVersionUID = 1L;

        Days() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING) && parser.getText().length() == "2027-01-01".length()) {
                try {
                    return ITU.parseLenient(parser.getText()).toLocalDate();
                } catch (DateTimeException otherwise) {
                    // said by Jackson
                }
            }
            return LocalDateDeserializer.INSTANCE.deserialize(parser, context);
        }
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
