package be.vlaanderen.loopbaankrediet.eligibility.cheques;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.Ssin;
import be.vlaanderen.loopbaankrediet.eligibility.paging.Paging;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of VDAB's files: personal data, no views, so they survive a rebuild. */
@Singleton
public class ChequeStore {

    /** More are counted and not kept. */
    private static final long ERRORS_KEPT = 10_000;

    private static final String OF_THE_FILE =
            "SELECT ssin, day, row_number() OVER (PARTITION BY ssin, day ORDER BY line) AS nth, amount_cents, iban"
                    + " FROM cheque_import_line WHERE import = ?";

    /** How an import goes; the same import from start to end. */
    record Row(
            UUID id,
            ChequeFile file,
            String officer,
            String state,
            long linesRead,
            long accepted,
            long refused,
            long added,
            long removed,
            @Nullable String failure,
            Instant startedAt,
            Instant touchedAt,
            @Nullable Instant finishedAt) {}

    record LineError(long line, LineProblem problem) {}

    private final Transactions transactions;

    @Inject
    public ChequeStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Used cheques in the files that were imported; 0 when there are none. */
    public int used(Ssin ssin) {
        return transactions.in(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT count(*) FROM used_cheque WHERE ssin = ?")) {
                select.setString(1, ssin.digits());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getInt(1) : 0;
                }
            }
        });
    }

    /** @return false when it was begun already */
    boolean begin(UUID id, ChequeFile file, String officer, Instant at) {
        return transactions.in(connection -> {
            // what an import left that died with its process
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM cheque_import_line l"
                    + " USING cheque_import i WHERE i.import = l.import AND i.touched_at < ?")) {
                delete.setTimestamp(1, Timestamp.from(at.minus(Duration.ofDays(1))));
                delete.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO cheque_import (import, file, officer, state, started_at, touched_at)"
                            + " VALUES (?, ?, ?, 'RUNNING', ?, ?) ON CONFLICT (import) DO NOTHING")) {
                insert.setObject(1, id);
                insert.setString(2, file.name());
                insert.setString(3, officer);
                insert.setTimestamp(4, Timestamp.from(at));
                insert.setTimestamp(5, Timestamp.from(at));
                return insert.executeUpdate() == 1;
            }
        });
    }

    /** Keeps some lines apart, and shows how far it is. */
    void add(UUID id, List<ChequeLine> lines, Instant at) {
        List<ChequeLine> good =
                lines.stream().filter(line -> line.problem() == null).toList();
        List<ChequeLine> bad =
                lines.stream().filter(line -> line.problem() != null).toList();
        transactions.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO cheque_import_line (import, line, ssin, day, amount_cents, iban)"
                            + " SELECT ?, * FROM unnest(?::bigint[], ?::text[], ?::date[], ?::bigint[], ?::text[])")) {
                insert.setObject(1, id);
                insert.setArray(2, array(connection, "bigint", good.stream().map(ChequeLine::line)));
                insert.setArray(3, array(connection, "text", good.stream().map(ChequeLine::ssin)));
                insert.setArray(4, array(connection, "text", good.stream().map(line -> String.valueOf(line.day()))));
                insert.setArray(5, array(connection, "bigint", good.stream().map(ChequeLine::amountCents)));
                insert.setArray(
                        6,
                        array(connection, "text", good.stream().map(line -> line.iban() == null ? "" : line.iban())));
                insert.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO cheque_import_error (import, line, problem) SELECT ?, * FROM unnest(?::bigint[], ?::text[])"
                            + " WHERE (SELECT refused FROM cheque_import WHERE import = ?) < ?")) {
                insert.setObject(1, id);
                insert.setArray(2, array(connection, "bigint", bad.stream().map(ChequeLine::line)));
                insert.setArray(3, array(connection, "text", bad.stream().map(line -> String.valueOf(line.problem()))));
                insert.setObject(4, id);
                insert.setLong(5, ERRORS_KEPT);
                insert.executeUpdate();
            }
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE cheque_import SET lines_read = lines_read + ?, accepted = accepted + ?, refused = refused + ?,"
                            + " touched_at = ? WHERE import = ?")) {
                update.setLong(1, lines.size());
                update.setLong(2, good.size());
                update.setLong(3, bad.size());
                update.setTimestamp(4, Timestamp.from(at));
                update.setObject(5, id);
                update.executeUpdate();
            }
        });
    }

    /**
     * All lines are there: takes them in. A cheque that was there stays one cheque; the same line twice in one file is two cheques. A file
     * without a refused line is the whole truth: what it no longer has is gone.
     */
    void finish(UUID id, ChequeFile file, Instant at) {
        transactions.run(connection -> {
            run(connection, "SELECT pg_advisory_xact_lock(hashtext('cheque_import'))");
            Row row = find(connection, id).orElseThrow();
            int removed = 0;
            int added;
            if (file == ChequeFile.USED_CHEQUES) {
                if (row.refused() == 0 && row.accepted() > 0) {
                    removed = change(
                            connection,
                            "DELETE FROM used_cheque u WHERE NOT EXISTS (SELECT 1 FROM (" + OF_THE_FILE
                                    + ") f WHERE f.ssin = u.ssin AND f.day = u.used_on AND f.nth = u.nth)",
                            id);
                }
                added = change(
                        connection,
                        "INSERT INTO used_cheque (ssin, used_on, nth) SELECT ssin, day, nth FROM (" + OF_THE_FILE
                                + ") f ON CONFLICT DO NOTHING",
                        id);
            } else {
                change(
                        connection,
                        "INSERT INTO citizen_vault (citizen, ssin) SELECT gen_random_uuid(), ssin FROM"
                                + " (SELECT DISTINCT ssin FROM cheque_import_line WHERE import = ?) f"
                                + " ON CONFLICT (ssin) DO NOTHING",
                        id);
                String ofTheFile = "SELECT v.citizen, l.day, l.nth, l.amount_cents, l.iban FROM (" + OF_THE_FILE
                        + ") l JOIN citizen_vault v ON v.ssin = l.ssin";
                if (row.refused() == 0 && row.accepted() > 0) {
                    removed = change(
                            connection,
                            "DELETE FROM unused_cheque u WHERE NOT EXISTS (SELECT 1 FROM (" + ofTheFile
                                    + ") f WHERE f.citizen = u.citizen AND f.day = u.bought_on AND f.nth = u.nth)",
                            id);
                }
                added = change(
                        connection,
                        "INSERT INTO unused_cheque AS u (citizen, bought_on, nth, amount_cents, iban) " + ofTheFile
                                + " ON CONFLICT (citizen, bought_on, nth) DO UPDATE SET amount_cents = excluded.amount_cents,"
                                + " iban = excluded.iban WHERE (u.amount_cents, u.iban) IS DISTINCT FROM (excluded.amount_cents, excluded.iban)",
                        id);
            }
            end(connection, id, "DONE", null, added, removed, at);
        });
    }

    void fail(UUID id, String why, Instant at) {
        transactions.run(connection -> end(connection, id, "FAILED", why, 0, 0, at));
    }

    Optional<Row> find(UUID id) {
        return transactions.in(connection -> find(connection, id));
    }

    /** Newest first, one more than the page. */
    List<Row> newest(Paging paging) {
        return transactions.in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT * FROM cheque_import ORDER BY started_at DESC, import LIMIT ? OFFSET ?")) {
                select.setInt(1, paging.limit() + 1);
                select.setLong(2, paging.after());
                return rows(select);
            }
        });
    }

    /** In the order of the file, one more than the page. */
    List<LineError> errors(UUID id, Paging paging) {
        return transactions.in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT line, problem FROM cheque_import_error WHERE import = ? AND line > ? ORDER BY line LIMIT ?")) {
                select.setObject(1, id);
                select.setLong(2, paging.after());
                select.setInt(3, paging.limit() + 1);
                List<LineError> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new LineError(row.getLong(1), LineProblem.valueOf(row.getString(2))));
                    }
                }
                return found;
            }
        });
    }

    /** CN 2.5: who gets how much back, as CSV; one line a citizen and account. */
    String refunds() {
        return transactions.in(connection -> {
            StringBuilder csv = new StringBuilder("citizen,cheques,amountCents,iban\n");
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT citizen, count(*), sum(amount_cents), iban"
                                    + " FROM unused_cheque GROUP BY citizen, iban ORDER BY citizen, iban");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    csv.append(row.getObject(1, UUID.class))
                            .append(',')
                            .append(row.getLong(2))
                            .append(',')
                            .append(row.getLong(3))
                            .append(',')
                            .append(row.getString(4))
                            .append('\n');
                }
            }
            return csv.toString();
        });
    }

    private static void end(
            Connection connection, UUID id, String state, @Nullable String why, int added, int removed, Instant at)
            throws SQLException {
        change(connection, "DELETE FROM cheque_import_line WHERE import = ?", id);
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE cheque_import SET state = ?, failure = ?, added = ?, removed = ?, finished_at = ?, touched_at = ?"
                        + " WHERE import = ?")) {
            update.setString(1, state);
            update.setString(2, why);
            update.setLong(3, added);
            update.setLong(4, removed);
            update.setTimestamp(5, Timestamp.from(at));
            update.setTimestamp(6, Timestamp.from(at));
            update.setObject(7, id);
            update.executeUpdate();
        }
    }

    private static Optional<Row> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM cheque_import WHERE import = ?")) {
            select.setObject(1, id);
            return rows(select).stream().findFirst();
        }
    }

    private static List<Row> rows(PreparedStatement select) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Timestamp finished = row.getTimestamp("finished_at");
                found.add(new Row(
                        row.getObject("import", UUID.class),
                        ChequeFile.valueOf(row.getString("file")),
                        row.getString("officer"),
                        row.getString("state"),
                        row.getLong("lines_read"),
                        row.getLong("accepted"),
                        row.getLong("refused"),
                        row.getLong("added"),
                        row.getLong("removed"),
                        row.getString("failure"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("touched_at").toInstant(),
                        finished == null ? null : finished.toInstant()));
            }
        }
        return found;
    }

    private static int change(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            return statement.executeUpdate();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static java.sql.Array array(Connection connection, String type, java.util.stream.Stream<?> values)
            throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
