package be.vlaanderen.loopbaankrediet.payout.desk;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.Origin;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutApproved;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.UndueDropped;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.AgreeInstalments;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.Announce;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.Answer;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.AskRepayment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.Decide;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.NoteRepayment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.WriteOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.DecisionReason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.Instalment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.Reason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.RepaymentReceived;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.WriteOffReason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackRefusal;
import be.vlaanderen.loopbaankrediet.payout.clawback.Clawbacks;
import be.vlaanderen.loopbaankrediet.payout.clawback.StructuredReference;
import be.vlaanderen.loopbaankrediet.payout.views.clawbacks.ClawbackRows;
import be.vlaanderen.loopbaankrediet.payout.views.clawbacks.ClawbackRows.Clawback;
import be.vlaanderen.loopbaankrediet.payout.views.clawbacks.ClawbackRows.Owed;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Brings a question about a clawback to its payout; what people write goes to the vault in the same transaction. */
@ApplicationScoped
public class ClawbackDesk {

    private static final Logger LOG = Logger.getLogger(ClawbackDesk.class);

    /** Who announces what a review found: no officer here. */
    private static final String REVIEW = "session-claims-service";

    private record Paid(UUID claim, UUID booking) {}

    private record Found(
            UUID session, UUID review, UUID claim, UUID booking, int halfHours, boolean hoursReturn, Reason reason) {}

    private final Transactions transactions;
    private final AggregateStore<Clawbacks, ClawbackEvent> clawbacks;
    private final AggregateStore<BookingAccount, BookingEvent> bookings;
    private final ClawbackRows rows;
    private final Clock clock;

    @Inject
    ClawbackDesk(
            Transactions transactions,
            AggregateStore<Clawbacks, ClawbackEvent> clawbacks,
            AggregateStore<BookingAccount, BookingEvent> bookings,
            ClawbackRows rows,
            Clock clock) {
        this.transactions = transactions;
        this.clawbacks = clawbacks;
        this.bookings = bookings;
        this.rows = rows;
        this.clock = clock;
    }

    public Clawback announce(
            UUID clawback,
            UUID payout,
            int halfHours,
            boolean hoursReturn,
            Reason reason,
            @Nullable String explanation,
            String officer) {
        return transactions.in(connection -> {
            UUID written = Texts.write(connection, clawback, "announcement", explanation, clock.instant());
            Optional<PayoutApproved> paid = paid(connection, payout);
            return handle(
                    payout,
                    new Announce(
                            clawback,
                            paid.orElse(null),
                            halfHours,
                            hoursReturn,
                            reason,
                            written,
                            officer,
                            null,
                            clock.instant()),
                    officer);
        });
    }

