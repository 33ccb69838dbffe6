package be.vlaanderen.loopbaankrediet.payout.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.DecideClaim;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.ReleaseClaim;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.BookingRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReceived;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReleased;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimedSession;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.CoPaymentRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutApproved;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutRefused;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PriceLoweringRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.RestorationRecorded;
import be.vlaanderen.loopbaankrediet.payout.budget.Budget;
import be.vlaanderen.loopbaankrediet.payout.budget.Budget.Owed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CarryIn;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CloseYear;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CommitBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.DropOwed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.GrowShare;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.OweClaim;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.RaiseCommitment;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.ReleaseBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.SettleBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetSettled;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.Carried;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.CommitmentsCarriedOut;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.OwedShareFound;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.SettlementCarriedOut;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.SettlementReversed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.ShareGrown;
import be.vlaanderen.loopbaankrediet.payout.budget.TakeBack;
import be.vlaanderen.loopbaankrediet.payout.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.CounsellorRecorded;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Random histories of one block over years: claims that come and are taken back, prices that go down, years that turn. */
class BudgetMeetsLedgerPropertyTest {

    private static final int FIRST = 2027;
    private static final long TOTAL = 17_000;
    private static final Instant AT = Instant.parse("2027-03-01T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final UUID BOOKING = new UUID(2, 1);
    private static final UUID COUNSELLOR = new UUID(1, 0);

    private final Map<Integer, Budget> budgets = new HashMap<>();
    private final Map<Integer, Long> settledIn = new HashMap<>();
    private int year = FIRST;
    private int sessions;
    private long shareInLedger;
    private long heldInLedger;
    private int neverPaid;
    private BookingAccount account = BookingAccount.EMPTY;

    record Step(int kind, int claim, int halfHours) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.of(1, 1, 1, 2, 2, 3, 4, 5),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 4))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    @Property(tries = 500)
    void what_the_budgets_of_all_years_settled_is_governments_share_in_the_ledger(@ForAll("histories") List<Step> all) {
        budgets.clear();
        settledIn.clear();
        year = FIRST;
        shareInLedger = 0;
        heldInLedger = 0;
        neverPaid = 0;
        account = BookingAccount.EMPTY;
        happen(account.record(new BookingRecorded(BOOKING, BOOKING, COUNSELLOR, 4, 5_000, FIRST, AT, AT)));
        handle(new CommitBudget(FIRST, TOTAL, null, BOOKING, 16_780, AT));
        happen(account.record(new CoPaymentRecorded(BOOKING, 5_000, AT, AT)));
        boolean backAfterYear = false;
        boolean wasOwed = false;
        for (Step step : all) {
            long before = account.usedCents();
            switch (step.kind()) {
                case 1 -> claim(step, DAY);
                case 5 -> claim(step, DAY.minusYears(2));
                case 2 -> release(new UUID(3, step.claim()));
                case 3 -> lower();
                default -> turn();
            }
            backAfterYear |= year > FIRST && account.usedCents() < before;
            budgets.forEach((number, budget) -> {
                assertTrue(budget.settledCents() >= 0, "settled less than nothing in " + number);
                assertTrue(budget.leftCents() >= 0, "more than the budget of " + number);
            });
            assertEquals(
                    shareInLedger,
                    budgets.values().stream()
                            .mapToLong(budget -> budget.settledCents() + budget.owedCents(BOOKING))
                            .sum(),
                    "what is settled, and what is owed until there is money");
            assertEquals(
                    (year - FIRST + 1) * TOTAL,
                    budgets.values().stream().mapToLong(Budget::totalCents).sum(),
                    "money comes from nowhere and goes nowhere");
            assertTrue(account.usedCents() <= account.receivedCents(), "more co-payment used than received");
            assertEquals(account.receivedCents() - account.usedCents(), heldInLedger, "co-payment that is held");
            wasOwed |= budget().owedCents() > 0;
            if (account.isFullyClaimed()) {
                assertEquals(0, budget().committedCents(), "budget is kept for time that is over");
            }
        }
        Statistics.label("taken back after its year")
                .collect(backAfterYear)
                .coverage(covered -> covered.check(true).percentage(share -> share > 10));
        Statistics.label("owed before there was money")
                .collect(wasOwed)
                .coverage(covered -> covered.check(true).percentage(share -> share > 10));
        int unpaid = neverPaid;
        Statistics.label("never paid")
                .collect(unpaid > 0)
                .coverage(covered -> covered.check(true).percentage(share -> share > 10));
    }

    /** @param day of delivery; the counsellor is not registered on some */
    private void claim(Step step, LocalDate day) {
        UUID claim = new UUID(3, step.claim());
        happen(account.record(new ClaimReceived(
                claim,
                BOOKING,
                COUNSELLOR,
                List.of(new ClaimedSession(new UUID(4, sessions++), day, step.halfHours())),
                AT,
                AT)));
        DecideClaim decide = new DecideClaim(claim, counsellor(), budget().availableCents(BOOKING), true, AT);
        if (account.owedCents(decide) > 0) {
            handle(new OweClaim(year, BOOKING, claim, account.owedCents(decide), AT));
        }
        for (BookingEvent event : happen(account.decide(decide))) {
            if (event instanceof PayoutApproved approved) {
                handle(new SettleBudget(
                        year, null, BOOKING, claim, approved.governmentShareCents(), account.isFullyClaimed(), AT));
            }
            if (event instanceof PayoutRefused refused && refused.neverPaidHalfHours() > 0) {
                neverPaid += refused.neverPaidHalfHours();
                if (account.isFullyClaimed()) {
                    handle(new ReleaseBudget(year, null, BOOKING, AT));
                }
                long due = account.coPaymentCents() * (4 - neverPaid) / 4; // as the wallet reckons
                happen(account.record(new RestorationRecorded(
                        BOOKING, claim, refused.neverPaidHalfHours(), account.receivedCents() - due, 0, true, AT)));
            }
        }
    }

    private void release(UUID claim) {
        for (BookingEvent event : happen(account.decide(new ReleaseClaim(claim, BOOKING, COUNSELLOR, false, AT)))) {
            if (event instanceof ClaimReleased released && released.payout() != null) {
                new TakeBack(BOOKING, claim, released.governmentShareCents(), AT)
                        .commands(
                                FIRST,
                                year,
                                number -> settledIn.getOrDefault(number, 0L)
                                        + budgets.get(number).owedCents(BOOKING))
                        .forEach(this::handle);
            } else {
                handle(new DropOwed(year, claim, AT));
            }
        }
    }

    private void lower() {
        long price = account.coPaymentCents() - 1_000;
        if (price < 3_000) {
            return;
        }
        long above = account.usedAbove(price);
        long refund = account.receivedCents() - price * (4 - neverPaid) / 4;
        happen(account.record(new PriceLoweringRecorded(BOOKING, price, refund, 0, above, AT)));
        handle(new GrowShare(year, BOOKING, above, AT));
        handle(new RaiseCommitment(year, BOOKING, 21_780 - price, AT));
    }

    private void turn() {
        if (year == FIRST + 4) {
            return;
        }
        List<Owed> owed = List.copyOf(budget().owed());
        List<Carried> carried = new ArrayList<>();
        for (BudgetEvent event : handle(new CloseYear(year, AT))) {
            if (event instanceof CommitmentsCarriedOut out) {
                carried.addAll(out.commitments());
            }
        }
        year++;
        handle(new CarryIn(year, TOTAL, null, carried, owed, List.of(), AT));
    }

    private List<BookingEvent> happen(Decision<BookingEvent> decision) {
        if (!(decision instanceof Decision.Events<BookingEvent>(var events))) {
            return List.of();
        }
        for (BookingEvent event : events) {
            account = account.evolve(event);
            for (Ledger.Line line : Ledger.entry(event)) {
                if (line.account() == Ledger.Account.GOVERNMENT_SHARE) {
                    shareInLedger += line.debitCents() - line.creditCents();
                }
                if (line.account() == Ledger.Account.CO_PAYMENTS
                        || line.account() == Ledger.Account.CO_PAYMENTS_REFUNDED) {
                    heldInLedger += line.creditCents() - line.debitCents();
                }
            }
        }
        return events;
    }

    private List<BudgetEvent> handle(BudgetCommand command) {
        Budget budget = budgets.getOrDefault(command.year(), Budget.EMPTY);
        if (!(budget.decide(command) instanceof Decision.Events<BudgetEvent>(var events))) {
            return List.of();
        }
        for (BudgetEvent event : events) {
            budget = budget.evolve(event);
            long settled = switch (event) {
                case BudgetSettled more -> more.amountCents();
                case ShareGrown more -> more.amountCents();
                case OwedShareFound more when more.claim() == null -> more.amountCents();
                case SettlementCarriedOut less -> -less.amountCents();
                case SettlementReversed less -> less.carriedInCents() - less.amountCents();
                default -> 0;
            };
            settledIn.merge(command.year(), settled, Long::sum);
        }
        budgets.put(command.year(), budget);
        return events;
    }

    private Budget budget() {
        return budgets.getOrDefault(year, Budget.EMPTY);
    }

    private static Counsellor counsellor() {
        return Counsellor.EMPTY.evolve(new CounsellorRecorded(COUNSELLOR, LocalDate.of(2026, 1, 1), true, AT));
    }
}
