package be.vlaanderen.loopbaankrediet.platform.messaging;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What could not be handled yet. A letter holds up later ones of its processor and key, and nothing else. It is tried again after a growing
 * pause (0.2 s, doubling to a minute; after {@value #OFTEN} attempts every ten minutes) until it can be handled: what was down for hours, or is
 * mended by a new version, needs nobody to call replay.
 */
@Singleton
public class DeadLetters {

    static final int OFTEN = 20;

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int AT_ONCE = 100;

    /** @param body what the processor needs to find or read the message again */
    public record Letter(String processor, String key, String messageId, String body) {}

    /** A letter as the back office sees it. */
    public record Waiting(
            long position,
            String processor,
            String key,
            String messageId,
            String cause,
            int attempts,
            Instant enqueuedAt,
            Instant nextAttemptAt) {}

    /** Handles a letter of one processor; throws when it still cannot. */
    @FunctionalInterface
    public interface Processor {
        void handle(Letter letter) throws Exception;
    }

    /** The first attempt at a message. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    private final Transactions transactions;
    private final Map<String, Processor> processors = new ConcurrentHashMap<>();
    private final AtomicLong waiting = new AtomicLong();
    // Pauses between attempts are measured on the machine's clock: moving the development clock must not hurry or stop
    // them.
    private final InstantSource machine = InstantSource.system();

    @Inject
    public DeadLetters(Transactions transactions, MeterRegistry metrics) {
        this.transactions = transactions;
        Gauge.builder("dead_letters", waiting::get)
                .description("messages that wait for another attempt or for a person")
                .register(metrics);
    }

    /** Names the processor that can handle letters again. */
    public void register(String processor, Processor handler) {
        processors.put(processor, handler);
    }

    /**
     * Handles a message now, or keeps it when an earlier one of its key waits or when handling fails.
     *
     * @param body written only when the message has to be kept
     * @throws RuntimeException only when it could not be kept either; then it must be delivered again
     */
    public void deliver(String processor, String key, String messageId, Supplier<String> body, Work work) {
        if (holdsUp(processor, key)) {
            keep(new Letter(processor, key, messageId, body.get()), "an earlier message of the same key waits", 0);
            return;
        }
        try {
            work.run();
        } catch (Exception failure) {
            Letter letter = new Letter(processor, key, messageId, body.get());
            note(letter, failure);
            keep(letter, describe(failure), 1);
        }
    }

    /** Tries what is due; called often. After a failure a processor's other letters wait for the next time: what it needs may be down. */
    public int retryDue() {
        return retry("next_attempt_at <= ?", false);
    }

    /** Tries everything that waits, also what is not due. */
    public int replay() {
        return retry("?::timestamptz IS NOT NULL", true);
    }

    /**
     * What waits, oldest first.
     *
     * @param after position of the last one seen, 0 to begin
     */
    public List<Waiting> list(long after, int limit) {
        return transactions.in(connection -> {
            List<Waiting> letters = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT * FROM dead_letter WHERE position > ? ORDER BY position LIMIT ?")) {
                select.setLong(1, after);
                select.setInt(2, limit);
                ResultSet rows = select.executeQuery();
                while (rows.next()) {
                    letters.add(new Waiting(
                            rows.getLong("position"),
                            rows.getString("processor"),
                            rows.getString("key"),
                            rows.getString("message_id"),
                            rows.getString("cause"),
                            rows.getInt("attempts"),
                            rows.getTimestamp("enqueued_at").toInstant(),
                            rows.getTimestamp("next_attempt_at").toInstant()));
                }
            }
            return letters;
        });
    }

    /** Counts the letters, for the metric and so that the way without any stays short. */
    public void count() {
        waiting.set(transactions.in(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM dead_letter");
                    ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }));
    }

    private int retry(String which, boolean alsoAfterFailure) {
        if (waiting.get() == 0) {
            return 0;
        }
        // only the first letter of each processor and key: the others wait for it; each processor has its turn
        String sql =
                "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY processor ORDER BY next_attempt_at, position)"
                        + " AS turn FROM dead_letter d WHERE position = (SELECT min(position) FROM dead_letter f"
                        + " WHERE f.processor = d.processor AND f.key = d.key) AND " + which + ") due WHERE turn <= "
                        + AT_ONCE
                        + " ORDER BY turn, processor";
        List<Letter> due = transactions.in(connection -> {
            List<Letter> letters = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setTimestamp(1, Timestamp.from(machine.instant()));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        letters.add(new Letter(
                                rows.getString("processor"),
                                rows.getString("key"),
                                rows.getString("message_id"),
                                rows.getString("body")));
                    }
                }
            }
            return letters;
        });
        int handled = 0;
        Set<String> failed = new HashSet<>();
        for (Letter letter : due) {
            Processor processor = processors.get(letter.processor());
            if (processor != null && (alsoAfterFailure || !failed.contains(letter.processor()))) {
                switch (again(processor, letter)) {
                    case HANDLED -> handled++;
                    case TOO_EARLY -> {}
                    case FAILED -> failed.add(letter.processor());
                }
            }
        }
        count();
        return handled;
    }

    private enum Result {
        HANDLED,
        TOO_EARLY,
        FAILED
    }

    private Result again(Processor processor, Letter letter) {
        try {
            processor.handle(letter);
        } catch (Exception failure) {
            note(letter, failure);
            transactions.run(connection -> postpone(connection, letter, describe(failure)));
            return failure instanceof NotYet ? Result.TOO_EARLY : Result.FAILED;
        }
        transactions.run(connection -> remove(connection, letter));
        return Result.HANDLED;
    }

    /** Whether an earlier message of the key waits. */
    boolean holdsUp(String processor, String key) {
        if (waiting.get() == 0) {
            return false;
        }
        return transactions.in(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT 1 FROM dead_letter WHERE processor = ? AND key = ? LIMIT 1")) {
                select.setString(1, processor);
                select.setString(2, key);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    private void keep(Letter letter, String cause, int attempts) {
        waiting.incrementAndGet();
        transactions.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO dead_letter (processor, key, message_id, body, cause, attempts, enqueued_at, next_attempt_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (processor, message_id) DO NOTHING")) {
                Instant now = machine.instant();
                insert.setString(1, letter.processor());
                insert.setString(2, letter.key());
                insert.setString(3, letter.messageId());
                insert.setString(4, letter.body());
                insert.setString(5, cause);
                insert.setInt(6, attempts);
                insert.setTimestamp(7, Timestamp.from(now));
                insert.setTimestamp(8, Timestamp.from(now.plusMillis(200)));
                insert.executeUpdate();
            }
        });
    }

    private void postpone(Connection connection, Letter letter, String cause) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE dead_letter SET cause = ?, attempts = attempts + 1, next_attempt_at = ?::timestamptz"
                        + " + make_interval(secs => CASE WHEN attempts >= " + OFTEN
                        + " THEN 600 ELSE least(60, 0.2 * power(2, attempts)) END)"
                        + " WHERE processor = ? AND message_id = ?")) {
            update.setString(1, cause);
            update.setTimestamp(2, Timestamp.from(machine.instant()));
            update.setString(3, letter.processor());
            update.setString(4, letter.messageId());
            update.executeUpdate();
        }
    }

    private static void remove(Connection connection, Letter letter) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM dead_letter WHERE processor = ? AND message_id = ?")) {
            delete.setString(1, letter.processor());
            delete.setString(2, letter.messageId());
            delete.executeUpdate();
        }
    }

    private static void note(Letter letter, Exception failure) {
        if (failure instanceof NotYet) {
            LOG.debugf(
                    "%s: message %s came too early: %s", letter.processor(), letter.messageId(), failure.getMessage());
        } else {
            LOG.warnf(failure, "%s could not handle message %s", letter.processor(), letter.messageId());
        }
    }

    /** The kind of failure, for the table; its text could hold data of people. */
    private static String describe(Exception failure) {
        return failure instanceof NotYet
                ? "NotYet: " + failure.getMessage()
                : failure.getClass().getName();
    }
}
