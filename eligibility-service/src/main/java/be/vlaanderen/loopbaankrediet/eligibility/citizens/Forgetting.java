package be.vlaanderen.loopbaankrediet.eligibility.citizens;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Kept;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Deletes what was kept long enough, and all that leads from a pseudonym back to a person. */
@Singleton
public class Forgetting {

    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public Forgetting(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The vault row and all that hangs on it, with the used cheques and the employers that nobody else has. Joins the transaction of the
     * caller; a repeat changes nothing.
     */
    public void forget(UUID citizen) {
        transactions.run(connection -> {
            delete(
                    connection,
                    "DELETE FROM used_cheque WHERE ssin = (SELECT ssin FROM citizen_vault WHERE citizen = ?)",
                    citizen);
            delete(
                    connection,
                    "DELETE FROM employer_vault WHERE employer IN (SELECT employer FROM employee AS own WHERE citizen = ?"
                            + " AND NOT EXISTS (SELECT 1 FROM employee AS other"
                            + " WHERE other.employer = own.employer AND other.citizen <> own.citizen))",
                    citizen);
            delete(connection, "DELETE FROM citizen_vault WHERE citizen = ?", citizen);
        });
    }

    /** CN 2.5.3: files and words go after five years, also of who holds the right (D-83). */
    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void deleteWhatIsOld() {
        Instant before = Days.begin(Kept.filesSince(Days.of(clock.instant())));
        transactions.run(connection -> {
            delete(connection, "evidence", "evidence", "received_at", before);
            delete(connection, "words", "reference", "written_at", before);
        });
    }

    private static void delete(Connection connection, String table, String key, String time, Instant before)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + table + " WHERE " + key
                + " IN (SELECT " + key + " FROM " + table + " WHERE " + time + " < ? LIMIT ?)")) {
            delete.setTimestamp(1, Timestamp.from(before));
            delete.setInt(2, AT_ONCE);
            delete.executeUpdate();
        }
    }

    private static void delete(Connection connection, String sql, UUID citizen) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setObject(1, citizen);
            delete.executeUpdate();
        }
    }
}
