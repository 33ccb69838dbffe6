package be.vlaanderen.loopbaankrediet.payout;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics as the neighbours of this service use them. */
final class Topics {

    private static Topics one;

    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;
    private final List<Message> received = new CopyOnWriteArrayList<>();

    /** One for all tests: joining a group takes longer than most tests. */
    static synchronized Topics of(String bootstrapServers) {
        if (one == null) {
            one = new Topics(bootstrapServers);
        }
        return one;
    }

    private Topics(String bootstrapServers) {
        createTopicsOfOthers(bootstrapServers);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "group.id", "test",
                        "auto.offset.reset", "earliest",
                        "metadata.max.age.ms", "1000"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of("loopbaankrediet.payout"));
    }

    /** In the platform each service makes its own topic. */
    private static void createTopicsOfOthers(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(Stream.of("wallet", "provider-registry", "session-claims")
                            .map(api -> new NewTopic("loopbaankrediet." + api, 3, (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends as another service would; returns the message id. */
    String send(String api, String name, String key, Map<String, ?> data) {
        String id = UUID.randomUUID().toString();
        send(id, api, name, key, data);
        return id;
    }

    void send(String id, String api, String name, String key, Map<String, ?> data) {
        try {
            var record = new ProducerRecord<>(
                    "loopbaankrediet." + api, key, EventStore.json().writeValueAsString(data));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            id,
                            "ce_source",
                            "/" + api + "-service",
                            "ce_type",
                            "be.vlaanderen.loopbaankrediet." + api + "." + name + ".v1",
                            "ce_time",
                            Instant.EPOCH.toString(),
                            "ce_subject",
                            key,
                            "content-type",
                            "application/json")
                    .forEach((header, value) -> record.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything this service has published so far with this name and this value of a field. */
    List<JsonNode> published(String name, String field, String value) {
        consumer.poll(Duration.ofMillis(200))
                .forEach(record -> received.add(new Message(
                        text(record.headers().lastHeader("ce_id").value()),
                        record.topic(),
                        text(record.headers().lastHeader("ce_type").value()),
                        record.key(),
                        Instant.EPOCH,
                        record.value())));
        return received.stream()
                .filter(message -> message.type().equals("be.vlaanderen.loopbaankrediet.payout." + name + ".v1"))
                .map(message -> json(message.data()))
                .filter(data -> value.equals(data.path(field).asText()))
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return EventStore.json().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
