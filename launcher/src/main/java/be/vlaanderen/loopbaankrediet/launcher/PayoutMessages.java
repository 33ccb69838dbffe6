package be.vlaanderen.loopbaankrediet.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What payout-service tells the world, read as any other system would read it: from the first message, each id counted once. */
final class PayoutMessages implements AutoCloseable {

    static final String APPROVED = "PayoutApproved";
    static final String PAID = "PayoutPaid";

    private static final String TYPE_PREFIX = "be.vlaanderen.loopbaankrediet.payout.";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<String, byte[]> consumer;
    private final Set<String> counted = new HashSet<>();
    private final Map<String, List<JsonNode>> kept = new HashMap<>();
    private boolean keeping;
    private long approvedCents;
    private long paidCents;

    PayoutMessages(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, "2097152");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "20000");
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Part.PAYOUT.topic()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
        keeping = true;
    }

    /** Reads on; then the first message of this type since the start that the condition holds for. */
    Optional<JsonNode> find(String type, Predicate<JsonNode> condition) {
        poll();
        return kept.getOrDefault(type, List.of()).stream().filter(condition).findFirst();
    }

    long approvedCents() {
        return approvedCents;
    }

    long paidCents() {
        return paidCents;
    }

    void poll() {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(100))) {
            Header header = message.headers().lastHeader("ce_type");
            if (header == null) {
                continue;
            }
            String type = new String(header.value(), StandardCharsets.UTF_8)
                    .replace(TYPE_PREFIX, "")
                    .replaceFirst("\\.v\\d+$", "");
            if (type.equals(APPROVED) || type.equals(PAID)) {
                count(type, data(message.value()));
            }
        }
    }

    private void count(String type, JsonNode data) {
        if (!counted.add(type + data.path("payout").asText())) {
            return;
        }
        if (type.equals(APPROVED)) {
            approvedCents += data.path("totalCents").asLong();
        } else {
            paidCents += data.path("amountCents").asLong();
        }
        if (keeping) {
            kept.computeIfAbsent(type, any -> new ArrayList<>()).add(data);
        }
    }

    private static JsonNode data(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            throw new Trouble("A message of payout-service is not JSON.", e);
        }
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(2)));
    }
}
