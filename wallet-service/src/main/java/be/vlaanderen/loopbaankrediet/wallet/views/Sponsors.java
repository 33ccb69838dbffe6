package be.vlaanderen.loopbaankrediet.wallet.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.StructuredReference;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Sponsors across agreements: who they are, their codes, their bills. */
@ApplicationScoped
public class Sponsors {

    /** Who a sponsor is; for officers alone. */
    public record Party(
            String name, String enterpriseNumber, @Nullable String endReason) {}

    /** A code, with the number it has in its list. */
    public record Code(String code, long number) {}

    @Schema(name = "SponsorBill")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Bill(
            UUID bill,
            UUID sponsor,
            long amountCents,

            @Schema(description = "Structured reference of the bank transfer")
            String reference,

            LocalDate from,
            LocalDate until,
            Instant billedAt,

            @Schema(description = "Absent while unpaid") @Nullable Instant paidAt) {

        /** As it stood then. */
        public Bill asOf(Instant until) {
            return paidAt == null || !paidAt.isAfter(until)
                    ? this
                    : new Bill(bill, sponsor, amountCents, reference, from, this.until, billedAt, null);
        }
    }

    /** @param amountCents below zero for what came back */
    @Schema(name = "SponsorBillLine")
    public record Line(long number, UUID booking, LocalDate day, long amountCents) {}

    private static final String BILL =
            "SELECT bill, sponsor, cents, number, first_day, last_day, billed_at, paid_at FROM sponsor_bill b ";

    private final Transactions transactions;

    @Inject
    Sponsors(Transactions transactions) {
        this.transactions = transactions;
    }

    public void keep(UUID sponsor, String name, String enterpriseNumber) {
        transactions.run(connection -> Sql.run(
                connection,
                "INSERT INTO sponsor_party (sponsor, name, enterprise_number) VALUES (?, ?, ?)"
                        + " ON CONFLICT (sponsor) DO NOTHING",
                sponsor,
                name,
                enterpriseNumber));
    }

    public void keepEndReason(UUID sponsor, @Nullable String reason) {
        transactions.run(connection ->
                Sql.run(connection, "UPDATE sponsor_party SET end_reason = ? WHERE sponsor = ?", reason, sponsor));
    }

    public Optional<Party> party(UUID sponsor) {
        return transactions
                .in(connection -> Sql.list(
                        connection,
                        "SELECT name, enterprise_number, end_reason FROM sponsor_party WHERE sponsor = ?",
                        row -> new Party(row.getString(1), row.getString(2), row.getString(3)),
                        sponsor))
                .stream()
                .findFirst();
    }

    /** @return false when the code is taken, by whomever */
    public boolean keepCode(UUID sponsor, String code) {
        return transactions.in(connection -> Sql.run(
                        connection,
                        "INSERT INTO sponsor_code (code, sponsor, number) SELECT ?, ?,"
                                + " COALESCE(max(number), 0) + 1 FROM sponsor_code WHERE sponsor = ? ON CONFLICT (code) DO NOTHING",
                        code,
                        sponsor,
                        sponsor))
                == 1;
    }

    public Optional<UUID> sponsorOf(String code) {
        return transactions
                .in(connection -> Sql.list(
                        connection,
                        "SELECT sponsor FROM sponsor_code WHERE code = ?",
                        row -> row.getObject(1, UUID.class),
                        code))
                .stream()
                .findFirst();
    }

    public List<Code> codes(UUID sponsor, long after, int limit) {
        return transactions.in(connection -> Sql.list(
                connection,
                "SELECT code, number FROM sponsor_code WHERE sponsor = ? AND number > ? ORDER BY number LIMIT ?",
                row -> new Code(row.getString(1), row.getLong(2)),
                sponsor,
                after,
                limit));
    }

    /** Newest first. @param openOn null for all */
    public List<UUID> agreements(@Nullable LocalDate openOn, @Nullable UUID after, int limit) {
        return transactions.in(connection -> Sql.list(
                connection,
                "SELECT sponsor FROM sponsor s WHERE (?::date IS NULL OR last_day >= ?::date)"
                        + " AND (?::uuid IS NULL OR (s.agreed_at, s.sponsor) < (SELECT a.agreed_at, a.sponsor FROM sponsor a WHERE a.sponsor = ?))"
                        + " ORDER BY agreed_at DESC, sponsor DESC LIMIT ?",
                row -> row.getObject(1, UUID.class),
                openOn,
                openOn,
                after,
                after,
                limit));
    }

    /** Newest first. @param paid null for all */
    public List<Bill> bills(@Nullable UUID sponsor, @Nullable Boolean paid, @Nullable UUID after, int limit) {
        return transactions.in(connection -> Sql.list(
                connection,
                BILL + "WHERE (?::uuid IS NULL OR sponsor = ?) AND (?::boolean IS NULL OR (paid_at IS NOT NULL) = ?)"
                        + " AND (?::uuid IS NULL OR (b.billed_at, b.bill) < (SELECT a.billed_at, a.bill FROM sponsor_bill a WHERE a.bill = ?))"
                        + " ORDER BY billed_at DESC, bill DESC LIMIT ?",
                Sponsors::bill,
                sponsor,
                sponsor,
                paid,
                paid,
                after,
                after,
                limit));
    }

    public Optional<Bill> bill(UUID bill) {
        return transactions
                .in(connection -> Sql.list(connection, BILL + "WHERE bill = ?", Sponsors::bill, bill))
                .stream()
                .findFirst();
    }

    public List<Line> lines(UUID bill, long after, int limit) {
        return transactions.in(connection -> Sql.list(
                connection,
                "SELECT sequence, booking, day, cents FROM sponsor_line WHERE bill = ? AND sequence > ?"
                        + " ORDER BY sequence LIMIT ?",
                row -> new Line(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4)),
                bill,
                after,
                limit));
    }

    /** D-15: who owes something over days before this one. */
    public List<UUID> toBill(LocalDate before, int limit) {
        return transactions.in(connection -> Sql.list(
                connection,
                "SELECT sponsor FROM sponsor_line WHERE bill IS NULL AND day < ? GROUP BY sponsor HAVING sum(cents) > 0 LIMIT ?",
                row -> row.getObject(1, UUID.class),
                before,
                limit));
    }

    private static Bill bill(ResultSet row) throws SQLException {
        var paidAt = row.getTimestamp(8);
        return new Bill(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getLong(3),
                StructuredReference.of(row.getLong(4)),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getTimestamp(7).toInstant(),
                paidAt == null ? null : paidAt.toInstant());
    }
}
