package be.vlaanderen.loopbaankrediet.payout.statement;

import be.vlaanderen.loopbaankrediet.payout.statement.Statement.Delivered;
import be.vlaanderen.loopbaankrediet.payout.statement.Statement.Line;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The approved payouts of a counsellor and the days they are for. */
@Singleton
class Statements {

    /** More than anyone can deliver in a year. */
    private static final int MOST_LINES = 10_000;

    private record Session(UUID claim, Delivered delivered) {}

    private final Transactions transactions;

    @Inject
    Statements(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Approved from the first to the last day, both included; oldest first. */
    List<Line> lines(UUID counsellor, LocalDate from, LocalDate to) {
        Instant begin = Days.begin(from);
        Instant end = Days.begin(to.plusDays(1));
        String which =
                " WHERE p.counsellor = ? AND p.payout IS NOT NULL AND p.status <> 'RELEASED' AND p.decided_at >= ? AND p.decided_at < ?";
        return transactions.in(connection -> {
            Map<UUID, List<Delivered>> delivered = new HashMap<>();
            Sql.list(
                            connection,
                            "SELECT s.claim, s.delivered_on, sum(s.half_hours) AS half_hours FROM payout p JOIN claim_session s USING (claim)"
                                    + which + " GROUP BY s.claim, s.delivered_on ORDER BY s.delivered_on",
                            row -> new Session(
                                    row.getObject("claim", UUID.class),
                                    new Delivered(
                                            row.getObject("delivered_on", LocalDate.class), row.getInt("half_hours"))),
                            counsellor,
                            begin,
                            end)
                    .forEach(session -> delivered.merge(
                            session.claim(),
                            List.of(session.delivered()),
                            (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
            return Sql.list(
                    connection,
                    "SELECT p.* FROM payout p" + which + " ORDER BY p.decided_at, p.claim LIMIT " + MOST_LINES,
                    row -> {
                        Instant answered = Sql.instant(row, "answered_at");
                        return new Line(
                                row.getObject("payout", UUID.class),
                                row.getString("end_to_end_id"),
                                row.getString("status"),
                                Days.of(Sql.time(row, "decided_at")),
                                answered == null ? null : Days.of(answered),
                                delivered.getOrDefault(row.getObject("claim", UUID.class), List.of()),
                                row.getInt("half_hours"),
                                row.getLong("excl_vat_cents"),
                                row.getLong("vat_cents"),
                                row.getLong("total_cents"));
                    },
                    counsellor,
                    begin,
                    end);
        });
    }
}
