package be.vlaanderen.loopbaankrediet.payout.bank;

import be.vlaanderen.loopbaankrediet.payout.bank.BankFile.Answer;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.NotePaid;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.NoteRejected;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.desk.ClawbackDesk;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the bank's files in order. The effects of a file and the number it moves the cursor to are one transaction, so each file counts
 * once. What does not fit goes to the work list and holds nothing up.
 */
@ApplicationScoped
class TakeInAnswers {

    private static final Logger LOG = Logger.getLogger(TakeInAnswers.class);
    private static final int FILES_AT_ONCE = 100;

    private record Payment(UUID claim, UUID booking) {}

    private final Transactions transactions;
    private final AggregateStore<BookingAccount, BookingEvent> bookings;
    private final ClawbackDesk clawbacks;
    private final Bank bank;
    private final WorkList workList;
    private final Clock clock;

    @Inject
    TakeInAnswers(
            Transactions transactions,
            AggregateStore<BookingAccount, BookingEvent> bookings,
            ClawbackDesk clawbacks,
            Bank bank,
            WorkList workList,
            Clock clock) {
        this.transactions = transactions;
        this.bookings = bookings;
        this.clawbacks = clawbacks;
        this.bank = bank;
        this.workList = workList;
        this.clock = clock;
    }

    @Scheduled(
            every = "{payout.answers-every}",
            delayed = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void takeIn() {
        try {
            long after = transactions.in(TakeInAnswers::lastNumber);
            for (long number : bank.filesAfter(after).limit(FILES_AT_ONCE).toArray()) {
                takeIn(after, number, bank.file(number));
                after = number;
            }
        } catch (IOException e) {
            LOG.warnf("the bank's answers cannot be had now: %s", e.getMessage());
        }
    }

    private void takeIn(long after, long number, String file) {
        transactions.run(connection -> {
            if (!moveCursor(connection, after, number)) {
                return; // another instance took it in
            }
            try {
                List<Answer> answers = BankFile.read(file);
                for (int i = 0; i < answers.size(); i++) {
                    if (answers.get(i) instanceof Answer.Credited credited) {
                        receive(connection, number, i, credited);
                    } else {
                        effect(connection, number, answers.get(i));
                    }
                }
            } catch (BankFile.Unreadable e) {
                workList.note(connection, WorkList.UNREADABLE_FILE, number, "");
            }
        });
    }

    /** The bank's reference of an entry tells a repeat in another file; without one it is the place in this file. */
    private void receive(Connection connection, long number, int place, Answer.Credited credited) throws SQLException {
        String entry = credited.entry().isEmpty() ? number + "/" + place : credited.entry();
        UUID id = UUID.nameUUIDFromBytes(("bank entry " + entry).getBytes(StandardCharsets.UTF_8));
        switch (clawbacks.receive(connection, Long.parseLong(credited.reference()), id, credited.amountCents())) {
            case BOOKED -> {}
            case TOO_MUCH -> workList.note(connection, WorkList.REPAID_TOO_MUCH, number, credited.reference());
            case UNKNOWN -> workList.note(connection, WorkList.UNKNOWN_REFERENCE, number, credited.reference());
        }
    }

    private void effect(Connection connection, long number, Answer answer) throws SQLException {
        Instant at = clock.instant();
        switch (answer) {
            case Answer.Booked booked -> {
                Payment payment = payment(connection, booked.reference());
                note(
                        connection,
                        number,
                        answer,
                        payment,
                        payment == null
                                ? null
                                : new NotePaid(payment.claim(), booked.reference(), booked.amountCents(), at));
            }
            case Answer.Credited _ -> {}
            case Answer.Rejected rejected -> {
                Payment payment = payment(connection, rejected.reference());
                note(
                        connection,
                        number,
                        answer,
                        payment,
                        payment == null
                                ? null
                                : new NoteRejected(payment.claim(), rejected.reference(), rejected.reasonCode(), at));
            }
            case Answer.FileRejected rejected -> {
                List<Payment> payments = paymentsOf(connection, rejected.reference());
                if (payments.isEmpty()) {
                    workList.note(connection, WorkList.UNKNOWN_REFERENCE, number, rejected.reference());
                }
                for (Payment payment : payments) {
                    note(
                            connection,
                            number,
                            answer,
                            payment,
                            new NoteRejected(payment.claim(), null, rejected.reasonCode(), at));
                }
            }
        }
    }

    private void note(
            Connection connection,
            long number,
            Answer answer,
            @Nullable Payment payment,
            @Nullable BookingCommand command)
            throws SQLException {
        if (payment == null || command == null) {
            workList.note(connection, WorkList.UNKNOWN_REFERENCE, number, answer.reference());
            return;
        }
        Outcome<BookingAccount, BookingEvent> outcome =
                bookings.handle(payment.booking().toString(), account -> account.decide(command));
        if (outcome instanceof Outcome.Refused<BookingAccount, BookingEvent> refused) {
            workList.note(connection, refused.reason().name(), number, answer.reference());
        }
    }

    private static @Nullable Payment payment(Connection connection, String endToEndId) throws SQLException {
        return Sql.list(
                        connection,
                        "SELECT claim, booking FROM payment JOIN payout USING (claim) WHERE payment.end_to_end_id = ?",
                        TakeInAnswers::payment,
                        endToEndId)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static List<Payment> paymentsOf(Connection connection, String messageId) throws SQLException {
        UUID batch = PaymentFile.batchOf(messageId).orElse(null);
        return Sql.list(connection, "SELECT claim, booking FROM payout WHERE batch = ?", TakeInAnswers::payment, batch);
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(row.getObject("claim", UUID.class), row.getObject("booking", UUID.class));
    }

    private static long lastNumber(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT last_number FROM bank_cursor");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static boolean moveCursor(Connection connection, long from, long to) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE bank_cursor SET last_number = ? WHERE last_number = ?")) {
            update.setLong(1, to);
            update.setLong(2, from);
            return update.executeUpdate() == 1;
        }
    }
}
