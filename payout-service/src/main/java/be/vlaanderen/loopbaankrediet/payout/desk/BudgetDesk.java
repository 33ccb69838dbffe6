package be.vlaanderen.loopbaankrediet.payout.desk;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.BookingRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReleased;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutApproved;
import be.vlaanderen.loopbaankrediet.payout.booking.Tariff;
import be.vlaanderen.loopbaankrediet.payout.budget.Budget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CommitBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.OpenBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.RaiseCommitment;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.ReleaseBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.ReverseSettlement;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.SettleBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;

/** Finds the budget of the right year. What it is called with inside a transaction is part of that transaction. */
@ApplicationScoped
public class BudgetDesk {

    private static final String SETTING = "payout.budget-cents";

    private final AggregateStore<Budget, BudgetEvent> budgets;
    private final Config config;
    private final Clock clock;

    @Inject
    BudgetDesk(AggregateStore<Budget, BudgetEvent> budgets, Config config, Clock clock) {
        this.budgets = budgets;
        this.config = config;
        this.clock = clock;
    }

    /** The most that government can owe for the booking is set aside, or the booking is queued. */
    public void commit(BookingRecorded booking) {
        long share = Tariff.mostGovernmentShareCents(
                Days.of(booking.reservedAt()), booking.halfHours(), booking.coPaymentCents());
        handle(new CommitBudget(booking.year(), totalCents(booking.year()), booking.booking(), share, clock.instant()));
    }

    public void release(int year, UUID booking) {
        handle(new ReleaseBudget(year, booking, clock.instant()));
    }

    /** @throws IllegalStateException when nothing was committed: money that is not there is never promised */
    void settle(int year, PayoutApproved payout, boolean last) {
        Outcome<Budget, BudgetEvent> outcome = handle(new SettleBudget(
                year, payout.booking(), payout.claim(), payout.governmentShareCents(), last, clock.instant()));
        if (outcome instanceof Outcome.Accepted<Budget, BudgetEvent> accepted
                && accepted.events().isEmpty()) {
            throw new IllegalStateException("no budget is committed for booking " + payout.booking());
        }
    }

    long availableCents(int year, UUID booking) {
        return budgets.state(Budget.stream(year)).availableCents(booking);
    }

    /** D-4, D-64: government pays what the citizen pays less. */
    public void raise(BookingRecorded booking, long coPaymentCents) {
        handle(new RaiseCommitment(
                booking.year(),
                booking.booking(),
                Tariff.mostGovernmentShareCents(Days.of(booking.reservedAt()), booking.halfHours(), coPaymentCents),
                clock.instant()));
    }

    void reverse(int year, ClaimReleased released) {
        handle(new ReverseSettlement(
                year, released.booking(), released.claim(), released.governmentShareCents(), clock.instant()));
    }

    /** So that officers see the year's budget before its first booking. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void openThisYear() {
        int year = Days.of(clock.instant()).getYear();
        handle(new OpenBudget(year, totalCents(year), clock.instant()));
    }

    private Outcome<Budget, BudgetEvent> handle(BudgetCommand command) {
        return budgets.handle(Budget.stream(command.year()), budget -> budget.decide(command));
    }

    private long totalCents(int year) {
        return config.getOptionalValue(SETTING + "." + year, Long.class)
                .orElseGet(() -> config.getValue(SETTING, Long.class));
    }
}
