package be.vlaanderen.loopbaankrediet.payout.desk;

import be.vlaanderen.loopbaankrediet.payout.bank.WorkList;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.DecideClaim;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.ReleaseClaim;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReceived;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReleased;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutApproved;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutRefused;
import be.vlaanderen.loopbaankrediet.payout.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Decides claims. Facts of three topics come together here and have no common order: a claim whose co-payment, budget or counsellor is not
 * known yet stays open and is looked at again, until they are or the waiting time is over. Long before that it stands in the work list.
 */
@ApplicationScoped
public class ClaimDesk {

    private static final Logger LOG = Logger.getLogger(ClaimDesk.class);
    private static final int AT_ONCE = 200;

    private record OpenClaim(UUID claim, UUID booking, UUID counsellor, Instant receivedAt) {}

    private final Transactions transactions;
    private final EventStore store;
    private final AggregateStore<BookingAccount, BookingEvent> bookings;
    private final BudgetDesk budgets;
    private final WorkList workList;
    private final Clock clock;
    private final Duration tellOfLateFacts;
    private final Duration waitForFacts;

    /** The sweep goes on behind it, so that claims that wait for days hold up no other. */
    private @Nullable OpenClaim last;

    @Inject
    ClaimDesk(
            Transactions transactions,
            EventStore store,
            AggregateStore<BookingAccount, BookingEvent> bookings,
            BudgetDesk budgets,
            WorkList workList,
            Clock clock,
            @ConfigProperty(name = "payout.tell-of-late-facts") Duration tellOfLateFacts,
            @ConfigProperty(name = "payout.wait-for-facts") Duration waitForFacts) {
        this.transactions = transactions;
        this.store = store;
        this.bookings = bookings;
        this.budgets = budgets;
        this.workList = workList;
        this.clock = clock;
        this.tellOfLateFacts = tellOfLateFacts;
        this.waitForFacts = waitForFacts;
    }

    /** Records a claim and decides it if all is known. */
    public void receive(ClaimReceived received) {
        transactions.run(connection -> {
            bookings.handle(received.booking().toString(), account -> account.record(received));
            decide(received.claim(), received.booking(), received.counsellor(), false);
        });
    }

    /** Takes a claim back, with its budget; or says why that cannot be. */
    public void release(UUID claim, UUID booking, UUID counsellor) {
        transactions.run(connection -> {
            boolean clawedBack = !Sql.list(
                            connection, "SELECT 1 FROM clawback WHERE claim = ? LIMIT 1", row -> true, claim)
                    .isEmpty();
            ReleaseClaim command = new ReleaseClaim(claim, booking, counsellor, clawedBack, clock.instant());
            if (bookings.handle(booking.toString(), account -> account.decide(command))
                    instanceof Outcome.Accepted<BookingAccount, BookingEvent>(var account, var events)) {
                for (BookingEvent event : events) {
                    if (event instanceof ClaimReleased released && account.isKnown()) {
                        tell(connection, WorkList.FACTS_LATE, claim, false);
                        tell(connection, WorkList.BUDGET_SHORT, claim, false);
                        if (released.payout() == null) {
                            budgets.dropOwed(account.known().year(), claim);
                        } else {
                            budgets.reverse(account.known().year(), released);
                        }
                    }
                }
            }
        });
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void decideOpenClaims() {
        List<OpenClaim> open = transactions.in(connection -> openClaims(connection, last));
        for (OpenClaim claim : open) {
            try {
                transactions.run(connection -> decideAnew(connection, claim));
            } catch (RuntimeException e) {
                LOG.warnf(e, "claim %s could not be decided; it is tried again", claim.claim());
            }
        }
        last = open.size() < AT_ONCE ? null : open.getLast();
    }

    private void decideAnew(Connection connection, OpenClaim open) throws SQLException {
        Duration waited = Duration.between(open.receivedAt(), clock.instant());
        boolean lastCall = waited.compareTo(waitForFacts) >= 0;
        WaitsFor waits = decide(open.claim(), open.booking(), open.counsellor(), lastCall);
        boolean late = waited.compareTo(tellOfLateFacts) >= 0;
        tell(connection, WorkList.FACTS_LATE, open.claim(), waits == WaitsFor.FACTS && late);
        tell(connection, WorkList.BUDGET_SHORT, open.claim(), waits == WaitsFor.BUDGET);
    }

    private void tell(Connection connection, String kind, UUID claim, boolean waits) throws SQLException {
        if (waits) {
            workList.note(connection, kind, 0, claim.toString());
        } else {
            workList.done(connection, kind, claim.toString());
        }
    }

    private enum WaitsFor {
        NOTHING,
        FACTS,
        BUDGET
    }

    private WaitsFor decide(UUID claim, UUID booking, UUID counsellor, boolean lastCall) {
        int year = bookings.state(booking.toString()).known().year();
        DecideClaim command = new DecideClaim(
                claim, counsellor(counsellor), budgets.availableCents(year, booking), lastCall, clock.instant());
        Outcome<BookingAccount, BookingEvent> outcome =
                bookings.handle(booking.toString(), account -> account.decide(command));
        if (outcome instanceof Outcome.Accepted<BookingAccount, BookingEvent>(var account, var events)) {
            for (BookingEvent event : events) {
                if (event instanceof PayoutApproved approved) {
                    budgets.settle(year, approved, account.isFullyClaimed());
                }
                if (event instanceof PayoutRefused refused) {
                    budgets.dropOwed(year, claim);
                    if (refused.neverPaidHalfHours() > 0 && account.isFullyClaimed()) {
                        budgets.release(
                                year, booking); // D-95; else with the rest of the block, as what went back (D-6)
                    }
                }
            }
            if (!account.isOpen(claim)) {
                return WaitsFor.NOTHING;
            }
            long owed = account.owedCents(command);
            if (owed > 0) {
                budgets.owe(year, booking, claim, owed);
                return WaitsFor.BUDGET;
            }
        }
        return WaitsFor.FACTS;
    }

    /** Replayed, not from memory: another instance may have recorded a change of regime a moment ago. */
    private Counsellor counsellor(UUID counsellor) {
        return Counsellor.AGGREGATE.replay(store.read(Counsellor.stream(counsellor), 0).stream()
                .map(event -> (CounsellorEvent) event.payload())
                .toList());
    }

    private static List<OpenClaim> openClaims(Connection connection, @Nullable OpenClaim after) throws SQLException {
        return Sql.list(
                connection,
                "SELECT claim, booking, counsellor, received_at FROM open_claim WHERE (received_at, claim) > (?, ?)"
                        + " ORDER BY received_at, claim LIMIT " + AT_ONCE,
                row -> new OpenClaim(
                        row.getObject("claim", UUID.class),
                        row.getObject("booking", UUID.class),
                        row.getObject("counsellor", UUID.class),
                        Sql.time(row, "received_at")),
                after == null ? Instant.EPOCH : after.receivedAt(),
                after == null ? new UUID(0, 0) : after.claim());
    }
}
