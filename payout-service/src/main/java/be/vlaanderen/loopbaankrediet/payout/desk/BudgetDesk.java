package be.vlaanderen.loopbaankrediet.payout.desk;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.BookingRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReleased;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutApproved;
import be.vlaanderen.loopbaankrediet.payout.booking.Tariff;
import be.vlaanderen.loopbaankrediet.payout.budget.Budget;
import be.vlaanderen.loopbaankrediet.payout.budget.Budget.Owed;
import be.vlaanderen.loopbaankrediet.payout.budget.Budget.Waiting;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CarryIn;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CloseYear;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CommitBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.DropOwed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.GrowShare;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.OpenBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.OweClaim;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.RaiseCommitment;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.ReleaseBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.SettleBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.Carried;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.CommitmentsCarriedOut;
import be.vlaanderen.loopbaankrediet.payout.budget.TakeBack;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;

/** Finds the budget of the right year. What it is called with inside a transaction is part of that transaction. */
@ApplicationScoped
public class BudgetDesk {

    private static final String SETTING = "payout.budget-cents";

    private final Transactions transactions;
    private final AggregateStore<Budget, BudgetEvent> budgets;
    private final Quotas quotas;
    private final Config config;
    private final Clock clock;

    /** No year before it was open when it was last looked; that is done again at each turn. */
    private volatile int allClosedBefore;

    @Inject
    BudgetDesk(
            Transactions transactions,
            AggregateStore<Budget, BudgetEvent> budgets,
            Quotas quotas,
            Config config,
            Clock clock) {
        this.transactions = transactions;
        this.quotas = quotas;
        this.budgets = budgets;
        this.config = config;
        this.clock = clock;
    }

    /** The most that government can owe for the booking is set aside, or the booking is queued. */
    public void commit(BookingRecorded booking) {
        Instant at = clock.instant();
        if (allClosedBefore < Days.of(at).getYear()) {
            closeYearsBefore(Days.of(at).getYear()); // who waited longer comes first
        }
        int year = openYear(booking.year());
        long share = Tariff.mostGovernmentShareCents(
                Days.of(booking.reservedAt()), booking.halfHours(), booking.coPaymentCents());
        handle(new CommitBudget(year, totalCents(year), quotas.at(at), booking.booking(), share, at));
    }

    public void release(int year, UUID booking) {
        Instant at = clock.instant();
        handle(new ReleaseBudget(openYear(year), quotas.at(at), booking, at));
    }

    /** @throws IllegalStateException when nothing was committed: money that is not there is never promised */
    void settle(int year, PayoutApproved payout, boolean last) {
        Instant at = clock.instant();
        Outcome<Budget, BudgetEvent> outcome = handle(new SettleBudget(
                openYear(year),
                quotas.at(at),
                payout.booking(),
                payout.claim(),
                payout.governmentShareCents(),
                last,
                at));
        if (outcome instanceof Outcome.Accepted<Budget, BudgetEvent> accepted
                && accepted.events().isEmpty()) {
            throw new IllegalStateException("no budget is committed for booking " + payout.booking());
        }
    }

    long availableCents(int year, UUID booking) {
        return budgets.state(Budget.stream(openYear(year))).availableCents(booking);
    }

    /**
     * D-4, D-64, D-102: government pays what the citizen pays less, for what was delivered at once, or before all who wait.
     *
     * @param usedAboveCents of the co-payment, for delivered time above the new price
     */
    public void lower(BookingRecorded booking, long coPaymentCents, long usedAboveCents) {
        Instant at = clock.instant();
        int year = openYear(booking.year());
        handle(new GrowShare(year, booking.booking(), usedAboveCents, at));
        handle(new RaiseCommitment(
                year,
                booking.booking(),
                Tariff.mostGovernmentShareCents(Days.of(booking.reservedAt()), booking.halfHours(), coPaymentCents),
                at));
    }

    /** D-64: what the claim needs above what is set aside comes before who waits. */
    void owe(int year, UUID booking, UUID claim, long shareCents) {
        handle(new OweClaim(openYear(year), booking, claim, shareCents, clock.instant()));
    }

    void dropOwed(int year, UUID claim) {
        handle(new DropOwed(openYear(year), claim, clock.instant()));
    }

    void reverse(int bookedIn, ClaimReleased released) {
        TakeBack back =
                new TakeBack(released.booking(), released.claim(), released.governmentShareCents(), clock.instant());
        int open = openYear(bookedIn);
        Map<Integer, Long> settledIn = settledIn(released.booking());
        settledIn.merge(open, budgets.state(Budget.stream(open)).owedCents(released.booking()), Long::sum);
        back.commands(bookedIn, open, year -> settledIn.getOrDefault(year, 0L)).forEach(this::handle);
    }

    private Map<Integer, Long> settledIn(UUID booking) {
        Map<Integer, Long> settledIn = new HashMap<>();
        transactions.run(connection -> Sql.list(
                        connection,
                        "SELECT year, cents FROM settled_in WHERE booking = ?",
                        row -> Map.entry(row.getInt("year"), row.getLong("cents")),
                        booking)
                .forEach(each -> settledIn.put(each.getKey(), each.getValue())));
        return settledIn;
    }

    /** So that officers see the year's budget before its first booking, and who waits is let in when a month or year turns. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void turn() {
        Instant at = clock.instant();
        int year = Days.of(at).getYear();
        closeYearsBefore(year);
        handle(new OpenBudget(year, totalCents(year), quotas.at(at), at));
    }

    /** D-67: what is open at the end of a year goes to the next, with its money; who waits keeps the order. */
    private void closeYearsBefore(int year) {
        transactions.run(connection -> {
            List<Integer> open = Sql.list(
                    connection,
                    "SELECT year FROM budget WHERE year < ? AND NOT closed ORDER BY year",
                    row -> row.getInt("year"),
                    year);
            for (int ended : open) {
                close(ended, clock.instant());
            }
            if (open.isEmpty()) {
                allClosedBefore = year;
            }
        });
    }

    private void close(int ended, Instant at) {
        List<Owed> owed = new ArrayList<>();
        List<Waiting> waiting = new ArrayList<>();
        List<Carried> carried = new ArrayList<>();
        Outcome<Budget, BudgetEvent> outcome = budgets.handle(Budget.stream(ended), budget -> {
            owed.clear();
            owed.addAll(budget.owed());
            waiting.clear();
            waiting.addAll(budget.queue().values());
            return budget.decide(new CloseYear(ended, at));
        });
        if (outcome instanceof Outcome.Accepted<Budget, BudgetEvent>(var _, var events)) {
            for (BudgetEvent event : events) {
                if (event instanceof CommitmentsCarriedOut out) {
                    carried.addAll(out.commitments());
                }
            }
        }
        handle(new CarryIn(ended + 1, totalCents(ended + 1), quotas.at(at), carried, owed, waiting, at));
    }

    /** The year that has the commitments of a year: a later one, once that is closed. */
    private int openYear(int year) {
        int open = year;
        while (budgets.state(Budget.stream(open)).closed()) {
            open++;
        }
        return open;
    }

    private Outcome<Budget, BudgetEvent> handle(BudgetCommand command) {
        return budgets.handle(Budget.stream(command.year()), budget -> budget.decide(command));
    }

    private long totalCents(int year) {
        return config.getOptionalValue(SETTING + "." + year, Long.class)
                .orElseGet(() -> config.getValue(SETTING, Long.class));
    }
}
