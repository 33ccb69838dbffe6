package be.vlaanderen.loopbaankrediet.platform.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What views want to have written. It is sent together: the few rows of a command in one round trip to the database, the many of a replay as
 * batches of the same statement. The order holds for what shares a key ({@link InlineView#inOrder}).
 */
public final class Writes {

    /** So many statements are sent as one, in exactly the order in which they were added. */
    private static final int FEW = 16;

    /** Texts of several statements in one; a driver prepares each of them once. */
    private static final Cache<List<String>, String> JOINED =
            Caffeine.newBuilder().maximumSize(2_000).build();

    record Statement(String sql, List<@Nullable Object> values) {}

    /** What one view makes of one event. */
    private record Rows(InlineView view, @Nullable String key, List<Statement> statements) {
        String sql() {
            return joined(statements);
        }
    }

    private record Counter(String sql, List<?> key) {}

    private record Keyed(InlineView view, @Nullable String key) {}

    /** @param number of the turn; the same statements again keep theirs */
    private record Turn(int number, String sql) {}

    private final List<Rows> rows = new ArrayList<>();
    private final Map<Counter, long[]> counters = new LinkedHashMap<>();

    /** What happens to stand together differs each time: the driver would have to prepare it anew as one statement. */
    private boolean ofMany;

    Writes() {}

    /** One statement with its values in order; an {@link java.time.Instant} is a timestamptz. */
    public void add(String sql, @Nullable Object... values) {
        rows.getLast().statements().add(new Statement(sql, Arrays.asList(values)));
    }

    /**
     * Adds amounts to those of the same key; the sums are written before everything else, so a row that is counted in many times is written
     * once.
     *
     * @param sql an upsert with the values of the key first, then the amounts
     */
    public void count(String sql, List<?> key, long... amounts) {
        counters.merge(new Counter(sql, key), amounts, (before, more) -> {
            long[] sum = before.clone();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += more[i];
            }
            return sum;
        });
    }

    /** What is added from here on is written by this view for an event with this key. */
    void next(InlineView view, @Nullable String key) {
        if (!rows.isEmpty() && rows.getLast().statements().isEmpty()) {
            rows.removeLast();
        }
        rows.add(new Rows(view, key, new ArrayList<>(2)));
    }

    /** What others want to have written, after what is wanted here. */
    void addAll(Writes others) {
        others.counters.forEach((counter, amounts) -> count(counter.sql(), counter.key(), amounts));
        rows.addAll(others.rows);
        ofMany = true;
    }

    /** Gives away what is wanted here, but for the sums. */
    void foldInto(FoldedWrites folded) {
        rows.forEach(each -> folded.add(each.view(), each.key(), each.statements()));
        rows.clear();
    }

    /** Gives the sums away; each concerns a row of its own. */
    List<FoldedWrites.Same> takeSums() {
        Map<String, List<List<@Nullable Object>>> sums = new LinkedHashMap<>();
        counters.forEach((counter, amounts) ->
                sums.computeIfAbsent(counter.sql(), _ -> new ArrayList<>()).add(values(counter, amounts)));
        counters.clear();
        return sums.entrySet().stream()
                .map(each -> new FoldedWrites.Same(each.getKey(), each.getValue()))
                .toList();
    }

    private static List<@Nullable Object> values(Counter counter, long[] amounts) {
        List<@Nullable Object> values = new ArrayList<>(counter.key());
        LongStream.of(amounts).forEach(values::add);
        return values;
    }

    void flush(Connection connection) throws SQLException {
        List<Statement> sums = new ArrayList<>();
        counters.forEach((counter, amounts) -> sums.add(new Statement(counter.sql(), values(counter, amounts))));
        List<Rows> all =
                rows.stream().filter(each -> !each.statements().isEmpty()).toList();
        counters.clear();
        rows.clear();
        if (!ofMany
                && sums.size()
                                + all.stream()
                                        .mapToInt(each -> each.statements().size())
                                        .sum()
                        <= FEW) {
            all.forEach(each -> sums.addAll(each.statements()));
            asOne(connection, sums);
            return;
        }
        oneKindAfterTheOther(connection, sums);
        for (Map<String, List<Rows>> turn : turns(all)) {
            for (List<Rows> same : turn.values()) {
                write(connection, same);
            }
        }
    }

    /** The first of each key, then the second of each, …; in a turn those with the same statements stand together. */
    private static List<Map<String, List<Rows>>> turns(List<Rows> all) {
        List<Map<String, List<Rows>>> turns = new ArrayList<>();
        Map<Keyed, Turn> lasts = new HashMap<>();
        int from = 0;
        for (Rows each : all) {
            String sql = each.sql();
            if (each.key() == null) { // after everything before it, and before everything after it
                lasts.clear();
                from = turns.size() + 1;
                turns.add(new LinkedHashMap<>(Map.of(sql, new ArrayList<>(List.of(each)))));
                continue;
            }
            Keyed key = new Keyed(each.view(), each.key());
            Turn last = lasts.get(key);
            int number = last == null ? from : last.sql().equals(sql) ? last.number() : last.number() + 1;
            lasts.put(key, new Turn(number, sql));
            while (turns.size() <= number) {
                turns.add(new LinkedHashMap<>());
            }
            turns.get(number).computeIfAbsent(sql, _ -> new ArrayList<>()).add(each);
        }
        return turns;
    }

    private static void write(Connection connection, List<Rows> same) throws SQLException {
        int statements = same.getFirst().statements().size();
        if (statements == 1) {
            batch(
                    connection,
                    same.stream().map(each -> each.statements().getFirst()).toList());
        } else if (statements > FEW) {
            for (Rows each : same) {
                oneKindAfterTheOther(connection, each.statements());
            }
        } else {
            int together = FEW / statements;
            int from = 0;
            for (; from + together <= same.size(); from += together) {
                asOne(connection, statements(same.subList(from, from + together)));
            }
            for (; from < same.size(); from++) {
                asOne(connection, same.get(from).statements());
            }
        }
    }

    private static List<Statement> statements(List<Rows> rows) {
        return rows.stream().flatMap(each -> each.statements().stream()).toList();
    }

    private static void oneKindAfterTheOther(Connection connection, List<Statement> statements) throws SQLException {
        int from = 0;
        for (int to = 1; to <= statements.size(); to++) {
            if (to == statements.size()
                    || !statements.get(to).sql().equals(statements.get(from).sql())) {
                batch(connection, statements.subList(from, to));
                from = to;
            }
        }
    }

    /** The same statement with each of these values, in order. */
    static void batch(Connection connection, String sql, List<List<@Nullable Object>> values) throws SQLException {
        batch(connection, values.stream().map(each -> new Statement(sql, each)).toList());
    }

    private static void batch(Connection connection, List<Statement> same) throws SQLException {
        if (same.size() == 1) {
            asOne(connection, same);
            return;
        }
        if (isUpsert(same.getFirst())) {
            for (int from = 0; from < same.size(); from += FEW) {
                asOne(connection, same.subList(from, Math.min(from + FEW, same.size())));
            }
            return;
        }
        try (PreparedStatement batch =
                connection.prepareStatement(same.getFirst().sql())) {
            for (Statement each : same) {
                Sql.set(batch, 1, each.values());
                batch.addBatch();
            }
            batch.executeBatch();
        }
    }

    /** Whoever makes one statement of many rows, as the driver does of a batch, has one that must not meet a row twice. */
    private static boolean isUpsert(Statement statement) {
        return statement.sql().contains(" DO UPDATE");
    }

    private static void asOne(Connection connection, List<Statement> statements) throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        try (PreparedStatement one = connection.prepareStatement(joined(statements))) {
            int first = 1;
            for (Statement each : statements) {
                Sql.set(one, first, each.values());
                first += each.values().size();
            }
            one.execute();
        }
    }

    private static String joined(List<Statement> statements) {
        if (statements.size() == 1) {
            return statements.getFirst().sql();
        }
        List<String> texts = statements.stream().map(Statement::sql).toList();
        return statements.size() > FEW ? String.join("; ", texts) : JOINED.get(texts, all -> String.join("; ", all));
    }
}
