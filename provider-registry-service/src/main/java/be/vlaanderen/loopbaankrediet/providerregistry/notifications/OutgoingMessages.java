package be.vlaanderen.loopbaankrediet.providerregistry.notifications;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** Puts messages in a table, for whatever sends them; without addresses or other personal data. */
@Singleton
class OutgoingMessages implements Notifications {

    private final Transactions transactions;

    @Inject
    OutgoingMessages(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void tell(UUID counsellor, Kind kind, UUID about, Instant at) {
        transactions.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO outgoing_message (about, kind, counsellor, made_at) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING")) {
                insert.setObject(1, about);
                insert.setString(2, kind.name());
                insert.setObject(3, counsellor);
                insert.setTimestamp(4, Timestamp.from(at));
                insert.executeUpdate();
            }
        });
    }
}
