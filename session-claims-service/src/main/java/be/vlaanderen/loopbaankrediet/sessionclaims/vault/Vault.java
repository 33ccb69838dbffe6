package be.vlaanderen.loopbaankrediet.sessionclaims.vault;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote in their own words, apart from the events: it can be deleted, and survives a rebuild. Written in the transaction of the
 * event that it goes with.
 */
@Singleton
public class Vault {

    /** So long a text may be. */
    public static final int LONGEST = 4000;

    /** A text that PostgreSQL can hold. */
    public static final String FORM = "[^\\u0000]*";

    public static final String FORM_WRONG = "Deze tekst heeft tekens die niet kunnen.";
    public static final String TOO_LONG = "Dit is te lang: schrijf hoogstens 4000 tekens.";

    private final Transactions transactions;

    @Inject
    Vault(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * The last text stays; without one what stood there is gone.
     *
     * @param about the complaint, review or booking
     * @param part which text of it: {@code reason}, {@code answer}
     */
    public void write(UUID about, String part, @Nullable String written, Instant at) {
        transactions.run(connection -> {
            if (written == null || written.isBlank()) {
                Sql.run(connection, "DELETE FROM written_vault WHERE about = ? AND part = ?", about, part);
            } else {
                Sql.run(
                        connection,
                        "INSERT INTO written_vault (about, part, content, written_at) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (about, part) DO UPDATE SET content = excluded.content,"
                                + " written_at = excluded.written_at",
                        about,
                        part,
                        written.strip(),
                        at);
            }
        });
    }

    /** Every text about one thing, by part. */
    public Map<String, String> read(UUID about) {
        Map<String, String> texts = new TreeMap<>();
        transactions.run(connection -> Sql.list(
                        connection,
                        "SELECT part, content FROM written_vault WHERE about = ?",
                        row -> Map.entry(row.getString("part"), row.getString("content")),
                        about)
                .forEach(each -> texts.put(each.getKey(), each.getValue())));
        return texts;
    }
}
