package be.vlaanderen.loopbaankrediet.platform.testkit;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its first message on. */
public final class Topic implements AutoCloseable {

    /** A message as it lies in the topic. */
    public record Read(String id, String type, String source, String subject, JsonNode data) {}

    private final KafkaConsumer<String, String> consumer;
    private final List<Read> read = new ArrayList<>();

    public Topic(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The messages of one key so far, oldest first. */
    public List<Read> of(String key) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> read.add(read(record)));
        return read.stream().filter(message -> message.subject().equals(key)).toList();
    }

    private static Read read(ConsumerRecord<String, String> record) {
        try {
            return new Read(
                    header(record, "ce_id"),
                    header(record, "ce_type"),
                    header(record, "ce_source"),
                    record.key(),
                    EventStore.json().readTree(record.value()));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
