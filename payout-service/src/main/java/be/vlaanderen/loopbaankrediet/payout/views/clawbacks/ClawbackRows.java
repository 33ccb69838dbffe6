package be.vlaanderen.loopbaankrediet.payout.views.clawbacks;

import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackAnnounced;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackAnswered;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackDecided;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackWrittenOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.DecisionReason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.Instalment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.InstalmentsAgreed;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.Reason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.RepaymentAsked;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.WriteOffReason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackState;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackState.Step;
import be.vlaanderen.loopbaankrediet.payout.clawback.Clawbacks;
import be.vlaanderen.loopbaankrediet.payout.clawback.StructuredReference;
import be.vlaanderen.loopbaankrediet.payout.desk.Texts;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Questions about clawbacks. */
@Singleton
public class ClawbackRows {

    /** Where a clawback stands. */
    public enum Status {
        ANNOUNCED,
        ANSWERED,
        DECIDED,
        SETTLED
    }

    /**
     * A clawback; each decision with who (a pseudonym), when and why.
     *
     * @param amountCents announced: the tariff and VAT at which it was paid
     * @param leftCents final amount that is not set off, paid back or written off yet
     * @param dueCents part of it that is taken from the next payout (D-68)
     * @param hoursReturn the citizen gets back what is final: the fault was not theirs
     * @param steps what the one who asks can do now
     */
    @Schema(name = "Clawback")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Clawback(
            UUID clawback,
            UUID payout,
            UUID claim,
            UUID booking,
            UUID counsellor,
            Status status,
            int halfHours,
            long amountCents,
            Reason reasonCode,
            @Nullable String explanation,
            String announcedBy,
            Instant announcedAt,
            LocalDate answerUntil,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable Integer finalHalfHours,
            @Nullable Long finalCents,
            @Nullable DecisionReason decisionReasonCode,
            @Nullable String decisionExplanation,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            long setOffCents,
            long writtenOffCents,
            long leftCents,
            @Nullable WriteOffReason writeOffReasonCode,
            @Nullable String writeOffExplanation,
            @Nullable String writtenOffBy,
            @Nullable Instant writtenOffAt,
            @Nullable Instant settledAt,
            boolean hoursReturn,
            long repaidCents,
            long dueCents,
            @Nullable Repayment repayment,
            List<Step> steps) {}

    /**
     * An invoice.
     *
     * @param reference as it must stand on the payment
     * @param payee whose account it is paid to: the one that payouts come from
     * @param iban of the payee
     * @param instalments empty when the whole is due on one day
     */
    @Schema(name = "Repayment")
    public record Repayment(
            String reference,
            String payee,
            String iban,
            long amountCents,
            LocalDate dueOn,
            String askedBy,
            Instant askedAt,
            List<Instalment> instalments) {}

    /** @param next value of {@code after} for the next page; absent on the last */
    @Schema(name = "ClawbackPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Clawback> clawbacks, @Nullable UUID next) {}

    /** What a counsellor owes, by the payout it was paid with. */
    public record Owed(UUID clawback, UUID payout) {}

    private final Transactions transactions;

    private final AggregateStore<Clawbacks, ClawbackEvent> clawbacks;
    private final Clock clock;
    private final String payee;
    private final String iban;

    @Inject
    ClawbackRows(
            Transactions transactions,
            AggregateStore<Clawbacks, ClawbackEvent> clawbacks,
            Clock clock,
            @ConfigProperty(name = "payout.payer.name") String payee,
            @ConfigProperty(name = "payout.payer.iban") String iban) {
        this.transactions = transactions;
        this.clawbacks = clawbacks;
        this.clock = clock;
        this.payee = payee;
        this.iban = iban.replace(" ", "");
    }

    public Optional<UUID> payoutOf(UUID clawback) {
        return transactions.in(connection -> Sql.list(
                        connection,
                        "SELECT payout FROM clawback WHERE clawback = ?",
                        row -> row.getObject("payout", UUID.class),
                        clawback)
                .stream()
                .findFirst());
    }

    /**
     * @param asOf day in Brussels; null for now
     * @param officer who asks; null for its counsellor
     */
    public Optional<Clawback> one(UUID clawback, @Nullable String asOf, @Nullable String officer) {
        Instant at = asOf == null ? clock.instant() : Days.end(Days.asked("asOf", asOf));
        return transactions.in(connection -> {
            UUID payout = payoutOf(clawback).orElse(null);
            if (payout == null) {
                return Optional.empty();
            }
            String stream = Clawbacks.stream(payout);
            Clawbacks all = asOf == null ? clawbacks.state(stream) : clawbacks.stateAt(stream, at);
            ClawbackState found = all.all().get(clawback);
            return found == null ? Optional.empty() : Optional.of(answer(connection, found, at, officer));
        });
    }

    /** Newest first. */
    public Page page(
            @Nullable UUID counsellor,
            @Nullable Status status,
            @Nullable UUID after,
            int size,
            @Nullable String officer) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(" WHERE true");
        if (counsellor != null) {
            where.append(" AND counsellor = ?");
            values.add(counsellor);
        }
        if (status != null) {
            where.append(" AND status = ?");
            values.add(status.name());
        }
        if (after != null) {
            where.append(
                    " AND (announced_at, clawback) < (SELECT b.announced_at, b.clawback FROM clawback b WHERE b.clawback = ?)");
            values.add(after);
        }
        return transactions.in(connection -> {
            List<UUID> found = Sql.list(
                    connection,
                    "SELECT clawback FROM clawback" + where + " ORDER BY announced_at DESC, clawback DESC LIMIT "
                            + (size + 1),
                    row -> row.getObject("clawback", UUID.class),
                    values.toArray());
            List<Clawback> answers = found.stream()
                    .limit(size)
                    .flatMap(each -> one(each, null, officer).stream())
                    .toList();
            return new Page(answers, found.size() <= size ? null : found.get(size - 1));
        });
    }

