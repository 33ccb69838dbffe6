package be.vlaanderen.loopbaankrediet.eligibility.citizens;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What people wrote about a decision: personal data, so here and not in events. Writes join the transaction of the caller. */
@Singleton
public class Words {

    /** What may be written: letters, signs and line ends, no control characters. */
    public static final String PATTERN = "[\\P{C}\\n\\r\\t]*";

    public static final int LONGEST = 4000;

    private final Transactions transactions;

    @Inject
    public Words(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Keeps words; what stands under this reference stays as it is. */
    public void keep(UUID citizen, UUID reference, String words, Instant at) {
        transactions.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO words (reference, citizen, words, written_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
                insert.setObject(1, reference);
                insert.setObject(2, citizen);
                insert.setString(3, words);
                insert.setTimestamp(4, Timestamp.from(at));
                insert.executeUpdate();
            }
        });
    }

    /** All words about one citizen, by what they are about. */
    public Map<UUID, String> about(UUID citizen) {
        return transactions.in(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT reference, words FROM words WHERE citizen = ?")) {
                select.setObject(1, citizen);
                Map<UUID, String> found = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(row.getObject(1, UUID.class), row.getString(2));
                    }
                }
                return found;
            }
        });
    }
}
