package be.vlaanderen.loopbaankrediet.eligibility.officers;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** D-87: which officer saw who is behind a pseudonym, and when. */
@Singleton
class IdentityLooks {

    private final Transactions transactions;

    @Inject
    IdentityLooks(Transactions transactions) {
        this.transactions = transactions;
    }

    void note(String officer, UUID citizen, Instant at) {
        transactions.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO identity_look (officer, citizen, looked_at) VALUES (?, ?, ?)")) {
                insert.setString(1, officer);
                insert.setObject(2, citizen);
                insert.setTimestamp(3, Timestamp.from(at));
                insert.executeUpdate();
            }
        });
    }
}
