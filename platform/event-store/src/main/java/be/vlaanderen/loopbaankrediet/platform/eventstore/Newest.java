package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How far streams are, asked for all who want to know at the same moment in one question to the store. Whoever is next asks for everybody
 * who waits by then; so an answer is never older than the wish for it, and many readers cost hardly more than one.
 */
final class Newest {

    private static final int MOST_AT_ONCE = 100;
    private static final String QUESTION =
            "SELECT asked.stream, (SELECT max(sequence) FROM event WHERE event.stream = asked.stream) FROM unnest(?) AS asked (stream)";

    private final Transactions transactions;
    private final Queue<Wish> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock asking = new ReentrantLock();

    Newest(Transactions transactions) {
        this.transactions = transactions;
    }

    private static final class Wish {
        final String stream;
        volatile long version;
        volatile @Nullable RuntimeException failure;
        volatile boolean answered;

        Wish(String stream) {
            this.stream = stream;
        }

        void answer(long found, @Nullable RuntimeException failed) {
            version = found;
            failure = failed;
            answered = true;
        }
    }

    /** Sequence of the last event of the stream, -1 before the first. */
    long versionOf(String stream) {
        Wish mine = new Wish(stream);
        waiting.add(mine);
        while (!mine.answered) {
            asking.lock();
            try {
                if (!mine.answered) {
                    answerWhoWaits();
                }
            } finally {
                asking.unlock();
            }
        }
        RuntimeException failure = mine.failure;
        if (failure != null) {
            throw failure;
        }
        return mine.version;
    }

    private void answerWhoWaits() {
        List<Wish> wishes = new ArrayList<>();
        for (Wish next = waiting.poll(); next != null; next = wishes.size() < MOST_AT_ONCE ? waiting.poll() : null) {
            wishes.add(next);
        }
        try {
            Map<String, Long> found = transactions.alone(connection -> ask(connection, wishes));
            wishes.forEach(wish -> wish.answer(found.getOrDefault(wish.stream, -1L), null));
        } catch (RuntimeException e) {
            wishes.forEach(wish -> wish.answer(-1, e));
        } finally {
            // whatever happened here, nobody may wait for an answer that does not come
            wishes.stream()
                    .filter(wish -> !wish.answered)
                    .forEach(wish -> wish.answer(-1, new IllegalStateException("the question to the store failed")));
        }
    }

    private static Map<String, Long> ask(Connection connection, List<Wish> wishes) throws SQLException {
        Map<String, Long> found = new HashMap<>();
        Array streams = connection.createArrayOf(
                "varchar", wishes.stream().map(wish -> wish.stream).distinct().toArray());
        try (PreparedStatement statement = connection.prepareStatement(QUESTION)) {
            statement.setArray(1, streams);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    long version = rows.getLong(2);
                    found.put(rows.getString(1), rows.wasNull() ? -1 : version);
                }
            }
        }
        return found;
    }
}
