package be.vlaanderen.loopbaankrediet.payout.views.ledger;

import be.vlaanderen.loopbaankrediet.payout.ledger.Ledger;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The chained lines of the ledger, in the order of posting. */
@Singleton
class LedgerLines {

    /**
     * @param position in the chain, from 1
     * @param line of its entry: the lines of one {@code eventId} are equal on both sides
     * @param booking that it is about, or the bill of a sponsor
     * @param hash SHA-256 over the line and the hash before it
     */
    @Schema(name = "LedgerLine")
    record Line(
            long position,
            String eventId,
            int line,
            Ledger.Account account,
            long debitCents,
            long creditCents,
            UUID booking,
            Instant bookedAt,
            String hash) {}

    private final Transactions transactions;

    @Inject
    LedgerLines(Transactions transactions) {
        this.transactions = transactions;
    }

    List<Line> page(Ledger.@Nullable Account account, @Nullable LocalDate on, long after, int size) {
        List<Object> values = new ArrayList<>(List.of(after));
        StringBuilder where = new StringBuilder(" WHERE s.position > ?");
        if (account != null) {
            where.append(" AND l.account = ?");
            values.add(account.name());
        }
        if (on != null) {
            where.append(" AND l.booked_at >= ? AND l.booked_at < ?");
            values.add(Days.begin(on));
            values.add(Days.begin(on.plusDays(1)));
        }
        return transactions.in(connection -> Sql.list(
                connection,
                "SELECT s.position, s.hash, l.* FROM ledger_seal s JOIN ledger_line l USING (event_id, line)" + where
                        + " ORDER BY s.position LIMIT " + size,
                row -> new Line(
                        row.getLong("position"),
                        row.getString("event_id"),
                        row.getInt("line"),
                        Ledger.Account.valueOf(row.getString("account")),
                        row.getLong("debit_cents"),
                        row.getLong("credit_cents"),
                        row.getObject("booking", UUID.class),
                        Sql.time(row, "booked_at"),
                        row.getString("hash")),
                values.toArray()));
    }
}
