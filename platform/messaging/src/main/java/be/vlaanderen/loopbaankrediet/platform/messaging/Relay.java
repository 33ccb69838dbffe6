package be.vlaanderen.loopbaankrediet.platform.messaging;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Event store to Kafka, in commit order. The event store is the outbox: the token moves after the broker acknowledged, so every event
 * is delivered at least once, with the stored event's id as {@code ce_id}.
 */
@Singleton
public class Relay {

    static final String FOLLOWER = "relay";

    private static final int BATCH = 200;

    private final ObjectMapper json = EventStore.json();

    /** Starts following; the returned handle stops sending. */
    AutoCloseable start(EventStore store, Publisher publisher, String bootstrapServers) {
        Sender sender = new Sender(bootstrapServers);
        AtomicBoolean topicExists = new AtomicBoolean();
        store.follow(FOLLOWER, BATCH, 1, event -> {
            if (!topicExists.get()) {
                createTopic(publisher, bootstrapServers);
                topicExists.set(true);
            }
            publisher.publish(event).ifPresent(contract -> sender.send(message(publisher, event, contract)));
        });
        return sender;
    }

    /**
     * What was sent after a message that is given up must not arrive before that one comes again. So a producer that gave one up closes itself,
     * in the thread that would send the next; who sends by it later is refused, and the batch comes again by another.
     */
    private static final class Sender implements AutoCloseable {

        private final String bootstrapServers;
        private volatile Producer<String, String> producer;

        Sender(String bootstrapServers) {
            this.bootstrapServers = bootstrapServers;
            this.producer = producer(bootstrapServers);
        }

        void send(ProducerRecord<String, String> message) {
            Producer<String, String> own = producer;
            CompletableFuture<Void> acknowledged = new CompletableFuture<>();
            try {
                var unused = own.send(message, (metadata, failure) -> {
                    if (failure == null) {
                        acknowledged.complete(null);
                    } else {
                        acknowledged.completeExceptionally(failure);
                        own.close(Duration.ZERO);
                    }
                });
            } catch (IllegalStateException closed) {
                producer = producer(bootstrapServers);
                throw closed;
            }
            EventStore.awaitBeforeToken(acknowledged);
        }

        @Override
        public void close() {
            producer.close();
        }
    }

    /** A service makes its own topic: one that a first send or a first reader makes is not ready for an idempotent producer. */
    private static void createTopic(Publisher publisher, String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000))) {
            admin.createTopics(List.of(
                            new NewTopic(publisher.topic(), Optional.of(publisher.partitions()), Optional.empty())))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topic " + publisher.topic() + " could not be made", e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    ProducerRecord<String, String> message(Publisher publisher, StoredEvent event, Publisher.Contract contract) {
        ProducerRecord<String, String> record =
                new ProducerRecord<>(publisher.topic(), event.stream(), write(contract.data()));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", event.id());
        header(record, "ce_source", "/" + publisher.source());
        header(record, "ce_type", "be.vlaanderen.loopbaankrediet." + publisher.api() + "." + contract.type());
        header(record, "ce_time", event.storedAt().toString());
        header(record, "ce_subject", event.stream());
        header(record, "content-type", "application/json");
        return record;
    }

    private String write(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("contract message cannot be written: " + data.getClass(), e);
        }
    }

    private static void header(ProducerRecord<String, String> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Producer<String, String> producer(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // below the claim timeout of the token, so that a send that hangs cannot outlive the right to send it
        int givesUp = (int) EventStore.CLAIM.minusSeconds(5).toMillis();
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, givesUp);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, givesUp / 2);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, givesUp);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8L * 1024 * 1024);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }
}
