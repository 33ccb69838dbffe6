package be.vlaanderen.loopbaankrediet.payout.bank;

import be.vlaanderen.loopbaankrediet.payout.batch.Batch;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchHeld;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchRefused;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchedPayout;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.StopReason;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.PayAgain;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ReturnReason;
import be.vlaanderen.loopbaankrediet.payout.desk.Texts;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What officers do with a batch before the bank has it, together with its file and its payouts in one transaction. */
@ApplicationScoped
public class BatchDesk {

    private record File(String content, boolean maybeAtBank) {}

    private record Payment(UUID claim, UUID booking) {}

    private final Transactions transactions;
    private final AggregateStore<Batch, BatchEvent> batches;
    private final AggregateStore<BookingAccount, BookingEvent> bookings;
    private final Clock clock;
    private final LocalTime cutOff;

    @Inject
    BatchDesk(
            Transactions transactions,
            AggregateStore<Batch, BatchEvent> batches,
            AggregateStore<BookingAccount, BookingEvent> bookings,
            Clock clock,
            @ConfigProperty(name = "payout.cut-off") LocalTime cutOff) {
        this.transactions = transactions;
        this.batches = batches;
        this.bookings = bookings;
        this.clock = clock;
        this.cutOff = cutOff;
    }

    /** The file asks for the first bank day from now: the day it was made for may be over. */
    Batch release(UUID batch, String officer) {
        return transactions.in(connection -> {
            Instant at = clock.instant();
            LocalDate executeOn = BankDays.execution(at, cutOff);
            Batch released = batches.handle(Batch.stream(batch), state -> state.release(batch, officer, executeOn, at))
                    .orThrow();
            for (File file : file(connection, batch)) {
                if (!file.maybeAtBank()) {
                    Sql.run(
                            connection,
                            "UPDATE payment_file_vault SET content = ? WHERE batch = ?",
                            PaymentFile.executedOn(file.content(), executeOn),
                            batch);
                }
            }
            return released;
        });
    }

    Batch hold(UUID batch, StopReason reason, @Nullable String explanation, String officer) {
        return transactions.in(connection -> {
            Instant at = clock.instant();
            UUID text = Texts.write(connection, batch, "hold " + at, explanation, at);
            return batches.handle(
                            Batch.stream(batch), state -> state.hold(new BatchHeld(batch, reason, text, officer, at)))
                    .orThrow();
        });
    }

    Batch refuse(UUID batch, StopReason reason, @Nullable String explanation, String officer) {
        return transactions.in(connection -> {
            Instant at = clock.instant();
            // locked: who sends the file marks it first
            boolean maybeAtBank = file(connection, batch).stream().anyMatch(File::maybeAtBank);
            UUID text = Texts.write(connection, batch, "refusal", explanation, at);
            Batch refused = batches.handle(
                            Batch.stream(batch),
                            state -> state.refuse(new BatchRefused(batch, reason, text, officer, at), maybeAtBank))
                    .orThrow();
            for (BatchedPayout payout : refused.payouts()) {
                PayAgain command = new PayAgain(payout.claim(), batch, null, ReturnReason.BATCH_REFUSED, officer, at);
                bookings.handle(payout.booking().toString(), account -> account.decide(command))
                        .orThrow();
            }
            Sql.run(connection, "DELETE FROM payment_file_vault WHERE batch = ?", batch);
            return refused;
        });
    }

    /** Domain 7: a rejected payment is repaired and paid once. It goes in a next batch, to the account that is valid then. */
    public void payAgain(String endToEndId, String officer) {
        transactions.run(connection -> {
            Payment payment = Sql.list(
                            connection,
                            "SELECT claim, booking FROM payment JOIN payout USING (claim) WHERE payment.end_to_end_id = ?",
                            row -> new Payment(
                                    row.getObject("claim", UUID.class), row.getObject("booking", UUID.class)),
                            endToEndId)
                    .stream()
                    .findFirst()
                    .orElseThrow(() -> Problem.of(
                                    "payout-unknown", 404, "Geen enkele betaling heeft deze end-to-end-referentie.")
                            .exception());
            PayAgain command =
                    new PayAgain(payment.claim(), null, endToEndId, ReturnReason.REJECTED, officer, clock.instant());
            var unused = bookings.handle(payment.booking().toString(), account -> account.decide(command))
                    .orThrow();
        });
    }

    private static List<File> file(Connection connection, UUID batch) throws SQLException {
        return Sql.list(
                connection,
                "SELECT content, maybe_at_bank FROM payment_file_vault WHERE batch = ? FOR UPDATE",
                row -> new File(row.getString("content"), row.getBoolean("maybe_at_bank")),
                batch);
    }
}
