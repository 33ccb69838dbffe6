package be.vlaanderen.loopbaankrediet.payout.bank;

import be.vlaanderen.loopbaankrediet.payout.batch.Batch;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchMade;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.StopReason;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchRefusal;
import be.vlaanderen.loopbaankrediet.payout.desk.Texts;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Batches as officers see them: the replayed state, with the payments of its file. */
@Singleton
class BatchRows {

    /** Who released it; a pseudonym. */
    @Schema(name = "BatchApproval")
    record Approval(String officer, Instant at) {}

    /** @param status of the payment with this reference */
    @Schema(name = "BatchPayment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Payment(
            String endToEndId,
            UUID claim,
            UUID counsellor,
            @Nullable Long amountCents,
            String status,
            @Nullable Instant answeredAt) {}

    /**
     * @param totalCents control sum of the file
     * @param paidCents booked by the bank
     * @param openCents sent and not answered
     * @param officersNeeded different officers who must release it
     * @param steps what the officer who asks can do now
     * @param payments absent in a list
     */
    @Schema(name = "Batch")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BatchAnswer(
            UUID batch,
            Batch.Status status,
            int payouts,
            long totalCents,
            @Nullable LocalDate executeOn,
            Instant madeAt,
            int officersNeeded,
            List<Approval> approvals,
            List<Batch.Step> steps,
            @Nullable StopReason reasonCode,
            @Nullable String explanation,
            @Nullable String stoppedBy,
            @Nullable Instant stoppedAt,
            @Nullable Instant sentAt,
            long paidCents,
            long rejectedCents,
            long openCents,
            @Nullable List<Payment> payments) {}

    /** @param next value of {@code after} for the next page; absent on the last */
    @Schema(name = "BatchPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<BatchAnswer> batches, @Nullable UUID next) {}

    private final Transactions transactions;
    private final AggregateStore<Batch, BatchEvent> batches;

    @Inject
    BatchRows(Transactions transactions, AggregateStore<Batch, BatchEvent> batches) {
        this.transactions = transactions;
        this.batches = batches;
    }

    Page page(@Nullable String status, @Nullable UUID after, int size, String officer) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(" WHERE true");
        if (status != null) {
            where.append(" AND status = ?");
            values.add(status);
        }
        if (after != null) {
            where.append(" AND (made_at, batch) < (SELECT made_at, batch FROM batch WHERE batch = ?)");
            values.add(after);
        }
        return transactions.in(connection -> {
            List<UUID> found = Sql.list(
                    connection,
                    "SELECT batch FROM batch" + where + " ORDER BY made_at DESC, batch DESC LIMIT " + (size + 1),
                    row -> row.getObject("batch", UUID.class),
                    values.toArray());
            List<BatchAnswer> answers = new ArrayList<>();
            for (UUID batch : found.subList(0, Math.min(size, found.size()))) {
                answers.add(answer(connection, batches.state(Batch.stream(batch)), Instant.MAX, officer, false));
            }
            return new Page(answers, found.size() <= size ? null : found.get(size - 1));
        });
    }

    /** @param asOf day in Brussels; null for now */
    BatchAnswer one(UUID batch, @Nullable String asOf, String officer) {
        Instant until = asOf == null ? Instant.MAX : Days.end(Days.asked("asOf", asOf));
        return transactions.in(connection -> {
            Batch state =
                    asOf == null ? batches.state(Batch.stream(batch)) : batches.stateAt(Batch.stream(batch), until);
            return answer(connection, state, until, officer, true);
        });
    }

    private static BatchAnswer answer(
            Connection connection, Batch state, Instant until, String officer, boolean withPayments)
            throws SQLException {
        BatchMade made = state.made();
        if (made == null) {
            throw new RefusedException(BatchRefusal.BATCH_UNKNOWN);
        }
        BatchEvent.BatchHeld held = state.held();
        BatchEvent.BatchRefused refused = state.refused();
        UUID explanation = refused != null ? refused.explanation() : held != null ? held.explanation() : null;
        List<Payment> payments = Sql.list(
                connection,
                "SELECT a.*, p.counsellor FROM payment a JOIN payout p USING (claim) WHERE a.batch = ? ORDER BY a.end_to_end_id",
                row -> {
                    Instant answered = Sql.instant(row, "answered_at");
                    boolean known = answered != null && !answered.isAfter(until);
                    boolean sent = state.sentAt() != null;
                    return new Payment(
                            row.getString("end_to_end_id"),
                            row.getObject("claim", UUID.class),
                            row.getObject("counsellor", UUID.class),
                            row.getObject("amount_cents", Long.class),
                            known ? row.getString("outcome") : sent ? "SENT" : refused != null ? "RETURNED" : "BATCHED",
                            known ? answered : null);
                },
                made.batch());
        return new BatchAnswer(
                made.batch(),
                state.status(),
                made.payouts().size(),
                made.totalCents(),
                state.approvals().isEmpty()
                        ? made.executeOn()
                        : state.approvals().getLast().executeOn(),
                made.at(),
                state.officersNeeded(),
                state.approvals().stream()
                        .map(each -> new Approval(each.officer(), each.at()))
                        .toList(),
                state.steps(officer),
                refused != null ? refused.reason() : held != null ? held.reason() : null,
                explanation == null
                        ? null
                        : Texts.of(connection, Stream.of(explanation)).get(explanation),
                refused != null ? refused.officer() : held != null ? held.officer() : null,
                refused != null ? refused.at() : held != null ? held.at() : null,
                state.sentAt(),
                sum(payments, "PAID"),
                sum(payments, "REJECTED"),
                sum(payments, "SENT"),
                withPayments ? payments : null);
    }

    private static long sum(List<Payment> payments, String status) {
        return payments.stream()
                .filter(payment -> payment.status().equals(status) && payment.amountCents() != null)
                .mapToLong(payment -> payment.amountCents())
                .sum();
    }
}
