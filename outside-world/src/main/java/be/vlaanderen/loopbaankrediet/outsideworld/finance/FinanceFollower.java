package be.vlaanderen.loopbaankrediet.outsideworld.finance;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the payout messages from the first one at every start, for what it adds up is not kept. Kafka may be absent or go away: it
 * tries again with growing pauses.
 */
@Singleton
public class FinanceFollower {

    private static final Logger LOG = Logger.getLogger(FinanceFollower.class);
    private static final String TOPIC = "loopbaankrediet.payout";
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long LONGEST_PAUSE_SECONDS = 30;

    private final String bootstrapServers;
    private final FinanceTotals totals;
    private volatile boolean running = true;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private @Nullable Thread thread;

    @Inject
    public FinanceFollower(
            @ConfigProperty(name = "kafka.bootstrap.servers") Optional<String> bootstrapServers, ObjectMapper json) {
        this.bootstrapServers = bootstrapServers.orElse("").strip();
        this.totals = new FinanceTotals(json);
    }

    FinanceTotals.Totals totals() {
        return totals.totals();
    }

    void start(@Observes StartupEvent start) {
        if (!bootstrapServers.isEmpty()) {
            thread = Thread.ofPlatform().name("finance").daemon().start(this::follow);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        running = false;
        KafkaConsumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        if (thread != null) {
            LockSupport.unpark(thread);
            thread.join(Duration.ofSeconds(3));
        }
    }

    private void follow() {
        long pause = 1;
        while (running) {
            try (KafkaConsumer<byte[], byte[]> fresh = new KafkaConsumer<>(settings())) {
                consumer = fresh;
                fresh.subscribe(List.of(TOPIC));
                while (running) {
                    fresh.poll(POLL).forEach(this::read);
                    pause = 1;
                }
            } catch (WakeupException e) {
                return; // asked to stop
            } catch (KafkaException e) {
                LOG.warnf(
                        "the messages about payouts cannot be read (%s), next attempt in %d s",
                        e.getClass().getSimpleName(), pause);
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(pause));
                pause = Math.min(LONGEST_PAUSE_SECONDS, pause * 2);
            } finally {
                consumer = null;
            }
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> message) {
        Header type = message.headers().lastHeader("ce_type");
        if (!totals.on(type == null ? null : new String(type.value(), StandardCharsets.UTF_8), message.value())) {
            LOG.warnf(
                    "message %d of partition %d is left out: it cannot be read, or there are too many",
                    message.offset(), message.partition());
        }
    }

    /** Nothing is committed, so every start and every new assignment reads from the first message on. */
    private Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ConsumerConfig.GROUP_ID_CONFIG, "finance-system"),
                Map.entry(ConsumerConfig.CLIENT_ID_CONFIG, "finance-system"),
                Map.entry(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName()),
                Map.entry(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName()),
                Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                Map.entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                Map.entry(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000),
                Map.entry(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000),
                Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500),
                Map.entry(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2_000_000),
                Map.entry(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 500_000));
    }
}
