package be.vlaanderen.loopbaankrediet.payout.bank;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import org.jboss.logging.Logger;

/** What a person has to look at between this service and the bank. */
@Singleton
class WorkList {

    /** The file of the batch is refused; it is offered again, slowly. */
    static final String FILE_REFUSED = "FILE_REFUSED";

    /** No payment of ours has this reference. */
    static final String UNKNOWN_REFERENCE = "UNKNOWN_REFERENCE";

    /** A file of the bank that is passed over. */
    static final String UNREADABLE_FILE = "UNREADABLE_FILE";

    private static final Logger LOG = Logger.getLogger(WorkList.class);
    private static final String COULD_BE_OURS = "[A-Za-z0-9-]{0,36}";

    private final Clock clock;

    @Inject
    WorkList(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param number of the bank's file, 0 when it is about one of ours
     * @param reference kept only if it could be one of ours: the text is the bank's
     */
    void note(Connection connection, String kind, long number, String reference) throws SQLException {
        String kept = reference.matches(COULD_BE_OURS) ? reference : "?";
        LOG.warnf("for a person to look at: %s, file %d of the bank, reference %s", kind, number, kept);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO work_list VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, kind + "/" + number + "/" + kept);
            insert.setString(2, kind);
            insert.setLong(3, number);
            insert.setString(4, kept);
            insert.setTimestamp(5, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
    }
}
