package be.vlaanderen.loopbaankrediet.platform.eventstore;

import be.vlaanderen.loopbaankrediet.platform.eventstore.RowStatement.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What views make of very many events: a row that changes five times is written once, and rows of the same change together
 * ({@link ForMany}). What cannot be worked out in memory is sent as it is, between what comes before it and after it of the same key
 * ({@link InlineView#inOrder}).
 */
final class FoldedWrites {

    sealed interface Write permits Same, NewRows {}

    /**
     * A statement for values of which each concerns rows of its own.
     *
     * @param columns the same values, ready for {@link ForMany}
     */
    record Same(String sql, List<List<@Nullable Object>> values, List<String> columns) implements Write {
        Same(String sql, List<List<@Nullable Object>> values) {
            this(sql, values, ForMany.columns(values));
        }
    }

    /** Of rows, those of the same kind together. */
    record Changes(
            Map<Folded.Kind, List<List<@Nullable Object>>> changes,
            Map<Folded.Kind, List<List<@Nullable Object>>> inserts) {
        Changes() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        private void add(Folded.Kind kind, List<@Nullable Object> values) {
            (kind instanceof Folded.Insert ? inserts : changes)
                    .computeIfAbsent(kind, _ -> new ArrayList<>())
                    .add(values);
        }

        /** What a row gave up another may have. */
        List<Same> inOrder(Copies tables) {
            return Stream.concat(changes.entrySet().stream(), inserts.entrySet().stream())
                    .map(each ->
                            new Same(each.getKey().sql(tables.key(each.getKey().table())), each.getValue()))
                    .toList();
        }
    }

    private record Row(String table, List<String> key) {}

    private record RowChange(List<@Nullable Object> key, Folded change) {}

    private record Keyed(InlineView view, @Nullable String key) {}

    /** In the even ones rows change, in the odd ones stand statements as they are. Of one key no two of these stand in the same. */
    private record Turn(Map<Row, RowChange> rows, Map<String, List<List<@Nullable Object>>> statements) {}

    private final Copies tables;
    private final Map<String, Optional<RowStatement>> known = new HashMap<>();
    private final List<Turn> turns = new ArrayList<>();
    private final Map<Keyed, Integer> lasts = new HashMap<>();
    private int from;
    private int size;

    FoldedWrites(Copies tables) {
        this.tables = tables;
    }

    /** Rows and statements that wait. */
    int size() {
        return size;
    }

    /** Of one event. */
    void add(InlineView view, @Nullable String key, List<Writes.Statement> statements) {
        if (key == null) { // after everything before it, and before everything after it
            startAnew();
        }
        Keyed keyed = new Keyed(view, key);
        for (Writes.Statement each : statements) {
            add(keyed, each);
        }
        if (key == null) {
            startAnew();
        }
    }

    private void startAnew() {
        lasts.clear();
        from = turns.size() + turns.size() % 2;
    }

    private void add(Keyed key, Writes.Statement statement) {
        int last = lasts.getOrDefault(key, from);
        RowStatement row = known.computeIfAbsent(
                        statement.sql(), sql -> Optional.ofNullable(RowStatement.of(sql, tables)))
                .orElse(null);
        if (row == null) {
            int number = last % 2 == 0 ? last + 1 : last + 2;
            turn(number)
                    .statements()
                    .computeIfAbsent(statement.sql(), _ -> new ArrayList<>())
                    .add(statement.values());
            size++;
            lasts.put(key, number);
            return;
        }
        int number = last + last % 2;
        while (!fold(turn(number), row, statement.values())) {
            number += 2;
        }
        lasts.put(key, number);
    }

    private boolean fold(Turn turn, RowStatement statement, List<@Nullable Object> values) {
        return switch (statement.kind()) {
            case INSERT -> {
                boolean folded = true;
                for (RowStatement.Row row : statement.rows()) {
                    folded &= row(turn, statement.table(), row.cells(), values).insert(row, statement.sets(), values);
                }
                yield folded; // of several rows all are, because nothing is set
            }
            case UPDATE -> row(turn, statement.table(), statement.key(), values).change(statement.sets(), values);
            case DELETE -> {
                row(turn, statement.table(), statement.key(), values).delete();
                yield true;
            }
        };
    }

    private Folded row(Turn turn, String table, List<Cell> cells, List<@Nullable Object> values) {
        List<String> columns = tables.key(table);
        @Nullable Object[] key = new Object[columns.size()];
        List<String> name = new ArrayList<>(key.length);
        for (int i = 0; i < key.length; i++) {
            for (Cell cell : cells) {
                if (cell.column().equals(columns.get(i))) {
                    key[i] = cell.value(values);
                }
            }
            name.add(String.valueOf(key[i]));
        }
        return turn.rows()
                .computeIfAbsent(new Row(table, name), _ -> {
                    size++;
                    return new RowChange(Arrays.asList(key), new Folded());
                })
                .change();
    }

    private Turn turn(int number) {
        while (turns.size() <= number) {
            turns.add(new Turn(new LinkedHashMap<>(), new LinkedHashMap<>()));
        }
        return turns.get(number);
    }

    /** Gives away everything that waits, to be written one after the other. */
    List<Write> takeAll() {
        List<Write> all = new ArrayList<>();
        for (Turn turn : turns) {
            Changes there = new Changes();
            Map<String, Changes> notThere = new LinkedHashMap<>();
            turn.rows().forEach((row, change) -> {
                boolean fresh = change.change().inserts() && tables.takesNewRows(row.table());
                Changes changes = fresh ? notThere.computeIfAbsent(row.table(), _ -> new Changes()) : there;
                change.change().tell(row.table(), change.key(), changes::add);
            });
            all.addAll(there.inOrder(tables));
            notThere.forEach((table, changes) -> all.add(NewRows.of(table, changes)));
            turn.statements().forEach((sql, values) -> all.add(new Same(sql, values)));
        }
        turns.clear();
        lasts.clear();
        from = 0;
        size = 0;
        return all;
    }
}
