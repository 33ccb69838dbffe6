package be.vlaanderen.loopbaankrediet.providerregistry.vault;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people wrote about a decision: personal data, so here and not in events. Writes join the transaction of the caller. */
@Singleton
public class Words {

    /** What may be written: letters, signs and line ends, no control characters. */
    public static final String PATTERN = "[\\P{C}\\n\\r\\t]*";

    public static final int LONGEST = 4000;

    /** Which words of a decision. */
    public enum Part {
        REASON,
        ANSWER,
        DECISION,
        END
    }

    /** All words about one counsellor. */
    public record About(Map<String, String> words) {

        public @Nullable String find(UUID reference, Part part) {
            return words.get(reference + part.name());
        }
    }

    private final Transactions transactions;

    @Inject
    public Words(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Keeps words; what stands under this reference stays as it is. */
    public void keep(UUID counsellor, UUID reference, Part part, String words, Instant at) {
        transactions.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO vault_words (reference, part, counsellor, words, written_at) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING")) {
                insert.setObject(1, reference);
                insert.setString(2, part.name());
                insert.setObject(3, counsellor);
                insert.setString(4, words);
                insert.setTimestamp(5, Timestamp.from(at));
                insert.executeUpdate();
            }
        });
    }

    public Optional<String> find(UUID reference, Part part) {
        return transactions.in(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT words FROM vault_words WHERE reference = ? AND part = ?")) {
                select.setObject(1, reference);
                select.setString(2, part.name());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    public About about(UUID counsellor) {
        return transactions.in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT reference, part, words FROM vault_words WHERE counsellor = ?")) {
                select.setObject(1, counsellor);
                Map<String, String> found = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(row.getString("reference") + row.getString("part"), row.getString("words"));
                    }
                }
                return new About(found);
            }
        });
    }
}
