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
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.OwedShareDropped;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.OwedShareFound;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.QueueLeft;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.SettlementCarriedOut;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.SettlementReversed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.ShareGrown;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.ShareOwed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.YearClosed;
import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row a year; what each day changed; and each commitment, for what is still to be paid. */
@Singleton
class BudgetView implements InlineView {

    private static final String SUMS = " total_cents = %1$s.total_cents + excluded.total_cents,"
            + " committed_cents = %1$s.committed_cents + excluded.committed_cents,"
            + " settled_cents = %1$s.settled_cents + excluded.settled_cents, queue = %1$s.queue + excluded.queue,"
            + " owed_cents = %1$s.owed_cents + excluded.owed_cents";
    private static final String OF_YEAR =
            "INSERT INTO budget AS b (year, total_cents, committed_cents, settled_cents, queue, owed_cents, closed) VALUES (?, ?, ?, ?, ?, ?, false)"
                    + " ON CONFLICT (year) DO UPDATE SET" + SUMS.formatted("b");
    private static final String OF_DAY =
            "INSERT INTO budget_day AS d (year, day, total_cents, committed_cents, settled_cents, queue, owed_cents) VALUES (?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (year, day) DO UPDATE SET" + SUMS.formatted("d");

    @Override
    public List<String> tables() {
        return List.of("budget", "budget_day", "commitment", "settlement", "settled_in");
    }

    /** Rows are those of bookings; a year that ends or begins has many. */
    @Override
    public @Nullable String inOrder(StoredEvent stored) {
        UUID booking = switch (stored.payload()) {
            case BudgetCommitted e -> e.booking();
            case BudgetSettled e -> e.booking();
            case CommitmentRaised e -> e.booking();
            case SettlementReversed e -> e.booking();
            case SettlementCarriedOut e -> e.booking();
            case ShareGrown e -> e.booking();
            case OwedShareFound e -> e.booking();
            case BudgetReleased e -> e.booking();
            default -> null;
        };
        return booking == null ? null : booking.toString();
    }

    @Override
    public void on(Writes writes, StoredEvent stored) {
        if (stored.payload() instanceof BudgetEvent event) {
            switch (event) {
                case BudgetOpened opened -> add(writes, event, opened.totalCents(), 0, 0, 0);
                case BudgetCommitted committed -> {
                    add(writes, event, 0, committed.amountCents(), 0, committed.queued() ? -1 : 0);
                    writes.add(
                            "INSERT INTO commitment VALUES (?, ?, ?, ?) ON CONFLICT (booking) DO UPDATE SET year = excluded.year,"
                                    + " committed_on = excluded.committed_on, left_cents = excluded.left_cents",
                            committed.booking(),
                            committed.year(),
                            Days.of(committed.at()),
                            committed.amountCents());
                }
                case BookingQueued _ -> add(writes, event, 0, 0, 0, 1);
                case QueueLeft _ -> add(writes, event, 0, 0, 0, -1);
                case BudgetSettled settled -> {
                    add(writes, event, 0, -settled.amountCents(), settled.amountCents(), 0);
                    commitment(writes, settled.booking(), -settled.amountCents());
                    settledIn(writes, event, settled.booking(), settled.amountCents());
                    writes.add(
                            "INSERT INTO settlement (claim, booking, settled_on) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                            settled.claim(),
                            settled.booking(),
                            Days.of(settled.at()));
                }
                case CommitmentRaised raised -> {
                    add(writes, event, 0, raised.amountCents(), 0, 0);
                    commitment(writes, raised.booking(), raised.amountCents());
                }
                case SettlementReversed reversed -> {
                    long settledHere = reversed.amountCents() - reversed.carriedInCents();
                    add(writes, event, reversed.carriedInCents(), reversed.amountCents(), -settledHere, 0);
                    commitment(writes, reversed.booking(), reversed.amountCents());
                    settledIn(writes, event, reversed.booking(), -settledHere);
                    writes.add("DELETE FROM settlement WHERE claim = ?", reversed.claim());
                }
                case SettlementCarriedOut out -> {
                    add(writes, event, -out.amountCents(), 0, -out.amountCents(), 0);
                    settledIn(writes, event, out.booking(), -out.amountCents());
                }
                case ShareGrown grown -> {
                    add(writes, event, 0, 0, grown.amountCents(), 0);
                    settledIn(writes, event, grown.booking(), grown.amountCents());
                }
                case ShareOwed more -> owed(writes, event, more.amountCents());
                case OwedShareFound found
                when found.claim() == null -> {
                    owed(writes, event, -found.amountCents());
                    add(writes, event, 0, 0, found.amountCents(), 0);
                    settledIn(writes, event, found.booking(), found.amountCents());
                }
                case OwedShareFound found -> {
                    owed(writes, event, -found.amountCents());
                    add(writes, event, 0, found.amountCents(), 0, 0);
                    commitment(writes, found.booking(), found.amountCents());
                }
                case OwedShareDropped dropped -> owed(writes, event, -dropped.amountCents());
                case BudgetReleased released -> {
                    add(writes, event, 0, -released.amountCents(), 0, 0);
                    commitment(writes, released.booking(), -released.amountCents());
                }
                case CommitmentsCarriedOut out -> {
                    long cents = sum(out.commitments());
                    add(writes, event, -cents, -cents, 0, 0);
                }
                case CommitmentsCarriedIn in -> {
                    long cents = sum(in.commitments());
                    add(writes, event, cents, cents, 0, 0);
                    for (Carried each : in.commitments()) {
                        writes.add("UPDATE commitment SET year = ? WHERE booking = ?", in.year(), each.booking());
                    }
                }
                case YearClosed closed -> writes.add("UPDATE budget SET closed = true WHERE year = ?", closed.year());
            }
        }
    }

    private static long sum(List<Carried> commitments) {
        return commitments.stream().mapToLong(Carried::leftCents).sum();
    }

    private static void commitment(Writes writes, UUID booking, long cents) {
        writes.add("UPDATE commitment SET left_cents = left_cents + ? WHERE booking = ?", cents, booking);
    }

    private static void settledIn(Writes writes, BudgetEvent event, UUID booking, long cents) {
        writes.add(
                "INSERT INTO settled_in AS s VALUES (?, ?, ?) ON CONFLICT (booking, year) DO UPDATE SET cents = s.cents + excluded.cents",
                booking,
                event.year(),
                cents);
    }

    private static void add(Writes writes, BudgetEvent event, long total, long committed, long settled, int queue) {
        count(writes, event, total, committed, settled, queue, 0);
    }

    private static void owed(Writes writes, BudgetEvent event, long owed) {
        count(writes, event, 0, 0, 0, 0, owed);
    }

    private static void count(
            Writes writes, BudgetEvent event, long total, long committed, long settled, int queue, long owed) {
        writes.count(OF_YEAR, List.of(event.year()), total, committed, settled, queue, owed);
        writes.count(OF_DAY, List.of(event.year(), Days.of(event.at())), total, committed, settled, queue, owed);
    }
}
