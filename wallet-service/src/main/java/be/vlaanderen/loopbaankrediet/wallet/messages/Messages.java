package be.vlaanderen.loopbaankrediet.wallet.messages;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What citizens are told, and what became of it. */
@ApplicationScoped
public class Messages {

    enum Outcome {
        SENT,
        /** No mail is set up here: it is read in the wallet alone. */
        IN_WALLET,
        /** The citizen wants no mail, or gave no address. */
        NOT_WANTED,
        /** Paid or cancelled before it was due. */
        OBSOLETE,
        /** Could not be sent for a week. */
        FAILED
    }

    /** @param attempts to send it so far */
    public record Note(
            String message,
            Kind kind,
            UUID wallet,
            UUID booking,
            Instant dueAt,
            @Nullable Instant sentAt,
            int attempts) {}

    private static final String NOTE = "SELECT message, kind, wallet, booking, due_at,"
            + " CASE WHEN outcome = 'SENT' THEN ended_at END, attempts FROM citizen_message m ";

    private final Transactions transactions;

    @Inject
    Messages(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param message the same id is the same message */
    void note(String message, Kind kind, UUID wallet, UUID booking, Instant dueAt) {
        transactions.run(connection -> Sql.run(
                connection,
                "INSERT INTO citizen_message (message, kind, wallet, booking, due_at, retry_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (message) DO NOTHING",
                message,
                kind.name(),
                wallet,
                booking,
                dueAt,
                dueAt));
    }

    /**
     * Handles the message that is due longest, while no other instance can. What the work notes about it is kept with it.
     *
     * @return false when none is due
     */
    boolean next(Instant now, Consumer<Note> work) {
        return transactions.in(connection -> {
            List<Note> due = Sql.list(
                    connection,
                    NOTE + "WHERE outcome IS NULL AND retry_at <= ? ORDER BY retry_at LIMIT 1 FOR UPDATE SKIP LOCKED",
                    Messages::note,
                    now);
            due.forEach(work);
            return !due.isEmpty();
        });
    }

    void end(Note note, Outcome outcome, Instant at) {
        transactions.run(connection -> Sql.run(
                connection,
                "UPDATE citizen_message SET outcome = ?, ended_at = ? WHERE message = ?",
                outcome.name(),
                at,
                note.message()));
    }

    void retry(Note note, Instant at) {
        transactions.run(connection -> Sql.run(
                connection,
                "UPDATE citizen_message SET attempts = attempts + 1, retry_at = ? WHERE message = ?",
                at,
                note.message()));
    }

    /** Of one citizen, newest first, without what came to nothing. */
    List<Note> of(UUID wallet, Instant now, @Nullable String after, int limit) {
        return transactions.in(connection -> Sql.list(
                connection,
                NOTE + "WHERE wallet = ? AND due_at <= ? AND outcome IS DISTINCT FROM 'OBSOLETE'"
                        + " AND (?::text IS NULL OR (m.due_at, m.message) < (SELECT a.due_at, a.message FROM citizen_message a WHERE a.message = ?))"
                        + " ORDER BY due_at DESC, message DESC LIMIT ?",
                Messages::note,
                wallet,
                now,
                after,
                after,
                limit));
    }

    private static Note note(ResultSet row) throws SQLException {
        var sentAt = row.getTimestamp(6);
        return new Note(
                row.getString(1),
                Kind.valueOf(row.getString(2)),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getTimestamp(5).toInstant(),
                sentAt == null ? null : sentAt.toInstant(),
                row.getInt(7));
    }
}
