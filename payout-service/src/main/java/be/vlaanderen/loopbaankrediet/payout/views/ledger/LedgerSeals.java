package be.vlaanderen.loopbaankrediet.payout.views.ledger;

import be.vlaanderen.loopbaankrediet.payout.ledger.LedgerChain;
import be.vlaanderen.loopbaankrediet.payout.ledger.LedgerChain.PostedLine;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Rebuild;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Puts posted lines in the chain, one after the other, and walks it. */
@ApplicationScoped
class LedgerSeals {

    private static final int AT_ONCE = 1_000;
    private static final long CHAIN_LOCK = 7_217_301L;
    private static final String LINE =
            "l.event_id, l.line, l.account, l.debit_cents, l.credit_cents, l.booking, l.booked_at";

    private record Last(long position, String hash) {}

    /** What is not as it was posted. */
    enum Kind {
        /** The line or its hash says something else than when it was posted. */
        CHANGED,
        /** The line is gone. */
        MISSING,
        /** The line was never posted. */
        NOT_POSTED
    }

    /** @param position in the chain; absent when the line is not in it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Difference(Kind kind, @Nullable Long position, String eventId, int line) {}

    /**
     * @param lines in the chain
     * @param lastHash kept elsewhere, it proves later that the chain up to here was not made anew
     * @param firstDifference absent when intact
     */
    @Schema(name = "LedgerVerification")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verification(
            boolean intact,
            long lines,
            String lastHash,
            Instant verifiedAt,
            @Nullable Difference firstDifference) {}

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    LedgerSeals(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Lines that only a rebuild gave, this one or one that could not tell any more, wait for the chain too; none is chained twice. */
    void rebuilt(@Observes Rebuild.Report ignored) {
        transactions.run(connection -> {
            lock(connection); // a line that is being chained meanwhile would be taken for one that is not
            Sql.run(
                    connection,
                    "INSERT INTO ledger_unsealed SELECT event_id, line, booked_at FROM ledger_line l WHERE NOT EXISTS"
                            + " (SELECT 1 FROM ledger_seal s WHERE s.event_id = l.event_id AND s.line = l.line)"
                            + " ON CONFLICT DO NOTHING");
        });
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void seal() {
        while (transactions.in(LedgerSeals::sealSome) == AT_ONCE) {
            // a rebuilt or migrated ledger may have many
        }
    }

    private static int sealSome(Connection connection) throws SQLException {
        lock(connection);
        List<PostedLine> lines = Sql.list(
                connection,
                "SELECT " + LINE + " FROM ledger_unsealed u JOIN ledger_line l USING (event_id, line)"
                        + " ORDER BY u.booked_at, u.event_id, u.line LIMIT " + AT_ONCE,
                LedgerSeals::line);
        if (lines.isEmpty()) {
            return 0;
        }
        Last last = Sql.list(
                        connection,
                        "SELECT position, hash FROM ledger_seal ORDER BY position DESC LIMIT 1",
                        row -> new Last(row.getLong(1), row.getString(2)))
                .stream()
                .findFirst()
                .orElse(new Last(0, LedgerChain.START));
        try (PreparedStatement seal = connection.prepareStatement("INSERT INTO ledger_seal VALUES (?, ?, ?, ?)");
                PreparedStatement sealed =
                        connection.prepareStatement("DELETE FROM ledger_unsealed WHERE event_id = ? AND line = ?")) {
            for (PostedLine line : lines) {
                last = new Last(last.position() + 1, LedgerChain.hash(last.hash(), line));
                seal.setLong(1, last.position());
                seal.setString(2, line.eventId());
                seal.setInt(3, line.line());
                seal.setString(4, last.hash());
                seal.addBatch();
                sealed.setString(1, line.eventId());
                sealed.setInt(2, line.line());
                sealed.addBatch();
            }
            seal.executeBatch();
            sealed.executeBatch();
        }
        return lines.size();
    }

    Verification verify() {
        seal();
        return transactions.in(this::walk);
    }

    private Verification walk(Connection connection) throws SQLException {
        lock(connection);
        Last last = new Last(0, LedgerChain.START);
        Difference difference = null;
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT s.position, s.event_id AS sealed_event, s.line AS sealed_line, s.hash, " + LINE
                        + " FROM ledger_seal s LEFT JOIN ledger_line l ON l.event_id = s.event_id AND l.line = s.line"
                        + " ORDER BY s.position")) {
            select.setFetchSize(AT_ONCE);
            try (ResultSet rows = select.executeQuery()) {
                while (difference == null && rows.next()) {
                    long position = rows.getLong("position");
                    Kind kind = rows.getString("event_id") == null
                            ? Kind.MISSING
                            : position != last.position() + 1
                                            || !LedgerChain.hash(last.hash(), line(rows))
                                                    .equals(rows.getString("hash"))
                                    ? Kind.CHANGED
                                    : null;
                    if (kind == null) {
                        last = new Last(position, rows.getString("hash"));
                    } else {
                        difference = new Difference(
                                kind, position, rows.getString("sealed_event"), rows.getInt("sealed_line"));
                    }
                }
            }
        }
        if (difference == null) {
            difference = notPosted(connection);
        }
        return new Verification(difference == null, last.position(), last.hash(), clock.instant(), difference);
    }

    private static @Nullable Difference notPosted(Connection connection) throws SQLException {
        return Sql.list(
                        connection,
                        "SELECT event_id, line FROM ledger_line l"
                                + " WHERE NOT EXISTS (SELECT 1 FROM ledger_seal s WHERE s.event_id = l.event_id AND s.line = l.line)"
                                + " AND NOT EXISTS (SELECT 1 FROM ledger_unsealed u WHERE u.event_id = l.event_id AND u.line = l.line)"
                                + " ORDER BY booked_at, event_id, line LIMIT 1",
                        row -> new Difference(Kind.NOT_POSTED, null, row.getString("event_id"), row.getInt("line")))
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static void lock(Connection connection) throws SQLException {
        Sql.list(connection, "SELECT pg_advisory_xact_lock(" + CHAIN_LOCK + ")", row -> true);
    }

    private static PostedLine line(ResultSet row) throws SQLException {
        return new PostedLine(
                row.getString("event_id"),
                row.getInt("line"),
                row.getString("account"),
                row.getLong("debit_cents"),
                row.getLong("credit_cents"),
                row.getObject("booking", UUID.class),
                Sql.time(row, "booked_at"));
    }
}
