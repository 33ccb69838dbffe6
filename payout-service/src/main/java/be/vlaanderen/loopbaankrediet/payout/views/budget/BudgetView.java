package be.vlaanderen.loopbaankrediet.payout.views.budget;

import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetCommitted;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetOpened;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetReleased;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetSettled;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.CommitmentRaised;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.QueueLeft;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.SettlementReversed;
import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** One row a year. */
@Singleton
class BudgetView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("budget");
    }

    @Override
    public void on(Connection connection, StoredEvent stored) throws SQLException {
        if (stored.payload() instanceof BudgetEvent event) {
            switch (event) {
                case BudgetOpened opened -> open(connection, opened);
                case BudgetCommitted committed ->
                    add(connection, event.year(), committed.amountCents(), 0, committed.queued() ? -1 : 0);
                case BookingQueued _ -> add(connection, event.year(), 0, 0, 1);
                case QueueLeft _ -> add(connection, event.year(), 0, 0, -1);
                case BudgetSettled settled ->
                    add(connection, event.year(), -settled.amountCents(), settled.amountCents(), 0);
                case CommitmentRaised raised -> add(connection, event.year(), raised.amountCents(), 0, 0);
                case SettlementReversed reversed ->
                    add(connection, event.year(), reversed.amountCents(), -reversed.amountCents(), 0);
                case BudgetReleased released -> add(connection, event.year(), -released.amountCents(), 0, 0);
            }
        }
    }

    private static void open(Connection connection, BudgetOpened opened) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO budget VALUES (?, ?, 0, 0, 0)")) {
            insert.setInt(1, opened.year());
            insert.setLong(2, opened.totalCents());
            insert.executeUpdate();
        }
    }

    private static void add(Connection connection, int year, long committed, long settled, int queue)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE budget SET committed_cents = committed_cents + ?, settled_cents = settled_cents + ?,"
                        + " queue = queue + ? WHERE year = ?")) {
            update.setLong(1, committed);
            update.setLong(2, settled);
            update.setInt(3, queue);
            update.setInt(4, year);
            update.executeUpdate();
        }
    }
}
