package be.vlaanderen.loopbaankrediet.payout.views.budget;

import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetCommitted;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetOpened;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetReleased;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetSettled;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.Carried;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.CommitmentRaised;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.CommitmentsCarriedIn;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.CommitmentsCarriedOut;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.QueueLeft;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.SettlementCarriedOut;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.SettlementReversed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.ShareGrown;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.YearClosed;
import be.vlaanderen.loopbaankrediet.payout.views.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** One row a year; what each day changed; and each commitment, for what is still to be paid. */
@Singleton
class BudgetView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("budget", "budget_day", "commitment", "settlement", "settled_in");
    }

    @Override
    public void on(Connection connection, StoredEvent stored) throws SQLException {
        if (stored.payload() instanceof BudgetEvent event) {
            switch (event) {
                case BudgetOpened opened -> {
                    Sql.run(connection, "INSERT INTO budget VALUES (?, 0, 0, 0, 0, false)", opened.year());
                    add(connection, event, opened.totalCents(), 0, 0, 0);
                }
                case BudgetCommitted committed -> {
                    add(connection, event, 0, committed.amountCents(), 0, committed.queued() ? -1 : 0);
                    Sql.run(
                            connection,
                            "INSERT INTO commitment VALUES (?, ?, ?, ?) ON CONFLICT (booking) DO UPDATE SET year = excluded.year,"
                                    + " committed_on = excluded.committed_on, left_cents = excluded.left_cents",
                            committed.booking(),
                            committed.year(),
                            Days.of(committed.at()),
                            committed.amountCents());
                }
                case BookingQueued _ -> add(connection, event, 0, 0, 0, 1);
                case QueueLeft _ -> add(connection, event, 0, 0, 0, -1);
                case BudgetSettled settled -> {
                    add(connection, event, 0, -settled.amountCents(), settled.amountCents(), 0);
                    commitment(connection, settled.booking(), -settled.amountCents());
                    settledIn(connection, event, settled.booking(), settled.amountCents());
                    Sql.run(
                            connection,
                            "INSERT INTO settlement SELECT ?, ?::date, ?::date - committed_on FROM commitment WHERE booking = ?"
                                    + " ON CONFLICT DO NOTHING",
                            settled.claim(),
                            Days.of(settled.at()),
                            Days.of(settled.at()),
                            settled.booking());
                }
                case CommitmentRaised raised -> {
                    add(connection, event, 0, raised.amountCents(), 0, 0);
                    commitment(connection, raised.booking(), raised.amountCents());
                }
                case SettlementReversed reversed -> {
                    long settledHere = reversed.amountCents() - reversed.carriedInCents();
                    add(connection, event, reversed.carriedInCents(), reversed.amountCents(), -settledHere, 0);
                    commitment(connection, reversed.booking(), reversed.amountCents());
                    settledIn(connection, event, reversed.booking(), -settledHere);
                    Sql.run(connection, "DELETE FROM settlement WHERE claim = ?", reversed.claim());
                }
                case SettlementCarriedOut out -> {
                    add(connection, event, -out.amountCents(), 0, -out.amountCents(), 0);
                    settledIn(connection, event, out.booking(), -out.amountCents());
                }
                case ShareGrown grown -> {
                    add(connection, event, 0, 0, grown.amountCents(), 0);
                    settledIn(connection, event, grown.booking(), grown.amountCents());
                }
                case BudgetReleased released -> {
                    add(connection, event, 0, -released.amountCents(), 0, 0);
                    commitment(connection, released.booking(), -released.amountCents());
                }
                case CommitmentsCarriedOut out -> {
                    long cents = sum(out.commitments());
                    add(connection, event, -cents, -cents, 0, 0);
                }
                case CommitmentsCarriedIn in -> {
                    long cents = sum(in.commitments());
                    add(connection, event, cents, cents, 0, 0);
                    for (Carried each : in.commitments()) {
                        Sql.run(
                                connection,
                                "UPDATE commitment SET year = ? WHERE booking = ?",
                                in.year(),
                                each.booking());
                    }
                }
                case YearClosed closed ->
                    Sql.run(connection, "UPDATE budget SET closed = true WHERE year = ?", closed.year());
            }
        }
    }

    private static long sum(List<Carried> commitments) {
        return commitments.stream().mapToLong(Carried::leftCents).sum();
    }

    private static void commitment(Connection connection, UUID booking, long cents) throws SQLException {
        Sql.run(connection, "UPDATE commitment SET left_cents = left_cents + ? WHERE booking = ?", cents, booking);
    }

    private static void settledIn(Connection connection, BudgetEvent event, UUID booking, long cents)
            throws SQLException {
        Sql.run(
                connection,
                "INSERT INTO settled_in AS s VALUES (?, ?, ?) ON CONFLICT (booking, year) DO UPDATE SET cents = s.cents + excluded.cents",
                booking,
                event.year(),
                cents);
    }

    private static void add(
            Connection connection, BudgetEvent event, long total, long committed, long settled, int queue)
            throws SQLException {
        Sql.run(
                connection,
                "UPDATE budget SET total_cents = total_cents + ?, committed_cents = committed_cents + ?,"
                        + " settled_cents = settled_cents + ?, queue = queue + ? WHERE year = ?",
                total,
                committed,
                settled,
                queue,
                event.year());
        Sql.run(
                connection,
                "INSERT INTO budget_day AS d VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (year, day) DO UPDATE SET"
                        + " total_cents = d.total_cents + excluded.total_cents,"
                        + " committed_cents = d.committed_cents + excluded.committed_cents,"
                        + " settled_cents = d.settled_cents + excluded.settled_cents, queue = d.queue + excluded.queue",
                event.year(),
                Days.of(event.at()),
                total,
                committed,
                settled,
                queue);
    }
}
