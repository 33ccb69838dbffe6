package be.vlaanderen.loopbaankrediet.payout.views.clawbacks;

import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.DecisionReason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.Reason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.WriteOffReason;
import be.vlaanderen.loopbaankrediet.payout.views.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
     * @param leftCents final amount that is not set off or written off yet
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
            @Nullable Instant settledAt) {}

    /** @param next value of {@code after} for the next page; absent on the last */
    @Schema(name = "ClawbackPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Clawback> clawbacks, @Nullable UUID next) {}

    /** What a counsellor owes, by the payout it was paid with. */
    public record Owed(UUID clawback, UUID payout) {}

    private static final String SELECT =
            "SELECT c.*, e.content AS explanation_text, a.content AS answer_text, d.content AS decision_text, w.content AS write_off_text"
                    + " FROM clawback c LEFT JOIN text_vault e ON e.id = c.explanation"
                    + " LEFT JOIN text_vault a ON a.id = c.answer"
                    + " LEFT JOIN text_vault d ON d.id = c.decision_explanation"
                    + " LEFT JOIN text_vault w ON w.id = c.write_off_explanation";

    private final Transactions transactions;

    @Inject
    ClawbackRows(Transactions transactions) {
        this.transactions = transactions;
    }

    public Optional<Clawback> one(UUID clawback) {
        return transactions.in(connection ->
                Sql.list(connection, SELECT + " WHERE c.clawback = ?", ClawbackRows::row, clawback).stream()
                        .findFirst());
    }

    /** Newest first. */
    public Page page(@Nullable UUID counsellor, @Nullable Status status, @Nullable UUID after, int size) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(" WHERE true");
        if (counsellor != null) {
            where.append(" AND c.counsellor = ?");
            values.add(counsellor);
        }
        if (status != null) {
            where.append(" AND c.status = ?");
            values.add(status.name());
        }
        if (after != null) {
            where.append(
                    " AND (c.announced_at, c.clawback) < (SELECT b.announced_at, b.clawback FROM clawback b WHERE b.clawback = ?)");
            values.add(after);
        }
        List<Clawback> found = transactions.in(connection -> Sql.list(
                connection,
                SELECT + where + " ORDER BY c.announced_at DESC, c.clawback DESC LIMIT " + (size + 1),
                ClawbackRows::row,
                values.toArray()));
        return found.size() <= size
                ? new Page(found, null)
                : new Page(found.subList(0, size), found.get(size - 1).clawback());
    }

    /** Oldest decision first. */
    public static List<Owed> owedBy(Connection connection, UUID counsellor) throws SQLException {
        return Sql.list(
                connection,
                "SELECT clawback, payout FROM clawback WHERE counsellor = ? AND status = 'DECIDED' ORDER BY decided_at, clawback",
                row -> new Owed(row.getObject("clawback", UUID.class), row.getObject("payout", UUID.class)),
                counsellor);
    }

    private static Clawback row(ResultSet row) throws SQLException {
        Long finalCents = row.getObject("final_cents", Long.class);
        long setOff = row.getLong("set_off_cents");
        long writtenOff = row.getLong("written_off_cents");
        String decision = row.getString("decision_reason");
        String writeOff = row.getString("write_off_reason");
        return new Clawback(
                row.getObject("clawback", UUID.class),
                row.getObject("payout", UUID.class),
                row.getObject("claim", UUID.class),
                row.getObject("booking", UUID.class),
                row.getObject("counsellor", UUID.class),
                Status.valueOf(row.getString("status")),
                row.getInt("half_hours"),
                row.getLong("amount_cents"),
                Reason.valueOf(row.getString("reason")),
                row.getString("explanation_text"),
                row.getString("announced_by"),
                Sql.time(row, "announced_at"),
                row.getObject("answer_until", LocalDate.class),
                row.getString("answer_text"),
                Sql.instant(row, "answered_at"),
                row.getObject("final_half_hours", Integer.class),
                finalCents,
                decision == null ? null : DecisionReason.valueOf(decision),
                row.getString("decision_text"),
                row.getString("decided_by"),
                Sql.instant(row, "decided_at"),
                setOff,
                writtenOff,
                finalCents == null ? 0 : finalCents - setOff - writtenOff,
                writeOff == null ? null : WriteOffReason.valueOf(writeOff),
                row.getString("write_off_text"),
                row.getString("written_off_by"),
                Sql.instant(row, "written_off_at"),
                Sql.instant(row, "settled_at"));
    }
}
