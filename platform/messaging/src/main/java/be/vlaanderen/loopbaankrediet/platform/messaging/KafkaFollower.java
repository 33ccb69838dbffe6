package be.vlaanderen.loopbaankrediet.platform.messaging;

import be.vlaanderen.loopbaankrediet.platform.eventstore.CommandsFirst;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topics of other services on one thread. Each message is handled in one transaction with its inbox row; offsets move after
 * that. A repeat finds its inbox row and changes nothing.
 */
final class KafkaFollower implements AutoCloseable {

    static final String PROCESSOR = "kafka";
    private static final int TOGETHER = 50;

    private static final Logger LOG = Logger.getLogger(KafkaFollower.class);

    private final Transactions transactions;
    private final CommandsFirst commandsFirst;
    private final DeadLetters deadLetters;
    private final Map<String, MessageHandler> handlers = new HashMap<>();
    private final Consumer<String, String> consumer;
    private final ObjectMapper json = EventStore.json();
    private final Thread thread;
    private volatile boolean running = true;
    private volatile long waiting;

    KafkaFollower(
            EventStore store,
            DeadLetters deadLetters,
            List<MessageHandler> handlers,
            String group,
            String bootstrapServers) {
        this.transactions = store.transactions();
        this.commandsFirst = store.commandsFirst();
        this.deadLetters = deadLetters;
        Set<String> topics = new HashSet<>();
        for (MessageHandler handler : handlers) {
            topics.add(handler.topic());
            if (this.handlers.put(handler.topic() + "/" + handler.type(), handler) != null) {
                throw new IllegalStateException("two handlers for " + handler.topic() + "/" + handler.type());
            }
        }
        deadLetters.register(PROCESSOR, letter -> handle(json.readValue(letter.body(), Message.class)));
        this.consumer = consumer(group, bootstrapServers);
        consumer.subscribe(topics);
        this.thread = Thread.ofPlatform().name("kafka-follower").daemon().start(this::run);
    }

    private void run() {
        try (consumer) {
            while (running) {
                try {
                    poll();
                } catch (WakeupException stop) {
                    // asked to end
                } catch (RuntimeException e) {
                    LOG.warn("following Kafka failed; going on from the last committed offsets", e);
                    rewind();
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                }
            }
        }
    }

    private void poll() {
        ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(1));
        long behind = consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
        waiting = behind + records.count();
        List<Message> followed = new ArrayList<>();
        for (ConsumerRecord<String, String> record : records) {
            Message message = message(record);
            if (message != null && handlers.containsKey(route(message))) {
                followed.add(message);
            }
        }
        if (!followed.isEmpty()) {
            long began = commandsFirst.begin();
            for (int from = 0; from < followed.size(); from += TOGETHER) {
                takeIn(followed.subList(from, Math.min(from + TOGETHER, followed.size())));
            }
            commandsFirst.ended(began);
        }
        if (!records.isEmpty()) {
            consumer.commitSync(Duration.ofSeconds(10));
        }
        waiting = behind;
    }

    /** Messages in the followed topics that were not taken in yet. */
    long waiting() {
        return waiting;
    }

    private void rewind() {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed =
                    consumer.committed(consumer.assignment(), Duration.ofSeconds(10));
            for (TopicPartition partition : consumer.assignment()) {
                var offset = committed.get(partition);
                if (offset == null) {
                    consumer.seekToBeginning(Set.of(partition));
                } else {
                    consumer.seek(partition, offset.offset());
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("could not rewind; the next poll decides", e);
        }
    }

    /** In one transaction, which costs one commit; when one of them fails, each in its own. */
    private void takeIn(List<Message> messages) {
        if (messages.size() > 1
                && messages.stream().noneMatch(message -> deadLetters.holdsUp(PROCESSOR, key(message)))) {
            try {
                transactions.run(connection -> {
                    Set<String> fresh = firstTimes(connection, messages);
                    for (Message message : messages) {
                        if (fresh.remove(message.id())) {
                            handler(message).on(message);
                        }
                    }
                });
                return;
            } catch (RuntimeException oneFailed) {
                LOG.debug("taking messages in one by one", oneFailed);
            }
        }
        for (Message message : messages) {
            deadLetters.deliver(PROCESSOR, key(message), message.id(), () -> write(message), () -> handle(message));
        }
    }

    private static String key(Message message) {
        return message.topic() + "/" + message.key();
    }

    private void handle(Message message) {
        if (!handlers.containsKey(route(message))) {
            return; // no longer followed
        }
        transactions.run(connection -> {
            if (!firstTimes(connection, List.of(message)).isEmpty()) {
                handler(message).on(message);
            }
        });
    }

    private MessageHandler handler(Message message) {
        return Objects.requireNonNull(handlers.get(route(message)));
    }

    /** The ids of those that were never taken in. */
    private static Set<String> firstTimes(Connection connection, List<Message> messages) throws SQLException {
        return new HashSet<>(Sql.list(
                connection,
                "INSERT INTO inbox (message_id, received_at) SELECT id, ?::timestamptz FROM unnest(?) id"
                        + " ON CONFLICT DO NOTHING RETURNING message_id",
                row -> row.getString(1),
                InstantSource.system().instant(),
                messages.stream().map(Message::id).toArray(String[]::new)));
    }

    private static String route(Message message) {
        return message.topic() + "/" + message.type();
    }

    private String write(Message message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A record without readable CloudEvents headers is nobody's message: it is skipped and logged. */
    private static @Nullable Message message(ConsumerRecord<String, String> record) {
        String id = header(record, "ce_id");
        String type = header(record, "ce_type");
        Instant time = time(header(record, "ce_time"));
        if (id == null || type == null || time == null || record.key() == null || record.value() == null) {
            LOG.warnf(
                    "skipped a record without readable CloudEvents headers: %s-%d@%d",
                    record.topic(), record.partition(), record.offset());
            return null;
        }
        int version = type.lastIndexOf('.');
        int name = version < 0 ? -1 : type.lastIndexOf('.', version - 1);
        return new Message(id, record.topic(), type.substring(name + 1), record.key(), time, record.value());
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static @Nullable String header(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Consumer<String, String> consumer(String group, String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, group + "-" + UUID.randomUUID());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // who died without a word keeps its partitions so long, also from its own next process
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 2_000);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        consumer.wakeup();
        thread.join(Duration.ofSeconds(10));
    }
}
