package be.vlaanderen.loopbaankrediet.payout.bank;

import be.vlaanderen.loopbaankrediet.payout.bank.PaymentFile.Payment;
import be.vlaanderen.loopbaankrediet.payout.batch.Batch;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchMade;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchedPayout;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount.ToPay;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.AssignToBatch;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.SetOffPart;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutBatched;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.SetOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackSetOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.Clawbacks;
import be.vlaanderen.loopbaankrediet.payout.registry.Payee;
import be.vlaanderen.loopbaankrediet.payout.registry.Payees;
import be.vlaanderen.loopbaankrediet.payout.views.clawbacks.ClawbackRows;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Puts approved payouts in a file. Payouts, batch and the text of the file are stored in one transaction, before anything is sent: a payout
 * is in one file or in none.
 */
@ApplicationScoped
class MakeBatches {

    private static final Logger LOG = Logger.getLogger(MakeBatches.class);
    private static final int MOST_PAYMENTS = 500;

    private record Waiting(UUID claim, UUID booking, UUID counsellor) {}

    private final Transactions transactions;
    private final AggregateStore<BookingAccount, BookingEvent> bookings;
    private final AggregateStore<Batch, BatchEvent> batches;
    private final AggregateStore<Clawbacks, ClawbackEvent> clawbacks;
    private final Payees payees;
    private final Payee payer;
    private final Clock clock;
    private final LocalTime cutOff;
    private final long fourEyesAboveCents;

    @Inject
    MakeBatches(
            Transactions transactions,
            AggregateStore<BookingAccount, BookingEvent> bookings,
            AggregateStore<Batch, BatchEvent> batches,
            AggregateStore<Clawbacks, ClawbackEvent> clawbacks,
            Payees payees,
            Clock clock,
            @ConfigProperty(name = "payout.cut-off") LocalTime cutOff,
            @ConfigProperty(name = "payout.release-four-eyes-above-cents") long fourEyesAboveCents,
            @ConfigProperty(name = "payout.payer.name") String payerName,
            @ConfigProperty(name = "payout.payer.iban") String payerIban) {
        this.transactions = transactions;
        this.bookings = bookings;
        this.batches = batches;
        this.clawbacks = clawbacks;
        this.payees = payees;
        this.payer = new Payee(payerName, payerIban.replace(" ", ""));
        this.clock = clock;
        this.cutOff = cutOff;
        this.fourEyesAboveCents = fourEyesAboveCents;
    }

