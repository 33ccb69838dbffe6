package be.vlaanderen.loopbaankrediet.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the finance system of the government sees: the topic of payout-service, from its first message. */
final class PayoutTopic implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    record Event(String id, String type, JsonNode data) {}

    private final KafkaConsumer<String, String> consumer;
    private final List<Event> seen = new ArrayList<>();

    PayoutTopic() {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Platform.kafka(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor("loopbaankrediet.payout").stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Every event of this name so far, for this booking. */
    List<Event> events(String name, String booking) {
        consumer.poll(Duration.ofMillis(300)).forEach(record -> {
            try {
                seen.add(new Event(
                        new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8),
                        new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8),
                        JSON.readTree(record.value())));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return seen.stream()
                .filter(event -> event.type().equals("be.vlaanderen.loopbaankrediet.payout." + name + ".v1"))
                .filter(event -> event.data().path("booking").asText().equals(booking))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
