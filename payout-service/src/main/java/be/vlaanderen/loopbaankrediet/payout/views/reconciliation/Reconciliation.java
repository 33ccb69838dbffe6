package be.vlaanderen.loopbaankrediet.payout.views.reconciliation;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lays claims, files and the bank's answers side by side at the end of a day. */
@Singleton
class Reconciliation {

    /** What is on one side and not on the other. */
    enum Kind {
        /** Approved and in no file that the bank has. */
        APPROVED_NOT_SENT,
        /** The bank has said neither yes nor no. */
        SENT_NOT_ANSWERED,
        /** The bank said no; the payout is still owed. */
        REJECTED_NOT_PAID,
        /** The files say another sum or number than their payouts. */
        FILES_AND_PAYOUTS,
        /** The ledger says another sum than the bank's answers. */
        LEDGER_AND_ANSWERS
    }

    @Schema(name = "PayoutSum")
    record Sum(long payouts, long cents) {}

    @Schema(name = "FileSum")
    record Files(long files, long payouts, long cents) {}

    /** @param cents for sums that differ: the first less the second */
    @Schema(name = "ReconciliationDifference")
    record Difference(Kind kind, long payouts, long cents) {}

    /**
     * @param approved claims approved
     * @param setOffCents part of approved that clawbacks took: the bank never pays it
     * @param sent files that the bank has
     * @param paid booked by the bank
     * @param rejected by the bank
     * @param differences empty when everything approved is paid
     * @param workList what of the bank waits for a person (`GET /work-list`)
     */
    @Schema(name = "Reconciliation")
    record Report(
            LocalDate on,
            Sum approved,
            long setOffCents,
            Files sent,
            Sum paid,
            Sum rejected,
            List<Difference> differences,
            long workList) {}

    private static final String BY_BANK = "total_cents - set_off_cents";

    private final Transactions transactions;

    @Inject
    Reconciliation(Transactions transactions) {
        this.transactions = transactions;
    }

    Report at(LocalDate on) {
        Instant end = Days.begin(on.plusDays(1));
        return transactions.in(connection -> {
            // one moment for all sums
            Sql.run(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            Sum approved = sum(
                    connection,
                    "total_cents",
                    "decided_at < ? AND (released_at IS NULL OR released_at >= ?)",
                    end,
                    end);
            Files sent = Sql.list(
                            connection,
                            "SELECT count(*), coalesce(sum(payouts), 0), coalesce(sum(total_cents), 0) FROM batch WHERE sent_at < ?",
                            row -> new Files(row.getLong(1), row.getLong(2), row.getLong(3)),
                            end)
                    .getFirst();
            Sum sentPayments = payments(connection, "sent_at < ?", end);
            Sum paid = payments(connection, "outcome = 'PAID' AND answered_at < ?", end);
            Sum rejected = payments(connection, "outcome = 'REJECTED' AND answered_at < ?", end);
            long cleared = ledger(connection, "account = 'PAYABLE_TO_COUNSELLORS'", "debit_cents", end);
            long setOff = ledger(connection, "account = 'RECEIVABLE_FROM_COUNSELLORS'", "credit_cents", end)
                    - ledger(connection, "account IN ('WRITTEN_OFF', 'BANK_REPAYMENTS')", "debit_cents", end);
            List<Difference> differences = new ArrayList<>();
            differ(
                    differences,
                    Kind.APPROVED_NOT_SENT,
                    sum(
                            connection,
                            BY_BANK,
                            "decided_at < ? AND status <> 'SET_OFF' AND (released_at IS NULL OR released_at >= ?) AND NOT EXISTS (SELECT 1 FROM payment a WHERE a.claim = payout.claim"
                                    + " AND a.sent_at < ? AND (a.returned_at IS NULL OR a.returned_at >= ?))",
                            end,
                            end,
                            end,
                            end));
            differ(
                    differences,
                    Kind.SENT_NOT_ANSWERED,
                    payments(connection, "sent_at < ? AND (answered_at IS NULL OR answered_at >= ?)", end, end));
            differ(
                    differences,
                    Kind.REJECTED_NOT_PAID,
                    payments(
                            connection,
                            "outcome = 'REJECTED' AND answered_at < ? AND (returned_at IS NULL OR returned_at >= ?)",
                            end,
                            end));
            differ(
                    differences,
                    Kind.FILES_AND_PAYOUTS,
                    new Sum(sent.payouts() - sentPayments.payouts(), sent.cents() - sentPayments.cents()));
            differ(differences, Kind.LEDGER_AND_ANSWERS, new Sum(0, cleared - setOff - paid.cents()));
            long waiting = Sql.list(
                            connection, "SELECT count(*) FROM work_list WHERE noted_at < ?", row -> row.getLong(1), end)
                    .getFirst();
            return new Report(on, approved, setOff, sent, paid, rejected, differences, waiting);
        });
    }

    private static void differ(List<Difference> differences, Kind kind, Sum sum) {
        if (sum.payouts() != 0 || sum.cents() != 0) {
            differences.add(new Difference(kind, sum.payouts(), sum.cents()));
        }
    }

    private static Sum sum(Connection connection, String cents, String where, @Nullable Object... values)
            throws SQLException {
        return sums(
                connection,
                "SELECT count(*), coalesce(sum(" + cents + "), 0) FROM payout WHERE payout IS NOT NULL AND " + where,
                values);
    }

    /** Of payments that stood in a file; a payout that was rejected and paid again has two. */
    private static Sum payments(Connection connection, String where, @Nullable Object... values) throws SQLException {
        return sums(connection, "SELECT count(*), coalesce(sum(amount_cents), 0) FROM payment WHERE " + where, values);
    }

    private static Sum sums(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        return Sql.list(connection, sql, row -> new Sum(row.getLong(1), row.getLong(2)), values)
                .getFirst();
    }

    private static long ledger(Connection connection, String which, String side, Instant end) throws SQLException {
        return Sql.list(
                        connection,
                        "SELECT coalesce(sum(" + side + "), 0) FROM ledger_line WHERE " + which + " AND booked_at < ?",
                        row -> row.getLong(1),
                        end)
                .getFirst();
    }
}
