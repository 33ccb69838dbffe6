package be.vlaanderen.loopbaankrediet.wallet;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of the platform, as other services use them: speaks for them, and hears what this service says. */
final class Topics implements AutoCloseable {

    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> heard = new CopyOnWriteArrayList<>();
    private final Thread listener;
    private volatile boolean listening = true;

    Topics(String bootstrapServers) {
        createTopicsOfOthers(bootstrapServers);
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new StringSerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "test-" + UUID.randomUUID(),
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        1_000,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of("loopbaankrediet.wallet"));
        listener = Thread.ofPlatform().daemon().start(() -> {
            while (listening) {
                consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
            }
            consumer.close();
        });
    }

    /** Each service creates its own topic; the others are not running here. */
    private static void createTopicsOfOthers(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> known = admin.listTopics().names().get();
            admin.createTopics(Stream.of("eligibility", "provider-registry", "session-claims", "payout")
                            .map(api -> "loopbaankrediet." + api)
                            .filter(topic -> !known.contains(topic))
                            .map(topic -> new NewTopic(topic, 3, (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says it as often as asked, with one message id. */
    void say(String api, String type, UUID key, String data, int times) {
        String id = UUID.randomUUID().toString();
        for (int i = 0; i < times; i++) {
            ProducerRecord<String, String> record =
                    new ProducerRecord<>("loopbaankrediet." + api, key.toString(), data);
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            id,
                            "ce_source",
                            "/" + api + "-service",
                            "ce_type",
                            "be.vlaanderen.loopbaankrediet." + api + "." + type,
                            "ce_time",
                            "2027-03-01T09:00:00Z",
                            "ce_subject",
                            key.toString(),
                            "content-type",
                            "application/json")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            var unused = producer.send(record);
        }
        producer.flush();
    }

    /** What this service said about a wallet, oldest first. */
    List<ConsumerRecord<String, String>> heardAbout(UUID wallet) {
        return heard.stream()
                .filter(record -> wallet.toString().equals(record.key()))
                .toList();
    }

    static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** {@code BlockBooked.v1}. */
    static String type(ConsumerRecord<String, String> record) {
        return header(record, "ce_type").substring("be.vlaanderen.loopbaankrediet.wallet.".length());
    }

    @Override
    public void close() throws InterruptedException {
        listening = false;
        listener.join(Duration.ofSeconds(5));
        producer.close(Duration.ofSeconds(5));
    }
}
