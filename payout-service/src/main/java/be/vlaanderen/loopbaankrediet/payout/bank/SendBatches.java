package be.vlaanderen.loopbaankrediet.payout.bank;

import be.vlaanderen.loopbaankrediet.payout.batch.Batch;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchSent;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchedPayout;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.NoteSent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Sends the files that are made and not known to be sent. A stop between sending and noting it leads to the same file being sent again
 * under the same id, which the bank takes for one file.
 */
@ApplicationScoped
class SendBatches {

    private static final Logger LOG = Logger.getLogger(SendBatches.class);
    private static final int AT_ONCE = 10;

    private record Unsent(UUID batch, String content, boolean maybeAtBank) {}

    private final Transactions transactions;
    private final AggregateStore<BookingAccount, BookingEvent> bookings;
    private final AggregateStore<Batch, BatchEvent> batches;
    private final Bank bank;
    private final WorkList workList;
    private final Clock clock;

    @Inject
    SendBatches(
            Transactions transactions,
            AggregateStore<BookingAccount, BookingEvent> bookings,
            AggregateStore<Batch, BatchEvent> batches,
            Bank bank,
            WorkList workList,
            Clock clock) {
        this.transactions = transactions;
        this.bookings = bookings;
        this.batches = batches;
        this.bank = bank;
        this.workList = workList;
        this.clock = clock;
    }

    @Scheduled(every = "{payout.batch-every}", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() {
        for (UUID next : transactions.in(connection -> unsent(connection, clock.instant()))) {
            transactions.in(connection -> offered(connection, next)).ifPresent(this::send);
        }
    }

    private void send(Unsent file) {
        try {
            boolean accepted = bank.send(file.batch(), file.content());
            transactions.run(connection -> {
                if (accepted) {
                    noteSent(connection, file.batch());
                } else {
                    workList.note(
                            connection, WorkList.FILE_REFUSED, 0, file.batch().toString());
                    // this time the bank surely did not take it
                    postpone(connection, file.batch(), file.maybeAtBank(), clock.instant());
                }
            });
        } catch (IOException e) {
            LOG.warnf("batch %s is not sent for sure, it is sent again: %s", file.batch(), e.getMessage());
            transactions.run(connection -> postpone(connection, file.batch(), true, clock.instant()));
        }
    }

    private void noteSent(Connection connection, UUID batch) throws SQLException {
        Instant at = clock.instant();
        Outcome<Batch, BatchEvent> outcome =
                batches.handle(Batch.stream(batch), state -> state.record(new BatchSent(batch, at)));
        for (BatchedPayout payout : outcome.orThrow().payouts()) {
            bookings.handle(payout.booking().toString(), account -> account.decide(new NoteSent(payout.claim(), at)));
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM payment_file_vault WHERE batch = ?")) {
            delete.setObject(1, batch);
            delete.executeUpdate();
        }
    }

    private static List<UUID> unsent(Connection connection, Instant now) throws SQLException {
        return Sql.list(
                connection,
                "SELECT v.batch FROM payment_file_vault v JOIN batch b ON b.batch = v.batch AND b.status = 'RELEASED'"
                        + " WHERE v.next_attempt_at <= ? ORDER BY v.made_at, v.batch LIMIT " + AT_ONCE,
                row -> row.getObject("batch", UUID.class),
                now);
    }

    /** Marks the file before it is offered: from then on nobody can refuse it any more. Empty when it was held or refused a moment ago. */
    private static Optional<Unsent> offered(Connection connection, UUID batch) throws SQLException {
        Optional<Unsent> file = Sql.list(
                        connection,
                        "SELECT v.* FROM payment_file_vault v JOIN batch b ON b.batch = v.batch AND b.status = 'RELEASED'"
                                + " WHERE v.batch = ? FOR UPDATE OF v",
                        row -> new Unsent(batch, row.getString("content"), row.getBoolean("maybe_at_bank")),
                        batch)
                .stream()
                .findFirst();
        if (file.isPresent()) {
            Sql.run(connection, "UPDATE payment_file_vault SET maybe_at_bank = true WHERE batch = ?", batch);
        }
        return file;
    }

    private static void postpone(Connection connection, UUID batch, boolean maybeAtBank, Instant now)
            throws SQLException {
        Sql.run(
                connection,
                "UPDATE payment_file_vault SET attempts = attempts + 1, maybe_at_bank = ?, next_attempt_at = ?::timestamptz"
                        + " + make_interval(secs => least(60, power(2, least(attempts, 6)))) WHERE batch = ?",
                maybeAtBank,
                now,
                batch);
    }
}