    /** Oldest decision first. */
    public static List<Owed> owedBy(Connection connection, UUID counsellor) throws SQLException {
        return Sql.list(
                connection,
                "SELECT clawback, payout FROM clawback WHERE counsellor = ? AND status = 'DECIDED' ORDER BY decided_at, clawback",
                row -> new Owed(row.getObject("clawback", UUID.class), row.getObject("payout", UUID.class)),
                counsellor);
    }

    private Clawback answer(Connection connection, ClawbackState state, Instant at, @Nullable String officer)
            throws SQLException {
        ClawbackAnnounced announced = state.announced();
        ClawbackAnswered answered = state.answered();
        ClawbackDecided decided = state.decided();
        ClawbackWrittenOff written = state.writtenOff();
        RepaymentAsked asked = state.asked();
        InstalmentsAgreed agreed = state.agreed();
        Map<UUID, String> texts = Texts.of(
                connection,
                Stream.of(
                        announced.explanation(),
                        answered == null ? null : answered.answer(),
                        decided == null ? null : decided.explanation(),
                        written == null ? null : written.explanation()));
        Boolean hoursReturn = decided == null ? announced.hoursReturn() : decided.hoursReturn();
        return new Clawback(
                announced.clawback(),
                announced.payout(),
                announced.claim(),
                announced.booking(),
                announced.counsellor(),
                state.settledAt() != null
                        ? Status.SETTLED
                        : decided != null ? Status.DECIDED : answered != null ? Status.ANSWERED : Status.ANNOUNCED,
                announced.halfHours(),
                announced.exclVatCents() + announced.vatCents(),
                announced.reason(),
                text(texts, announced.explanation()),
                announced.officer(),
                announced.at(),
                announced.answerUntil(),
                answered == null ? null : text(texts, answered.answer()),
                answered == null ? null : answered.at(),
                decided == null ? null : decided.halfHours(),
                decided == null ? null : decided.totalCents(),
                decided == null ? null : decided.reason(),
                decided == null ? null : text(texts, decided.explanation()),
                decided == null ? null : decided.officer(),
                decided == null ? null : decided.at(),
                state.setOffCents(),
                state.writtenOffCents(),
                state.leftCents(),
                written == null ? null : written.reason(),
                written == null ? null : text(texts, written.explanation()),
                written == null ? null : written.officer(),
                written == null ? null : written.at(),
                state.settledAt(),
                !Boolean.FALSE.equals(hoursReturn),
                state.repaidCents(),
                state.dueCents(Days.of(at)),
                asked == null
                        ? null
                        : new Repayment(
                                StructuredReference.format(asked.reference()),
                                payee,
                                iban,
                                asked.amountCents(),
                                asked.dueOn(),
                                asked.officer(),
                                asked.at(),
                                agreed == null ? List.of() : agreed.instalments()),
                state.steps(officer, at));
    }

    private static @Nullable String text(Map<UUID, String> texts, @Nullable UUID id) {
        return id == null ? null : texts.get(id);
    }
}
