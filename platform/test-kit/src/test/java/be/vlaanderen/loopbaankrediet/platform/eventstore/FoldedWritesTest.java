package be.vlaanderen.loopbaankrediet.platform.eventstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import be.vlaanderen.loopbaankrediet.platform.testkit.RealServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What views want written comes to the same, whether each statement is sent as it is or all are folded to rows first. */
class FoldedWritesTest {

    private static final RealServers SERVERS = new RealServers();
    private static Transactions transactions;

    @BeforeAll
    static void start() {
        Map<String, String> settings = SERVERS.start();
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(settings.get("DB_URL"));
        dataSource.setUser(settings.get("DB_USER"));
        dataSource.setPassword(settings.get("DB_PASSWORD"));
        transactions = new Transactions(dataSource);
        transactions.run(connection -> {
            connection
                    .createStatement()
                    .execute(
                            "CREATE TABLE thing (name text PRIMARY KEY, a int, b bigint NOT NULL DEFAULT 7, words text[],"
                                    + " at timestamptz, open boolean); CREATE INDEX thing_a ON thing (a)");
            connection
                    .createStatement()
                    .execute("CREATE TABLE part (x int, of text, n int NOT NULL DEFAULT 5, PRIMARY KEY (of, x));"
                            + " CREATE INDEX part_n ON part (n);"
                            + " CREATE TABLE seen (who text PRIMARY KEY, words text[]);"
                            + " CREATE TABLE tally (who text PRIMARY KEY, n bigint);"
                            + " CREATE TABLE badge (badge text PRIMARY KEY, who text UNIQUE)");
        });
    }

    @AfterAll
    static void stop() {
        SERVERS.stop();
    }

