package be.vlaanderen.loopbaankrediet.launcher;

import be.vlaanderen.loopbaankrediet.platform.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Main class of the process that is the Kafka broker: starts it, makes the topics, runs until it is told to stop. */
final class KafkaProcess {

    private static final int PARTITIONS = 3;
    private static final int PARTITIONS_OF_WALLET = 1; // bookings keep their order on the way to the budget

    private KafkaProcess() {}

    /**
     * @param arguments data folder and port
     */
    public static void main(String[] arguments) throws InterruptedException {
        Logging.warningsOnly();
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop-kafka"));
        makeTopics(kafka.bootstrapServers());
        Thread.currentThread().join();
    }

    /** One topic an API, kept for ever: they are the history that a new reader starts from. */
    static void makeTopics(String bootstrapServers) {
        List<NewTopic> topics = Part.SERVICES.stream()
                .map(service -> new NewTopic(
                                service.topic(), service == Part.WALLET ? PARTITIONS_OF_WALLET : PARTITIONS, (short) 1)
                        .configs(Map.of("retention.ms", "-1")))
                .toList();
        try (Admin admin = admin(bootstrapServers)) {
            for (var made : admin.createTopics(topics).values().values()) {
                try {
                    made.get(30, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("a topic could not be made", e.getCause());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer", e);
        }
    }

    /** Whether the broker answers and has every topic. */
    static boolean isReady(Admin admin) {
        try {
            Set<String> topics = admin.listTopics().names().get(2, TimeUnit.SECONDS);
            return topics.containsAll(Part.SERVICES.stream().map(Part::topic).toList());
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static Admin admin(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "30000");
        properties.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "200");
        return Admin.create(properties);
    }
}
