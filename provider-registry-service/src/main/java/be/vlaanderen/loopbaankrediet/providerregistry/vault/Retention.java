package be.vlaanderen.loopbaankrediet.providerregistry.vault;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Kept;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Deletes personal data of who was refused or left, when it was kept long enough (D-104). Who was refused is forgotten. Who left keeps name,
 * accounts and enterprise number as long as the books that their payments stand in must be kept; documents, words and messages go before that.
 */
@Singleton
public class Retention {

    private static final int AT_ONCE = 100;

    private static final List<String> FILES = List.of("vault_document", "vault_words", "outgoing_message");
    private static final List<String> PERSON = List.of("vault_account", "profile", "vault");

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    Retention(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** An application that waits, or one after a refusal, keeps everything. */
    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteWhatIsOld() {
        deleteWhatIsOld(Days.of(clock.instant()));
    }

    /** What is old on a day, a bounded number of each at once. */
    public void deleteWhatIsOld(LocalDate today) {
        LocalDate files = Kept.filesSince(today);
        LocalDate books = Kept.booksSince(today);
        transactions.run(connection -> {
            List<UUID> refused = find(
                    connection,
                    "SELECT a.counsellor FROM application a JOIN vault v ON v.counsellor = a.counsellor"
                            + " WHERE NOT EXISTS (SELECT 1 FROM registered_counsellor r WHERE r.counsellor = a.counsellor)"
                            + " GROUP BY a.counsellor HAVING bool_and(a.status = 'REFUSED') AND max(a.decided_at) < ?"
                            + " LIMIT ?",
                    Timestamp.from(Days.begin(files)));
            delete(connection, FILES, refused);
            delete(connection, PERSON, refused);
            delete(
                    connection,
                    FILES,
                    find(
                            connection,
                            "SELECT counsellor FROM registered_counsellor r WHERE left_from < ? AND (EXISTS (SELECT 1"
                                    + " FROM vault_document d WHERE d.counsellor = r.counsellor) OR EXISTS (SELECT 1"
                                    + " FROM vault_words w WHERE w.counsellor = r.counsellor) OR EXISTS (SELECT 1"
                                    + " FROM outgoing_message m WHERE m.counsellor = r.counsellor)) LIMIT ?",
                            files));
            delete(
                    connection,
                    PERSON,
                    find(
                            connection,
                            "SELECT r.counsellor FROM registered_counsellor r JOIN vault v ON v.counsellor = r.counsellor"
                                    + " WHERE r.left_from < ? LIMIT ?",
                            books));
        });
    }

    private static List<UUID> find(Connection connection, String sql, Object before) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, before);
            select.setInt(2, AT_ONCE);
            List<UUID> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        }
    }

    private static void delete(Connection connection, List<String> tables, List<UUID> counsellors) throws SQLException {
        for (String table : tables) {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM " + table + " WHERE counsellor = ANY (?)")) {
                delete.setArray(1, connection.createArrayOf("uuid", counsellors.toArray()));
                delete.executeUpdate();
            }
        }
    }
}