    /** Of a thing and its parts; a null name stands for what concerns all of them. */
    private record Step(@Nullable String name, List<Writes.Statement> statements) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 60, 1000})
    void folded_statements_leave_the_rows_that_single_ones_leave(int window) {
        Random random = new Random(2027 + window);
        for (int history = 0; history < 12; history++) {
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                steps.add(step(random, history % 2 == 0 ? 12 : 200, history < 8 || i < 150 ? 15 : 16));
            }
            transactions.run(connection -> {
                run(connection, "TRUNCATE thing, part, seen, tally, badge");
                for (Step step : steps) {
                    for (Writes.Statement each : step.statements()) {
                        Sql.run(connection, each.sql(), each.values().toArray());
                    }
                }
            });
            transactions.run(connection -> {
                Copies copies = new Copies(connection, "public", List.of("thing", "part", "seen", "tally", "badge"));
                FoldedWrites folded = new FoldedWrites(copies);
                InlineView view = new Things();
                for (int from = 0; from < steps.size(); from += window) {
                    for (Step step : steps.subList(from, Math.min(from + window, steps.size()))) {
                        folded.add(view, step.name(), step.statements());
                    }
                    copies.write(folded.takeAll());
                }
                copies.finish();
                for (String table : List.of("thing", "part", "seen", "tally", "badge")) {
                    assertEquals(
                            rows(connection, "public." + table),
                            rows(connection, "pg_temp." + table),
                            table + " of " + steps);
                }
            });
        }
    }

    private static Step step(Random random, int names, int kinds) {
        String name = "n" + random.nextInt(names);
        int number = random.nextInt(5);
        return switch (random.nextInt(kinds)) {
            case 0, 1 ->
                one(
                        name,
                        "INSERT INTO thing (name, a, words) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        name,
                        number,
                        new String[] {"it's\ta \\N", "a \"b\",\n c"});
            case 2 ->
                one(
                        name,
                        "INSERT INTO thing AS t (name, a, b, open) VALUES (?, ?, ?, true) ON CONFLICT (name) DO UPDATE SET a = excluded.a, b = t.b + excluded.b",
                        name,
                        number,
                        number);
            case 3 ->
                one(
                        name,
                        "UPDATE thing SET a = ?, at = ?, open = false WHERE name = ?",
                        random.nextBoolean() ? number : null,
                        Instant.parse("2027-03-28T01:30:00.123456500Z"),
                        name);
            case 4 -> one(name, "UPDATE thing SET b = b + ?, at = NULL WHERE name = ?", number, name);
            case 5 -> one(name, "UPDATE thing SET a = a + ? WHERE name = ?", number == 0 ? null : number, name);
            case 6 -> one(name, "DELETE FROM thing WHERE name = ?", name);
            case 7 ->
                one(
                        name,
                        "UPDATE thing SET a = CASE WHEN b > ? THEN a + 1 ELSE a END WHERE name = ?",
                        number + 7,
                        name);
            case 8 ->
                one(
                        name,
                        "INSERT INTO part SELECT ?, name, b FROM thing WHERE name = ? ON CONFLICT DO NOTHING",
                        number,
                        name);
            case 9 ->
                one(
                        name,
                        "INSERT INTO part VALUES (?, ?, 1), (?, ?, 2) ON CONFLICT DO NOTHING",
                        number,
                        name,
                        number + 1,
                        name);
            case 10 -> one(name, "UPDATE part SET n = n + ? WHERE of = ? AND x = ?", number, name, number);
            case 11 -> one(name, "DELETE FROM part WHERE of = ?", name);
            case 12 ->
                new Step(
                        name,
                        List.of(
                                statement("UPDATE thing SET b = b + ? WHERE name = ?", number, name),
                                statement(
                                        "INSERT INTO part (of, x) VALUES (?, ?) ON CONFLICT (of, x) DO NOTHING",
                                        name,
                                        number),
                                statement("UPDATE part SET n = ? WHERE of = ? AND n > 3", number, name)));
            case 13 ->
                new Step(
                        name,
                        List.of(
                                statement(
                                        "INSERT INTO badge VALUES (?, ?) ON CONFLICT DO NOTHING", name + number, name),
                                statement("INSERT INTO seen VALUES (?, ?) ON CONFLICT DO NOTHING", name, new String[] {
                                    "at " + number
                                }),
                                statement(
                                        "INSERT INTO tally AS t VALUES (?, ?) ON CONFLICT (who) DO UPDATE SET n = t.n + excluded.n",
                                        name,
                                        number)));
            case 15 ->
                one(
                        name,
                        "UPDATE thing SET b = b + 1000 * (SELECT count(*) FROM seen WHERE who = ?) WHERE name = ?",
                        name,
                        name);
            default -> one(null, "UPDATE thing SET b = b + 1, words = NULL WHERE a = ?", number);
        };
    }

    private static Step one(@Nullable String name, String sql, @Nullable Object... values) {
        return new Step(name, List.of(statement(sql, values)));
    }

    private static Writes.Statement statement(String sql, @Nullable Object... values) {
        return new Writes.Statement(sql, Arrays.asList(values));
    }

    @Test
    void a_statement_is_folded_only_when_it_finds_rows_by_their_key_and_reads_nothing_else() {
        transactions.run(connection -> {
            Copies copies = new Copies(connection, "public", List.of("thing", "part", "seen", "tally", "badge"));
            assertNotNull(RowStatement.of("UPDATE part SET n = n + ? WHERE of = ? AND x = ?", copies));
            assertNotNull(RowStatement.of("DELETE FROM thing WHERE name = ?", copies));
            for (String other : List.of(
                    "UPDATE part SET n = ? WHERE of = ?",
                    "UPDATE thing SET name = ? WHERE name = ?",
                    "UPDATE thing SET a = b + ? WHERE name = ?",
                    "UPDATE thing SET a = ? WHERE name = ? AND open = true",
                    "UPDATE thing SET a = ?, b = abs(?) WHERE name = ?",
                    "DELETE FROM part WHERE of = ? AND n = ?",
                    "DELETE FROM elsewhere WHERE name = ?",
                    "INSERT INTO thing (name) VALUES (?)",
                    "INSERT INTO thing (a) VALUES (?) ON CONFLICT DO NOTHING",
                    "INSERT INTO thing (name, a) VALUES (?, abs(?)) ON CONFLICT DO NOTHING",
                    "INSERT INTO part VALUES (?, ?, ?) ON CONFLICT (n) DO NOTHING",
                    "INSERT INTO thing (name, a) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET a = ?",
                    "INSERT INTO thing AS t (name, a) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET a = excluded.a WHERE t.open")) {
                assertNull(RowStatement.of(other, copies), other);
            }
        });
    }

    @Test
    void what_is_read_from_a_statement_for_many_is_said_of_each_of_its_rows() {
        assertEquals(
                "UPDATE t SET a = ? FROM \\0 WHERE b = ? AND EXISTS (SELECT 1 FROM u WHERE c = ?)",
                visible("UPDATE t SET a = ? WHERE b = ? AND EXISTS (SELECT 1 FROM u WHERE c = ?)"));
        assertEquals(
                "DELETE FROM t USING \\0, u WHERE t.a = u.a AND b = ?",
                visible("DELETE FROM t USING u WHERE t.a = u.a AND b = ?"));
        assertEquals(
                "INSERT INTO t (a, b) SELECT ?, ')' FROM \\0 ON CONFLICT DO NOTHING",
                visible("INSERT INTO t (a, b) VALUES (?, ')') ON CONFLICT DO NOTHING"));
        assertEquals(
                "INSERT INTO t SELECT ?, b FROM \\0, u WHERE c = ?",
                visible("INSERT INTO t SELECT ?, b FROM u WHERE c = ?"));
        assertEquals("INSERT INTO t SELECT ? FROM \\0", visible("INSERT INTO t SELECT ?"));
        for (String other : List.of(
                "INSERT INTO t VALUES (?), (?)",
                "INSERT INTO t VALUES (?) ON CONFLICT (a) DO UPDATE SET a = ?",
                "WITH p AS (SELECT 1) DELETE FROM t WHERE a = ?",
                "UPDATE t SET a = ?")) {
            assertNull(ForMany.ofRows(other), other);
        }
    }

    private static @Nullable String visible(String sql) {
        String ofRows = ForMany.ofRows(sql);
        return ofRows == null ? null : ofRows.replace("\0", "\\0");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        connection.createStatement().execute(sql);
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        return Sql.list(connection, "SELECT t::text FROM " + table + " t ORDER BY 1", row -> row.getString(1));
    }

    private static final class Things implements InlineView {
        @Override
        public List<String> tables() {
            return List.of("thing", "part", "seen", "tally", "badge");
        }

        @Override
        public void on(Writes writes, StoredEvent event) {
            throw new UnsupportedOperationException("its statements are made by the test");
        }
    }
}
