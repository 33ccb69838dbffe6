package be.vlaanderen.loopbaankrediet.platform.web;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who of the government looked at what is kept about somebody, so that the person can see it (GDPR art. 5.2 and 15). */
@Singleton
public class Looks {

    /** What was looked at. */
    public enum What {
        /** who is behind the pseudonym */
        IDENTITY,
        /** a request with all that was sent, said and decided about it */
        DOSSIER,
        /** a file that the person sent */
        EVIDENCE,
        /** everything that ever happened, event by event */
        HISTORY
    }

    /** @param officer pseudonym */
    @Schema(name = "Look")
    public record Look(What what, String officer, Instant at) {}

    /** @param next to give as {@code after} to read on; absent on the last page */
    @Schema(name = "Looks")
    public record Page(List<Look> looks, @Nullable String next) {}

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public Looks(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param officer {@link Caller#pseudonym}
     * @param subject pseudonym or other key of what was looked at
     */
    public void note(String officer, String subject, What what) {
        transactions.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO look (officer, subject, what, looked_at) VALUES (?, ?, ?, ?)")) {
                insert.setString(1, officer);
                insert.setString(2, subject);
                insert.setString(3, what.name());
                insert.setTimestamp(4, Timestamp.from(clock.instant()));
                insert.executeUpdate();
            }
        });
    }

    /**
     * The looks at one subject, newest first.
     *
     * @param before position of the last look seen; {@link Long#MAX_VALUE} for the first page
     */
    public Page at(String subject, long before, int limit) {
        return transactions.in(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT position, what, officer, looked_at FROM look"
                            + " WHERE subject = ? AND position < ? ORDER BY position DESC LIMIT ?")) {
                select.setString(1, subject);
                select.setLong(2, before);
                select.setInt(3, limit + 1);
                List<Look> looks = new ArrayList<>();
                long last = before;
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        if (looks.size() == limit) {
                            return new Page(looks, String.valueOf(last));
                        }
                        last = rows.getLong("position");
                        looks.add(new Look(
                                What.valueOf(rows.getString("what")),
                                rows.getString("officer"),
                                rows.getTimestamp("looked_at").toInstant()));
                    }
                }
                return new Page(looks, null);
            }
        });
    }
}
