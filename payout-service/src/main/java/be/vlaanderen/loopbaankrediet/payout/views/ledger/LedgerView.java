package be.vlaanderen.loopbaankrediet.payout.views.ledger;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.ledger.Ledger;
import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;

/** The lines of every entry. Sums are made when asked: a row with totals would let every payout wait for every other. */
@Singleton
class LedgerView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("ledger_line");
    }

    @Override
    public void on(Connection connection, StoredEvent stored) throws SQLException {
        if (stored.payload() instanceof BookingEvent event) {
            List<Ledger.Line> lines = Ledger.entry(event);
            if (lines.isEmpty()) {
                return;
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO ledger_line VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
                int number = 1;
                for (Ledger.Line line : lines) {
                    insert.setString(1, stored.id());
                    insert.setInt(2, number++);
                    insert.setString(3, line.account().name());
                    insert.setLong(4, line.debitCents());
                    insert.setLong(5, line.creditCents());
                    insert.setObject(6, event.booking());
                    insert.setTimestamp(7, Timestamp.from(event.at()));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }
}