    /** MR 4.7: what a review found undue is announced when its claim is paid. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void announceFound() {
        for (Found found : transactions.in(ClawbackDesk::found)) {
            try {
                transactions.run(connection -> announce(found));
            } catch (RuntimeException e) {
                LOG.warnf(e, "what review %s found cannot be announced now; it is tried again", found.review());
            }
        }
    }

    private void announce(Found found) {
        UUID payout = BookingAccount.payoutOf(found.claim());
        Announce command = new Announce(
                UUID.nameUUIDFromBytes((found.review() + "/" + found.session()).getBytes(StandardCharsets.UTF_8)),
                bookings.state(found.booking().toString()).paid(found.claim()).orElse(null),
                found.halfHours(),
                found.hoursReturn(),
                found.reason(),
                null,
                REVIEW,
                found.review(),
                clock.instant());
        var unused = clawbacks
                .handle(Clawbacks.stream(payout), state -> state.decide(command))
                .orThrow();
        // announced, or nothing was left to claw back
        UndueDropped dropped =
                new UndueDropped(found.session(), found.claim(), found.booking(), found.review(), clock.instant());
        bookings.handle(found.booking().toString(), account -> account.record(dropped));
    }

    private static List<Found> found(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "SELECT u.* FROM undue u JOIN payout p USING (claim) WHERE p.status IN ('PAID', 'SET_OFF') ORDER BY u.found_at, u.session LIMIT 100",
                row -> new Found(
                        row.getObject("session", UUID.class),
                        row.getObject("review", UUID.class),
                        row.getObject("claim", UUID.class),
                        row.getObject("booking", UUID.class),
                        row.getInt("half_hours"),
                        row.getBoolean("hours_return"),
                        reason(row.getString("reason_code"), row.getString("origin"))));
    }

    /** The reason of the review if it is one of ours, otherwise where it was found. */
    private static Reason reason(String code, String origin) {
        String ours = code.equals("SHORTER_THAN_REGISTERED") ? Reason.SHORTER_THAN_CLAIMED.name() : code;
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.name().equals(ours))
                .findFirst()
                .orElse(Origin.COMPLAINT.name().equals(origin) ? Reason.COMPLAINT_FOUNDED : Reason.INSPECTION_FINDING);
    }

    public Clawback answer(UUID clawback, UUID counsellor, UUID answer, String text) {
        return transactions.in(connection -> {
            Texts.keep(connection, answer, clawback, text, clock.instant());
            return handle(payoutOf(clawback), new Answer(clawback, counsellor, answer, clock.instant()), null);
        });
    }

    public Clawback decide(
            UUID clawback, int halfHours, DecisionReason reason, @Nullable String explanation, String officer) {
        return transactions.in(connection -> {
            UUID payout = payoutOf(clawback);
            UUID written = Texts.write(connection, clawback, "decision", explanation, clock.instant());
            return handle(payout, new Decide(clawback, halfHours, reason, written, officer, clock.instant()), officer);
        });
    }

    public Clawback writeOff(UUID clawback, WriteOffReason reason, @Nullable String explanation, String officer) {
        return transactions.in(connection -> {
            UUID payout = payoutOf(clawback);
            UUID written = Texts.write(connection, clawback, "write-off", explanation, clock.instant());
            return handle(payout, new WriteOff(clawback, reason, written, officer, clock.instant()), officer);
        });
    }

    /** MR 4.7: asked back outside later payouts. */
    public Clawback askRepayment(UUID clawback, String officer) {
        return transactions.in(connection -> {
            int attempt = 0;
            long reference = StructuredReference.of(clawback, attempt);
            while (!Sql.list(
                            connection,
                            "SELECT 1 FROM clawback WHERE reference = ? AND clawback <> ?",
                            row -> true,
                            reference,
                            clawback)
                    .isEmpty()) {
                reference = StructuredReference.of(clawback, ++attempt);
            }
            return handle(payoutOf(clawback), new AskRepayment(clawback, reference, officer, clock.instant()), officer);
        });
    }

    public Clawback agree(UUID clawback, List<Instalment> instalments, String officer) {
        return transactions.in(connection -> handle(
                payoutOf(clawback), new AgreeInstalments(clawback, instalments, officer, clock.instant()), officer));
    }

    public Clawback noteRepayment(UUID clawback, UUID entry, long amountCents, String officer) {
        return transactions.in(connection -> handle(
                payoutOf(clawback),
                new NoteRepayment(clawback, entry, amountCents, officer, clock.instant()),
                officer));
    }

    /** What became of money that the bank booked; what is not booked here is for a person. */
    public enum Received {
        BOOKED,
        /** What is over what is owed is not booked. */
        TOO_MUCH,
        /** No clawback has this reference. */
        UNKNOWN
    }

    /** Money that the bank booked with a reference. */
    public Received receive(Connection connection, long reference, UUID entry, long amountCents) throws SQLException {
        List<Owed> owed = Sql.list(
                connection,
                "SELECT clawback, payout FROM clawback WHERE reference = ?",
                row -> new Owed(row.getObject("clawback", UUID.class), row.getObject("payout", UUID.class)),
                reference);
        if (owed.isEmpty()) {
            return Received.UNKNOWN;
        }
        NoteRepayment command =
                new NoteRepayment(owed.getFirst().clawback(), entry, amountCents, null, clock.instant());
        return switch (clawbacks.handle(Clawbacks.stream(owed.getFirst().payout()), state -> state.decide(command))) {
            case Outcome.Refused<Clawbacks, ClawbackEvent> _ -> Received.TOO_MUCH;
            case Outcome.Accepted<Clawbacks, ClawbackEvent>(var _, var events) ->
                events.stream()
                                .anyMatch(event ->
                                        event instanceof RepaymentReceived booked && booked.amountCents() < amountCents)
                        ? Received.TOO_MUCH
                        : Received.BOOKED;
        };
    }

    /** A refusal is thrown, so that the text is not kept either. */
    private Clawback handle(UUID payout, ClawbackCommand command, @Nullable String officer) {
        var unused = clawbacks
                .handle(Clawbacks.stream(payout), state -> state.decide(command))
                .orThrow();
        return rows.one(command.clawback(), null, officer).orElseThrow();
    }

    private UUID payoutOf(UUID clawback) {
        return rows.payoutOf(clawback).orElseThrow(() -> new RefusedException(ClawbackRefusal.CLAWBACK_UNKNOWN));
    }

    private Optional<PayoutApproved> paid(Connection connection, UUID payout) throws SQLException {
        return Sql.list(
                        connection,
                        "SELECT claim, booking FROM payout WHERE payout = ?",
                        row -> new Paid(row.getObject("claim", UUID.class), row.getObject("booking", UUID.class)),
                        payout)
                .stream()
                .findFirst()
                .flatMap(found -> bookings.state(found.booking().toString()).paid(found.claim()));
    }
}
