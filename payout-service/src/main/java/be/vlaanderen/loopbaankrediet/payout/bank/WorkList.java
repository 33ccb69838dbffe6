package be.vlaanderen.loopbaankrediet.payout.bank;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a person has to look at: between this service and the bank, and where money is short. */
@Singleton
public class WorkList {

    /** The file of the batch is refused; it is offered again, slowly. */
    static final String FILE_REFUSED = "FILE_REFUSED";

    /** No payment of ours has this reference. */
    static final String UNKNOWN_REFERENCE = "UNKNOWN_REFERENCE";

    /** With this reference a counsellor paid back more than was owed: what is over is not booked (D-68). */
    static final String REPAID_TOO_MUCH = "REPAID_TOO_MUCH";

    /** A file of the bank that is passed over. */
    static final String UNREADABLE_FILE = "UNREADABLE_FILE";

    /** The claim with this id is due, and the year's budget is too small for it. */
    public static final String BUDGET_SHORT = "BUDGET_SHORT";

    /** The claim with this id waits for word of its co-payment, budget or counsellor longer than usual. */
    public static final String FACTS_LATE = "FACTS_LATE";

    private static final Logger LOG = Logger.getLogger(WorkList.class);
    private static final String COULD_BE_OURS = "[A-Za-z0-9-]{0,36}";

    /**
     * @param file number of the bank's file, 0 when it is about one of ours
     * @param reference end-to-end id, message id, batch, or what a counsellor paid back with; {@code ?} when it could not be one of ours
     */
    @Schema(name = "WorkItem")
    record Item(String id, String kind, long file, String reference, Instant notedAt) {}

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    WorkList(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Oldest first, after an item of the page before. */
    List<Item> page(@Nullable String kind, @Nullable String after, int size) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(" WHERE true");
        if (kind != null) {
            where.append(" AND kind = ?");
            values.add(kind);
        }
        if (after != null) {
            where.append(" AND (noted_at, id) > (SELECT noted_at, id FROM work_list WHERE id = ?)");
            values.add(after);
        }
        return transactions.in(connection -> Sql.list(
                connection,
                "SELECT * FROM work_list" + where + " ORDER BY noted_at, id LIMIT " + size,
                row -> new Item(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getLong("file"),
                        row.getString("reference"),
                        Sql.time(row, "noted_at")),
                values.toArray()));
    }

    /**
     * @param number of the bank's file, 0 when it is about one of ours
     * @param reference kept only if it could be one of ours: the text is the bank's
     */
    public void note(Connection connection, String kind, long number, String reference) throws SQLException {
        String kept = reference.matches(COULD_BE_OURS) ? reference : "?";
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO work_list VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, id(kind, number, kept));
            insert.setString(2, kind);
            insert.setLong(3, number);
            insert.setString(4, kept);
            insert.setTimestamp(5, Timestamp.from(clock.instant()));
            if (insert.executeUpdate() == 1) {
                LOG.warnf("for a person to look at: %s, file %d of the bank, reference %s", kind, number, kept);
            }
        }
    }

    /** It needs nobody any more. */
    public void done(Connection connection, String kind, String reference) throws SQLException {
        Sql.run(connection, "DELETE FROM work_list WHERE id = ?", id(kind, 0, reference));
    }

    private static String id(String kind, long number, String reference) {
        return kind + "/" + number + "/" + reference;
    }
}