    @Scheduled(every = "{payout.batch-every}", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void make() {
        try {
            List<Waiting> waiting = transactions.in(connection -> waiting(connection, clock.instant()));
            if (!waiting.isEmpty()) {
                store(waiting, payeesOf(waiting));
            }
        } catch (IOException e) {
            LOG.warnf("no batch now, payees cannot be had: %s", e.getMessage());
        }
    }

    /** Who has no payee is left out, and tried again later. */
    private Map<UUID, Payee> payeesOf(List<Waiting> waiting) throws IOException {
        Map<UUID, Optional<Payee>> asked = new HashMap<>();
        for (Waiting each : waiting) {
            if (!asked.containsKey(each.counsellor())) {
                asked.put(each.counsellor(), payees.of(each.counsellor()));
            }
        }
        Map<UUID, Payee> known = new HashMap<>();
        transactions.run(connection -> {
            for (Map.Entry<UUID, Optional<Payee>> each : asked.entrySet()) {
                if (each.getValue().isPresent()) {
                    known.put(each.getKey(), each.getValue().get());
                    noProblem(connection, each.getKey());
                } else {
                    LOG.warnf("counsellor %s has no payee: its payouts wait", each.getKey());
                    problem(connection, each.getKey(), clock.instant());
                }
            }
        });
        return known;
    }

    private void store(List<Waiting> waiting, Map<UUID, Payee> known) {
        UUID batch = UUID.randomUUID();
        Instant at = clock.instant();
        transactions.run(connection -> {
            List<Payment> payments = new ArrayList<>();
            List<BatchedPayout> batched = new ArrayList<>();
            boolean again = false;
            for (Waiting each : waiting) {
                Payee payee = known.get(each.counsellor());
                Optional<ToPay> toPay =
                        bookings.state(each.booking().toString()).toPay(each.claim());
                if (payee == null || toPay.isEmpty()) {
                    continue; // waits, or another instance was first
                }
                List<SetOffPart> setOffs = setOff(connection, each.counsellor(), toPay.get(), at);
                long set = setOffs.stream().mapToLong(SetOffPart::amountCents).sum();
                if (assign(each, batch, setOffs, at) instanceof PayoutBatched assigned) {
                    payments.add(new Payment(
                            assigned.endToEndId(), assigned.claim(), toPay.get().leftCents() - set, payee));
                    batched.add(new BatchedPayout(assigned.payout(), assigned.claim(), assigned.booking()));
                    again |= toPay.get().again();
                }
            }
            if (!payments.isEmpty()) {
                long total = payments.stream().mapToLong(Payment::amountCents).sum();
                LocalDate executeOn = BankDays.execution(at, cutOff);
                BatchMade made = new BatchMade(batch, batched, total, executeOn, officersNeeded(total, again), at);
                batches.handle(Batch.stream(batch), state -> state.record(made));
                keep(connection, batch, PaymentFile.write(batch, payer, payments, executeOn, at), at);
                LOG.infof("batch %s: %d payouts, %d cents", batch, payments.size(), total);
            }
        });
    }

    /** D-62, D-63: two above an amount; one when a payment is tried again. */
    private int officersNeeded(long totalCents, boolean again) {
        return totalCents > fourEyesAboveCents ? 2 : again ? 1 : 0;
    }

    /** MR 4.7: what the counsellor owes is taken from what is paid next, oldest first, never more than there is. */
    private List<SetOffPart> setOff(Connection connection, UUID counsellor, ToPay toPay, Instant at)
            throws SQLException {
        List<SetOffPart> parts = new ArrayList<>();
        long left = toPay.leftCents();
        for (ClawbackRows.Owed owed : ClawbackRows.owedBy(connection, counsellor)) {
            SetOff command = new SetOff(owed.clawback(), toPay.payout().payout(), left, at);
            if (clawbacks.handle(Clawbacks.stream(owed.payout()), state -> state.decide(command))
                    instanceof Outcome.Accepted<Clawbacks, ClawbackEvent>(var _, var events)) {
                for (ClawbackEvent event : events) {
                    if (event instanceof ClawbackSetOff set) {
                        parts.add(new SetOffPart(set.clawback(), set.amountCents()));
                        left -= set.amountCents();
                    }
                }
            }
        }
        return parts;
    }

    /** Null when nothing is left to pay, or another instance was first. */
    private @Nullable BookingEvent assign(Waiting each, UUID batch, List<SetOffPart> setOffs, Instant at) {
        Outcome<BookingAccount, BookingEvent> outcome = bookings.handle(
                each.booking().toString(),
                account -> account.decide(new AssignToBatch(each.claim(), batch, setOffs, at)));
        List<BookingEvent> events = outcome instanceof Outcome.Accepted<BookingAccount, BookingEvent> accepted
                ? accepted.events()
                : List.of();
        if (events.isEmpty() && !setOffs.isEmpty()) {
            throw new IllegalStateException("another instance was first: what was set off is undone");
        }
        return events.isEmpty() ? null : events.getLast();
    }

    private static List<Waiting> waiting(Connection connection, Instant now) throws SQLException {
        List<Waiting> waiting = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT claim, booking, counsellor FROM payout p WHERE status = 'APPROVED' AND NOT EXISTS"
                        + " (SELECT 1 FROM payee_problem q WHERE q.counsellor = p.counsellor AND q.next_attempt_at > ?)"
                        + " ORDER BY decided_at, claim LIMIT " + MOST_PAYMENTS)) {
            select.setTimestamp(1, Timestamp.from(now));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    waiting.add(new Waiting(
                            rows.getObject("claim", UUID.class),
                            rows.getObject("booking", UUID.class),
                            rows.getObject("counsellor", UUID.class)));
                }
            }
        }
        return waiting;
    }

    private static void keep(Connection connection, UUID batch, String file, Instant at) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO payment_file_vault VALUES (?, ?, ?, 0, ?, false)")) {
            insert.setObject(1, batch);
            insert.setString(2, file);
            insert.setTimestamp(3, Timestamp.from(at));
            insert.setTimestamp(4, Timestamp.from(at));
            insert.executeUpdate();
        }
    }

    private static void noProblem(Connection connection, UUID counsellor) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM payee_problem WHERE counsellor = ?")) {
            delete.setObject(1, counsellor);
            delete.executeUpdate();
        }
    }

    private static void problem(Connection connection, UUID counsellor, Instant now) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                "INSERT INTO payee_problem AS p VALUES (?, 1, ?::timestamptz + interval '2 seconds')"
                        + " ON CONFLICT (counsellor) DO UPDATE SET attempts = p.attempts + 1,"
                        + " next_attempt_at = ?::timestamptz + make_interval(secs => least(3600, power(2, least(p.attempts + 1, 12))))")) {
            upsert.setObject(1, counsellor);
            upsert.setTimestamp(2, Timestamp.from(now));
            upsert.setTimestamp(3, Timestamp.from(now));
            upsert.executeUpdate();
        }
    }
}
